// Barbers and hairdressers.
import * as c from './colours';
import { type Pen, type Spot } from './pen';
import { leaf, shadow } from './props';
import { clothScene, posterScene, tileScene } from './scenes';

function barberChair(pen: Pen): string {
  return [
    tileScene(pen, { tile: '#f0dfc6', joint: '#e3cda9', counter: '#5b6f78' }),
    pen.oval([70, 110, 46, 58], '#8b5a3a'),
    pen.oval([70, 110, 37, 48], '#cfe6ea'),
    pen.line('50,124 82,82', c.GLEAM, 8),
    shadow(pen, [178, 294, 88, 11]),
    pen.shape('126,292 146,276 212,276 232,292', '#8d979b', 8),
    pen.box([164, 232, 30, 52], '#a9b2b5', 5),
    pen.shape('134,188 126,84 140,60 214,60 228,84 222,188', c.BRICK, 22),
    pen.shape('146,180 140,92 150,76 204,76 214,92 210,180', c.TOMATO, 16),
    pen.box([146, 34, 62, 34], c.TOMATO, 13),
    pen.strokes(['177,92 177,168'], c.BRICK, 5),
    pen.box([114, 184, 128, 44], c.BRICK, 16),
    pen.box([118, 180, 120, 34], c.TOMATO, 14),
    pen.line('106,196 104,158 132,156', '#a9b2b5', 12),
    pen.line('250,196 252,158 226,156', '#a9b2b5', 12),
    pen.line('134,228 106,268 72,268', '#a9b2b5', 11),
    pen.line('154,40 190,40', c.GLEAM, 6),
  ].join('');
}

function barberPole(pen: Pen): string {
  const stripes = [0, 1, 2, 3].map((index) => {
    const top = 78 + index * 44;
    return pen.shape(
      [
        [134, top + 22],
        [186, top - 4],
        [186, top + 12],
        [134, top + 38],
      ],
      index % 2 === 0 ? c.TOMATO : c.SEA,
      3,
    );
  });
  return [
    posterScene(pen, { sheet: '#8fb7a5', disc: '#a7c9b9', ground: '#5f7f70' }),
    shadow(pen, [160, 288, 70, 10]),
    pen.shape('108,288 122,262 198,262 212,288', '#3f4a50', 8),
    pen.box([134, 68, 52, 184], c.PAPER, 4),
    ...stripes,
    pen.box([126, 248, 68, 18], '#c9a45c', 7),
    pen.box([126, 54, 68, 20], '#c9a45c', 7),
    pen.oval([160, 40, 24, 22], '#e3c37d'),
    pen.line('144,84 144,238', c.GLEAM, 8),
    pen.line('152,34 158,28', c.GLEAM, 5),
    pen.place(
      [248, 196],
      { turn: 14 },
      pen.box([-20, -70, 40, 132], '#e8b764', 8),
      pen.strokes(
        [0, 1, 2, 3, 4, 5, 6, 7].map((index): [Spot, Spot] => [
          [-2, -58 + index * 15],
          [16, -58 + index * 15],
        ]),
        '#8fb7a5',
        6,
      ),
    ),
    pen.place(
      [70, 192],
      { turn: -12 },
      pen.shape('-26,66 -26,-16 26,-16 26,66', c.SKY, 12),
      pen.box([-12, -38, 24, 26], c.INK, 5),
      pen.line('-10,-36 -30,-40', c.INK, 9),
      pen.box([-26, 8, 52, 30], c.PAPER, 3),
    ),
  ].join('');
}

function scissors(pen: Pen): string {
  return [
    clothScene(pen, { cloth: '#33495c', stripe: '#3b5267' }),
    pen.place(
      [236, 166],
      { turn: 18 },
      pen.box([-24, -120, 48, 236], '#d9a05a', 9),
      pen.strokes(
        Array.from({ length: 13 }, (_, index): [Spot, Spot] => [
          [-4, -106 + index * 17],
          [20, -106 + index * 17],
        ]),
        '#33495c',
        6,
      ),
    ),
    pen.place(
      [130, 166],
      { turn: -14 },
      pen.shape('-6,12 16,6 30,-132 14,-120', '#cfd8dc', 6),
      pen.shape('6,12 -16,6 -34,-128 -18,-120', '#e6ecee', 6),
      pen.line('4,14 24,52', '#cfd8dc', 12),
      pen.line('-4,14 -28,52', '#e6ecee', 12),
      pen.oval([-44, 88, 36, 40], c.TOMATO, 14),
      pen.oval([-44, 88, 19, 23], '#33495c', 14),
      pen.oval([42, 86, 36, 40], c.TOMATO, -14),
      pen.oval([42, 86, 19, 23], '#33495c', -14),
      pen.oval([0, 10, 9, 9], c.SUN),
    ),
    pen.line('30,52 52,40 48,64 66,56', c.BARK, 6),
    pen.line('272,276 290,268 288,290', c.BARK, 6),
    pen.line('36,268 52,280 44,292', '#8a6a50', 5),
  ].join('');
}

function hairDryer(pen: Pen): string {
  return [
    posterScene(pen, { sheet: '#f4d3c4', disc: '#fae4da', ground: '#b98a86' }),
    shadow(pen, [150, 286, 100, 12]),
    pen.line('160,262 196,286 262,276 306,290', c.INK, 8),
    pen.shape('128,150 182,150 178,262 142,266', c.PLUM, 14),
    pen.shape('236,84 290,70 290,166 236,152', '#4d3763', 8),
    pen.shape('60,118 84,72 136,56 244,84 244,152 136,180 84,164', '#8a67a8', 28),
    pen.oval([112, 118, 46, 46], '#a586c0'),
    pen.oval([112, 118, 28, 28], '#6a4c86'),
    pen.strokes(['98,106 126,106', '94,118 130,118', '98,130 126,130'], '#b8a4dd', 5),
    pen.line('160,78 226,96', c.GLEAM, 9),
    pen.oval([160, 206, 9, 12], c.SUN),
    pen.line('36,226 60,212 44,196', c.PAPER, 7),
    pen.line('300,96 312,90', c.PAPER, 7),
    pen.place(
      [70, 262],
      { turn: -30 },
      pen.line('-4,0 58,0', c.BARK, 14),
      pen.box([-64, -22, 68, 44], '#d9855c', 18),
      pen.dots('-50,-10 -32,-10 -14,-10 -50,8 -32,8 -14,8', c.CREAM, 7),
    ),
  ].join('');
}

function curls(pen: Pen): string {
  return [
    `<rect width="320" height="320" fill="#6fa5a3"/>`,
    pen.oval([160, 150, 126, 126], '#8bbab7'),
    pen.shape('50,330 66,262 124,232 196,232 254,262 270,330', '#e9b84e', 40),
    pen.shape('134,196 186,196 188,244 160,264 132,244', '#e6a98a', 12),
    ...[
      [92, 118, 40],
      [228, 118, 40],
      [84, 170, 36],
      [236, 170, 36],
      [100, 214, 32],
      [220, 214, 32],
      [118, 76, 40],
      [202, 76, 40],
      [160, 62, 42],
    ].map(([x = 0, y = 0, size = 0]) => pen.oval([x, y, size, size], '#6b3d2a')),
    pen.oval([160, 150, 62, 70], '#f3c3a3'),
    pen.shape('98,138 104,92 160,76 216,92 222,138 190,112 150,120 120,110', '#6b3d2a', 20),
    pen.line('76,160 92,176 74,188', '#8f5a3f', 6),
    pen.line('244,160 228,176 246,188', '#8f5a3f', 6),
    pen.line('110,78 130,66 148,78', '#8f5a3f', 6),
    pen.line('186,66 206,72 212,92', '#8f5a3f', 6),
    pen.line('126,154 136,160 146,154', c.INK, 5),
    pen.line('174,154 184,160 194,154', c.INK, 5),
    pen.oval([122, 176, 12, 8], '#ee9f8f'),
    pen.oval([198, 176, 12, 8], '#ee9f8f'),
    pen.line('146,190 160,198 174,190', c.BRICK, 6),
    pen.line('160,162 156,174 164,176', '#d99a7c', 4),
    leaf(pen, [212, 66], { length: 42, turn: -40, fill: c.TOMATO }),
    leaf(pen, [212, 66], { length: 42, turn: 24, fill: c.TOMATO }),
    pen.oval([212, 66, 9, 9], c.SUN),
    pen.strokes(['112,272 120,300', '208,272 200,300'], '#d19c36', 6),
  ].join('');
}

export const hairDrawings = { barberChair, barberPole, scissors, hairDryer, curls };
