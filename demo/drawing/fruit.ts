// Fruit shops.
import * as c from './colours';
import { ovalSpots, type Pen, type Spot } from './pen';
import { ball, bowl, leaf, shadow, type Tones } from './props';
import { awningScene, clothScene, posterScene, tableScene } from './scenes';

const ORANGES: Tones = { body: '#f7a044', shade: '#de7a2c' };
const APPLES: Tones = { body: '#e8604a', shade: c.BRICK };
const PEARS: Tones = { body: '#c9da6a', shade: '#9db846' };
const PLUMS: Tones = { body: '#8c6bb0', shade: c.PLUM };
const PEACHES: Tones = { body: '#f9b8a0', shade: '#ec8a7c' };
const LOQUATS: Tones = { body: '#fbc55a', shade: '#eb9f36' };

function heap(pen: Pen, spots: readonly (readonly [number, number, number])[], tones: Tones) {
  return spots.map((spot) => ball(pen, spot, tones)).join('');
}

function crate(pen: Pen, [left, top]: Spot, width: number): string {
  return [
    pen.box([left, top, width, 22], c.WOOD, 4),
    pen.box([left, top + 25, width, 22], '#b67b48', 4),
    pen.strokes(
      [
        [
          [left + 8, top + 2],
          [left + 8, top + 45],
        ],
        [
          [left + width - 8, top + 2],
          [left + width - 8, top + 45],
        ],
      ],
      c.BARK,
      5,
    ),
  ].join('');
}

function fruitStall(pen: Pen): string {
  const row = (left: number, y: number): [number, number, number][] => [
    [left + 26, y, 26],
    [left + 70, y - 2, 26],
    [left + 114, y, 26],
    [left + 48, y - 34, 25],
    [left + 93, y - 35, 25],
  ];
  return [
    awningScene(pen, { wall: '#f7dfae', awning: c.LEAF, floor: '#c9a06c' }),
    shadow(pen, [160, 290, 138, 13]),
    heap(pen, row(8, 172), ORANGES),
    heap(pen, row(172, 172), APPLES),
    crate(pen, [4, 186], 150),
    crate(pen, [168, 186], 150),
    heap(pen, row(90, 232), PEARS),
    crate(pen, [82, 246], 156),
    leaf(pen, [54, 122], { length: 30, turn: -40, fill: c.PINE }),
    leaf(pen, [262, 122], { length: 28, turn: -130, fill: c.PINE }),
  ].join('');
}

function fruitBoxes(pen: Pen): string {
  const grapes: [number, number, number][] = [
    [202, 178, 19],
    [232, 175, 19],
    [262, 179, 19],
    [217, 203, 19],
    [248, 204, 19],
    [232, 228, 19],
  ];
  const peaches: [number, number, number][] = [
    [52, 204, 30],
    [112, 202, 31],
    [82, 158, 29],
  ];
  return [
    awningScene(pen, { wall: '#cfe5dc', awning: c.TOMATO, floor: '#8fb3a4' }),
    shadow(pen, [160, 290, 142, 12]),
    heap(pen, peaches, PEACHES),
    leaf(pen, [84, 134], { length: 38, turn: -30, fill: c.LEAF }),
    heap(pen, grapes, PLUMS),
    pen.line('232,160 236,146 250,138', c.BARK, 6),
    leaf(pen, [234, 156], { length: 42, turn: -164, fill: c.LEAF }),
    crate(pen, [14, 224], 140),
    crate(pen, [166, 242], 140),
    ball(pen, [120, 276, 22], ORANGES),
    ball(pen, [160, 280, 23], ORANGES),
    pen.shape(ovalSpots([70, 278, 52, 20], { from: 170, to: 380, count: 8 }), c.SUN, 16),
    pen.shape(ovalSpots([72, 278, 38, 7], { from: 170, to: 380, count: 6 }), '#f9d978', 10),
  ].join('');
}

function fruitBasket(pen: Pen): string {
  const weave = [0, 1, 2].flatMap((row) =>
    [0, 1, 2, 3, 4, 5].map((column): [Spot, Spot] => {
      const x = 82 + column * 30 + (row % 2) * 12;
      const y = 208 + row * 24;
      return [
        [x, y],
        [x + 14, y + 2],
      ];
    }),
  );
  return [
    tableScene(pen, { wall: '#b9dccb', light: '#d4ecdf', table: c.SAND }),
    shadow(pen, [160, 278, 112, 14]),
    pen.line('70,190 84,96 160,58 236,96 250,190', c.BARK, 12),
    pen.line('70,190 84,96 160,58 236,96 250,190', c.WOOD, 6),
    ball(pen, [112, 164, 36], APPLES),
    leaf(pen, [114, 132], { length: 28, turn: -40, fill: c.PINE }),
    pen.shape('146,176 150,128 186,104 206,108 180,134 176,180', c.SUN, 26),
    pen.shape('170,180 180,136 206,112 218,118 200,144 200,182', c.BUTTER, 22),
    ball(pen, [222, 168, 33], ORANGES),
    ball(pen, [166, 186, 30], PEARS),
    pen.shape('62,190 258,190 238,276 82,276', c.WOOD, 18),
    pen.strokes(weave, c.BARK, 6),
    pen.box([56, 182, 208, 20], '#dba970', 10),
  ].join('');
}

function loquats(pen: Pen): string {
  return [
    posterScene(pen, { sheet: '#2f6f68', disc: '#3f8a80', ground: '#24564f' }),
    shadow(pen, [160, 278, 96, 13]),
    leaf(pen, [170, 120], { length: 108, turn: -32, fill: c.LEAF }),
    leaf(pen, [150, 118], { length: 104, turn: -148, fill: '#4f9650' }),
    leaf(pen, [162, 112], { length: 84, turn: -88, fill: '#79b964' }),
    heap(
      pen,
      [
        [118, 166, 32],
        [204, 166, 31],
        [160, 142, 34],
        [92, 192, 26],
        [230, 192, 26],
      ],
      LOQUATS,
    ),
    bowl(
      pen,
      { rim: [160, 204, 104, 20], depth: 78, body: '#f4ece0', shade: '#d8cbb8', inside: '#c2b29a' },
      heap(
        pen,
        [
          [124, 192, 31],
          [188, 190, 32],
          [157, 196, 30],
        ],
        LOQUATS,
      ),
    ),
    pen.line('74,230 160,252 246,230', c.SEA, 5),
    pen.dots('126,254 160,262 194,254', c.SEA, 8),
  ].join('');
}

function watermelon(pen: Pen): string {
  const seeds: Spot[] = [
    [106, 168],
    [136, 190],
    [166, 200],
    [198, 190],
    [226, 166],
    [140, 158],
    [172, 170],
    [200, 156],
  ];
  return [
    clothScene(pen, { cloth: '#f9e3d3', stripe: '#f4cdbb' }),
    shadow(pen, [164, 262, 122, 16]),
    pen.shape(ovalSpots([160, 134, 132, 126], { from: 0, to: 180, count: 13 }), c.PINE, 30),
    pen.shape(ovalSpots([160, 134, 122, 114], { from: 0, to: 180, count: 13 }), '#d9ebb2', 30),
    pen.shape(ovalSpots([160, 134, 111, 101], { from: 0, to: 180, count: 13 }), '#ee5f54', 30),
    pen.shape(ovalSpots([160, 134, 96, 60], { from: 0, to: 180, count: 11 }), '#f47a68', 30),
    seeds.map((seed, index) => pen.oval([...seed, 4, 7], c.INK, index * 25)).join(''),
    pen.strokes(['60,210 52,190', '96,246 86,226', '262,206 268,188'], '#4d9163', 7),
    pen.shape('36,92 132,52 120,112', '#ee5f54', 14),
    pen.line('38,100 78,116 122,118', '#d9ebb2', 10),
    pen.line('34,108 78,126 122,127', c.PINE, 9),
    [
      pen.oval([82, 88, 3, 6], c.INK, 20),
      pen.oval([106, 78, 3, 6], c.INK),
      pen.oval([104, 100, 3, 6], c.INK),
    ].join(''),
  ].join('');
}

function oranges(pen: Pen): string {
  const slice = ([x, y]: Spot, size: number, turn: number) =>
    pen.place(
      [x, y],
      { turn },
      pen.oval([0, 0, size, size], '#f08a2c'),
      pen.oval([0, 0, size * 0.87, size * 0.87], '#fff0cf'),
      [0, 60, 120, 180, 240, 300]
        .map((angle) =>
          pen.place(
            [0, 0],
            { turn: angle },
            pen.shape(
              [
                [size * 0.1, 0],
                [size * 0.72, -size * 0.36],
                [size * 0.8, 0],
                [size * 0.72, size * 0.36],
              ],
              '#f9a83f',
              size * 0.2,
            ),
          ),
        )
        .join(''),
    );
  return [
    clothScene(pen, { cloth: '#8cc7c2', stripe: '#a3d4ce' }),
    pen.oval([164, 176, 122, 118], c.SHADE),
    pen.oval([160, 166, 122, 118], c.PAPER),
    pen.oval([160, 166, 98, 94], '#f1e6d2'),
    ball(pen, [112, 122, 50], ORANGES),
    leaf(pen, [106, 74], { length: 58, turn: -24, fill: c.PINE }),
    slice([204, 146], 52, 12),
    slice([142, 216], 50, 40),
    leaf(pen, [226, 204], { length: 50, turn: 40, fill: c.LEAF }),
  ].join('');
}

function peaches(pen: Pen): string {
  const peach = (spot: Spot, scale: number, turn: number) =>
    pen.place(
      spot,
      { scale, turn },
      pen.shape('0,-56 46,-46 62,-4 36,46 0,60 -36,46 -62,-4 -46,-46', PEACHES.shade, 34),
      pen.shape('-4,-52 38,-44 52,-6 28,38 -4,50 -38,38 -58,-6 -44,-42', PEACHES.body, 34),
      pen.oval([-26, -8, 18, 26], '#fcd7b8', 20),
      pen.line('2,-50 16,-10 4,50', '#dd7268', 4),
    );
  return [
    posterScene(pen, { sheet: '#f6d9cf', disc: '#fbeadf', ground: '#dca79a' }),
    shadow(pen, [160, 270, 118, 14]),
    leaf(pen, [160, 96], { length: 78, turn: -38, fill: c.LEAF }),
    leaf(pen, [156, 98], { length: 72, turn: -150, fill: c.PINE }),
    peach([160, 146], 1.05, 0),
    peach([104, 210], 0.98, -10),
    peach([214, 212], 0.98, 12),
  ].join('');
}

export const fruitDrawings = {
  fruitStall,
  fruitBoxes,
  fruitBasket,
  loquats,
  watermelon,
  oranges,
  peaches,
};
