// Pharmacies and herb shops.
import * as c from './colours';
import { type Pen, type Spot } from './pen';
import { bowl, leaf, shadow } from './props';
import { clothScene, posterScene, tableScene } from './scenes';

function cross(pen: Pen, [x, y]: Spot, size: number, fill: string): string {
  const arm = size * 0.34;
  return pen.shape(
    [
      [x - arm, y - size],
      [x + arm, y - size],
      [x + arm, y - arm],
      [x + size, y - arm],
      [x + size, y + arm],
      [x + arm, y + arm],
      [x + arm, y + size],
      [x - arm, y + size],
      [x - arm, y + arm],
      [x - size, y + arm],
      [x - size, y - arm],
      [x - arm, y - arm],
    ],
    fill,
    size * 0.14,
  );
}

function capsule(pen: Pen, spot: Spot, { turn, body }: { turn: number; body: string }): string {
  return pen.place(
    spot,
    { turn },
    pen.box([-34, -15, 40, 30], body, 14),
    pen.box([-2, -15, 36, 30], c.PAPER, 14),
    pen.line('-22,-7 20,-7', c.GLEAM, 5),
  );
}

function medicine(pen: Pen): string {
  return [
    tableScene(pen, { wall: '#a9d5c7', light: '#c2e3d8', table: '#5e9d8b' }),
    shadow(pen, [160, 282, 124, 12]),
    pen.box([176, 128, 92, 152], '#f6f1e4', 8),
    pen.box([176, 128, 92, 40], c.TEAL, 8),
    cross(pen, [222, 212], 27, c.LEAF),
    pen.strokes(['196,258 248,258'], '#d9cdb4', 7),
    pen.shape('62,150 168,150 172,268 160,282 70,282 58,268', '#c97a3d', 12),
    pen.shape('66,104 164,104 164,148 66,148', c.PAPER, 9),
    pen.strokes(
      ['84,112 84,140', '104,112 104,140', '124,112 124,140', '144,112 144,140'],
      '#ddd3bf',
      5,
    ),
    pen.box([60, 184, 110, 64], c.PAPER, 5),
    leaf(pen, [94, 232], { length: 50, turn: -42, fill: c.LEAF }),
    pen.line('74,164 72,180', c.GLEAM, 7),
    capsule(pen, [112, 290], { turn: -8, body: c.TOMATO }),
    capsule(pen, [186, 298], { turn: 14, body: c.SUN }),
  ].join('');
}

function herbCabinet(pen: Pen): string {
  const drawers = [0, 1, 2].flatMap((row) =>
    [0, 1, 2, 3].map((column) => {
      const left = 32 + column * 66;
      const top = 34 + row * 60;
      return (
        pen.box([left, top, 58, 52], (row + column) % 2 === 0 ? '#a4633a' : '#97582f', 5) +
        pen.box([left + 16, top + 9, 26, 14], '#f0ddb4', 3)
      );
    }),
  );
  const knobs = [0, 1, 2].flatMap((row) =>
    [0, 1, 2, 3].map((column): Spot => [61 + column * 66, 73 + row * 60]),
  );
  return [
    `<rect width="320" height="320" fill="#e8cf9f"/>`,
    pen.box([20, 18, 280, 206], '#6f3d22', 8),
    ...drawers,
    pen.dots(knobs, '#e3b458', 10),
    pen.shape('-20,226 340,222 340,340 -20,340', '#b97a45'),
    pen.line('-10,236 330,233', c.GLEAM, 3),
    shadow(pen, [150, 292, 130, 11]),
    pen.shape('40,250 196,244 210,288 28,292', '#f4ead2', 8),
    leaf(pen, [62, 276], { length: 44, turn: -20, fill: '#8a9a52' }),
    leaf(pen, [96, 280], { length: 40, turn: -40, fill: '#a9b56a' }),
    pen.oval([152, 270, 14, 10], c.TOMATO),
    pen.oval([172, 276, 13, 9], '#c9453a'),
    pen.oval([160, 260, 12, 9], '#d95a44'),
    pen.strokes(['124,262 140,280', '116,282 146,262'], '#d9a45c', 7),
    bowl(pen, {
      rim: [256, 250, 40, 11],
      depth: 40,
      body: c.SEA,
      shade: '#235a78',
      inside: '#5c3a26',
    }),
  ].join('');
}

function mortar(pen: Pen): string {
  return [
    posterScene(pen, { sheet: '#d8dfc0', disc: '#e7ecd3', ground: '#94a679' }),
    leaf(pen, [64, 250], { length: 88, turn: -82, fill: '#7fae5f' }),
    leaf(pen, [60, 254], { length: 70, turn: -126, fill: c.LEAF }),
    leaf(pen, [68, 252], { length: 66, turn: -44, fill: c.PINE }),
    shadow(pen, [168, 284, 100, 12]),
    pen.line('176,170 242,58', '#8d979b', 22),
    pen.line('234,72 244,54', '#a9b2b5', 32),
    bowl(
      pen,
      { rim: [168, 168, 96, 24], depth: 96, body: '#aab4b6', shade: '#7f8b8f', inside: '#5c686c' },
      pen.oval([150, 170, 42, 12], '#6d9450'),
      leaf(pen, [118, 166], { length: 50, turn: -26, fill: c.LEAF }),
      leaf(pen, [190, 170], { length: 46, turn: -12, fill: '#8cb860' }),
    ),
    pen.box([116, 256, 104, 28], '#8d999c', 10),
    pen.line('92,210 128,222 168,226 210,222 244,210', '#8d999c', 7),
    pen.oval([262, 276, 15, 11], c.TOMATO),
    pen.oval([286, 282, 13, 10], '#c9453a'),
  ].join('');
}

function firstAid(pen: Pen): string {
  return [
    clothScene(pen, { cloth: '#f2d9a8', stripe: '#f5e0b8' }),
    shadow(pen, [164, 274, 130, 14]),
    pen.line('122,110 128,72 194,72 200,110', c.PINE, 15),
    pen.box([42, 104, 238, 166], c.TEAL, 22),
    pen.box([42, 104, 238, 152], '#3d9f96', 22),
    pen.strokes(['44,150 278,150'], '#2a7d76', 5),
    pen.box([84, 140, 26, 24], c.SUN, 6),
    pen.box([212, 140, 26, 24], c.SUN, 6),
    pen.oval([160, 198, 48, 48], c.PAPER),
    cross(pen, [160, 198], 31, c.LEAF),
    pen.line('60,176 60,226', c.GLEAM, 8),
    capsule(pen, [76, 290], { turn: -16, body: c.TOMATO }),
    pen.place(
      [234, 286],
      { turn: 12 },
      pen.box([-48, -15, 96, 30], '#f0b48c', 14),
      pen.box([-18, -15, 36, 30], '#f8cdaa', 5),
      pen.dots('-8,-5 8,-5 -8,6 8,6', '#d98f66', 5),
    ),
  ].join('');
}

function gourd(pen: Pen): string {
  return [
    tableScene(pen, { wall: '#b85a45', light: '#c76e57', table: '#6f3626' }),
    shadow(pen, [164, 284, 104, 12]),
    leaf(pen, [180, 84], { length: 76, turn: -18, fill: c.LEAF }),
    leaf(pen, [150, 82], { length: 56, turn: -152, fill: '#7fae5f' }),
    pen.line('160,96 158,66 174,48', '#7a5a2c', 10),
    pen.oval([160, 132, 52, 48], '#c98a33'),
    pen.oval([160, 224, 78, 64], '#c98a33'),
    pen.oval([154, 128, 45, 42], '#e3a949'),
    pen.oval([152, 218, 68, 56], '#e3a949'),
    pen.shape('128,164 192,164 196,182 124,182', c.TOMATO, 7),
    pen.line('182,180 206,208 202,242', c.TOMATO, 8),
    pen.line('184,180 222,200 226,232', c.BRICK, 8),
    pen.line('120,118 128,102', c.GLEAM, 9),
    pen.line('98,218 104,192', c.GLEAM, 10),
    pen.oval([70, 274, 20, 14], '#f0ddb4'),
    pen.oval([256, 276, 22, 14], '#f0ddb4'),
    pen.strokes(['60,272 80,276', '246,274 266,278'], '#c9a566', 4),
  ].join('');
}

export const pharmacyDrawings = { medicine, herbCabinet, mortar, firstAid, gourd };
