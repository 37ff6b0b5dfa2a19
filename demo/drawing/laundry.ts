// Laundries and dry cleaners.
import * as c from './colours';
import { ovalSpots, type Pen, type Spot } from './pen';
import { leaf, shadow, steam } from './props';
import { posterScene, tableScene, tileScene } from './scenes';

function bubbles(pen: Pen, spots: readonly (readonly [number, number, number])[]): string {
  return spots
    .map(
      ([x, y, size]) =>
        pen.oval([x, y, size, size], '#ffffff8c') +
        pen.oval([x - size * 0.35, y - size * 0.35, size * 0.24, size * 0.2], c.PAPER),
    )
    .join('');
}

function washingMachine(pen: Pen): string {
  return [
    tileScene(pen, { tile: '#bfe0e6', joint: '#a9d2da', counter: '#e3b98a' }),
    shadow(pen, [160, 290, 116, 11]),
    pen.box([56, 52, 208, 236], '#fdfaf2', 16),
    pen.box([56, 52, 208, 50], '#e6ebe9', 14),
    pen.box([74, 66, 66, 22], c.SEA, 6),
    pen.dots('182,77 208,77 234,77', c.TOMATO, 15),
    pen.oval([160, 190, 82, 82], '#c9d2d4'),
    pen.oval([160, 190, 66, 66], '#3f6b86'),
    pen.shape(ovalSpots([160, 190, 65, 65], { from: -6, to: 186, count: 11 }), '#7fc0d6', 22),
    pen.shape('112,196 142,172 176,190 204,182 206,212 164,238 122,224', c.TOMATO, 20),
    pen.shape('132,214 170,200 196,220 166,242', c.SUN, 16),
    bubbles(pen, [
      [130, 168, 12],
      [188, 164, 9],
      [172, 180, 8],
      [206, 200, 9],
    ]),
    pen.line(ovalSpots([160, 190, 54, 54], { from: 200, to: 250, count: 4 }), c.GLEAM, 9),
    bubbles(pen, [
      [284, 110, 18],
      [300, 66, 11],
      [30, 130, 13],
      [268, 40, 9],
    ]),
  ].join('');
}

function hangingShirt(
  pen: Pen,
  spot: Spot,
  { scale, body, trim }: { scale: number; body: string; trim: string },
): string {
  return pen.place(
    spot,
    { scale },
    pen.shape('-26,0 26,0 66,24 50,58 38,50 38,124 -38,124 -38,50 -50,58 -66,24', body, 9),
    pen.shape('-18,0 18,0 0,24', trim, 6),
    pen.strokes(['-14,-6 -14,8', '14,-6 14,8'], c.BARK, 7),
  );
}

function clothesLine(pen: Pen): string {
  return [
    `<rect width="320" height="320" fill="#f7d489"/>`,
    pen.oval([250, 74, 42, 42], '#fdf0c4'),
    pen.oval([250, 74, 31, 31], '#f6a94c'),
    pen.shape('-20,262 80,240 200,256 340,236 340,340 -20,340', '#8fb56f', 60),
    pen.line('-10,90 90,106 200,104 330,84', c.BARK, 5),
    hangingShirt(pen, [70, 104], { scale: 0.92, body: '#fdfaf2', trim: '#e3dccb' }),
    hangingShirt(pen, [176, 107], { scale: 0.98, body: c.SEA, trim: '#1f5b7c' }),
    pen.shape('244,104 304,98 306,214 290,216 276,146 266,220 248,220', c.TOMATO, 7),
    pen.strokes(['254,96 254,112', '296,92 296,106'], c.BARK, 7),
    pen.strokes(['156,150 156,218', '176,150 176,222', '196,150 196,218'], '#5b9cbd', 6),
    pen.shape('84,262 176,262 164,304 96,304', c.WOOD, 8),
    pen.shape('88,264 104,244 132,252 156,242 172,264', c.PAPER, 12),
    pen.strokes(['92,282 168,282'], c.BARK, 5),
    leaf(pen, [252, 276], { length: 34, turn: -60, fill: c.PINE }),
    leaf(pen, [256, 278], { length: 34, turn: -110, fill: c.LEAF }),
  ].join('');
}

function whiteShirt(pen: Pen): string {
  return [
    posterScene(pen, { sheet: '#5d84ad', disc: '#7299c0', ground: '#43658a' }),
    pen.line('160,66 160,42 178,34 180,18 160,14', '#e3c37d', 7),
    pen.line('72,106 160,64 248,106', '#c98f51', 11),
    pen.shape(
      '118,84 202,84 264,114 290,190 252,206 236,164 238,290 82,290 84,164 68,206 30,190 56,114',
      c.PAPER,
      14,
    ),
    pen.strokes(['84,168 88,274', '236,168 232,274'], '#ddd6c6', 6),
    pen.shape('118,82 160,118 134,140 106,96', '#efe8d8', 6),
    pen.shape('202,82 160,118 186,140 214,96', '#efe8d8', 6),
    pen.strokes(['160,122 160,286'], '#ddd6c6', 5),
    pen.dots('168,150 168,186 168,222 168,258', '#9fb6c9', 9),
    pen.box([184, 168, 36, 40], '#efe8d8', 5),
    leaf(pen, [204, 176], { length: 30, turn: -70, fill: c.LEAF }),
    bubbles(pen, [
      [46, 76, 22],
      [80, 44, 12],
      [270, 66, 17],
      [286, 250, 14],
      [44, 250, 16],
    ]),
  ].join('');
}

function iron(pen: Pen): string {
  return [
    tableScene(pen, { wall: '#f0c6b4', light: '#f7dacd', table: '#7ba3b0' }),
    steam(pen, '70,202 100,176', '#ffffffd0', 9),
    pen.shape('16,246 300,242 316,268 6,270', '#a9cbd5', 12),
    pen.shape('20,270 304,268 300,300 24,300', '#92b8c3', 10),
    shadow(pen, [172, 246, 120, 9]),
    pen.line('274,150 308,130 312,60', c.INK, 8),
    pen.shape('52,224 92,166 156,146 282,146 284,224', c.TEAL, 18),
    pen.shape('38,222 288,222 288,244 30,244', '#dde4e5', 8),
    pen.line('130,152 142,98 200,90 268,98 270,150', '#1f665f', 22),
    pen.oval([216, 188, 24, 20], c.PAPER),
    pen.line('216,188 226,178', c.TOMATO, 6),
    pen.dots('118,194 142,190', c.SUN, 13),
    pen.line('86,204 110,176', c.GLEAM, 8),
    pen.line('154,104 196,98', c.GLEAM, 6),
  ].join('');
}

export const laundryDrawings = { washingMachine, clothesLine, whiteShirt, iron };
