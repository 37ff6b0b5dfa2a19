// Tea houses, milk tea and coffee.
import * as c from './colours';
import { ovalSpots, type Pen, type Spot } from './pen';
import { leaf, shadow, steam } from './props';
import { clothScene, posterScene, tableScene, windowScene } from './scenes';

interface Cup {
  readonly foot: Spot;
  readonly scale?: number;
  readonly turn?: number;
  readonly drink: string;
  readonly foam: string;
  readonly straw: string;
}

/** A clear cup with a lid and a straw; `inside` is drawn into the drink, 0, 0 is its middle. */
function clearCup(
  pen: Pen,
  { foot, scale = 1, turn = 0, drink, foam, straw }: Cup,
  ...inside: readonly string[]
) {
  return pen.place(
    foot,
    { scale, turn },
    pen.line('18,-176 34,-256', straw, 13),
    pen.shape('-66,-184 66,-184 48,0 -48,0', '#ffffffb8', 12),
    pen.shape('-60,-150 60,-150 44,-6 -44,-6', drink, 12),
    pen.shape('-62,-166 62,-166 58,-128 20,-120 -14,-130 -58,-122', foam, 10),
    ...inside,
    pen.line('-46,-140 -36,-30', c.GLEAM, 8),
    pen.box([-74, -198, 148, 20], '#fffdf6', 9),
    pen.shape('-56,-196 -44,-216 44,-216 56,-196', '#ffffffc8', 9),
  );
}

const PEARLS: readonly Spot[] = [
  [-30, -16],
  [-10, -14],
  [12, -16],
  [32, -18],
  [-22, -32],
  [0, -31],
  [22, -34],
  [-36, -48],
  [10, -50],
  [34, -52],
  [-12, -50],
];

function pearlTea(pen: Pen): string {
  return [
    posterScene(pen, { sheet: '#f2b8a0', disc: '#f8d0bd', ground: '#cf8068' }),
    shadow(pen, [160, 286, 74, 12]),
    clearCup(
      pen,
      { foot: [160, 286], drink: '#d9a06b', foam: '#f6e3c6', straw: c.TEAL },
      pen.dots(PEARLS, '#3f241c', 16),
    ),
    pen.dots('52,96 270,120 66,190 262,206', c.PAPER, 10),
  ].join('');
}

function milkTea(pen: Pen): string {
  return [
    tableScene(pen, { wall: '#cdbde6', light: '#ddd1f0', table: '#8e78b8' }),
    shadow(pen, [164, 288, 80, 12]),
    clearCup(
      pen,
      { foot: [164, 288], turn: 4, drink: '#e9c195', foam: '#fff3dd', straw: c.BERRY },
      pen.line('-52,-120 -30,-86 -46,-50 -34,-14', '#8a4b2a', 9),
      pen.line('48,-118 30,-80 42,-40 30,-12', '#8a4b2a', 9),
      pen.dots(PEARLS.slice(0, 7), '#4a2a1f', 15),
    ),
    pen.place(
      [72, 272],
      { turn: -12 },
      pen.box([-36, -30, 72, 36], '#f6e3c6', 10),
      pen.oval([-12, -12, 9, 9], '#4a2a1f'),
      pen.oval([12, -14, 9, 9], '#4a2a1f'),
    ),
  ].join('');
}

function lemonSlice(pen: Pen, spot: Spot, size: number): string {
  return pen.place(
    spot,
    { turn: 15 },
    pen.oval([0, 0, size, size], '#e9b62f'),
    pen.oval([0, 0, size * 0.84, size * 0.84], '#fff4c4'),
    pen.strokes(
      [
        [
          [-size * 0.6, 0],
          [size * 0.6, 0],
        ],
        [
          [-size * 0.3, -size * 0.52],
          [size * 0.3, size * 0.52],
        ],
        [
          [size * 0.3, -size * 0.52],
          [-size * 0.3, size * 0.52],
        ],
      ],
      '#f6d14e',
      size * 0.26,
    ),
    pen.oval([0, 0, size * 0.12, size * 0.12], '#fff4c4'),
  );
}

function lemonTea(pen: Pen): string {
  return [
    posterScene(pen, { sheet: '#7cc0a2', disc: '#98d1b6', ground: '#4f967b' }),
    shadow(pen, [166, 286, 84, 12]),
    clearCup(
      pen,
      { foot: [170, 286], drink: '#f5c95c', foam: '#fbe08d', straw: c.TOMATO },
      lemonSlice(pen, [-16, -92], 32),
      lemonSlice(pen, [22, -42], 29),
      pen.box([14, -132, 30, 28], '#ffffff90', 6),
      pen.box([-44, -46, 26, 26], '#ffffff90', 6),
    ),
    lemonSlice(pen, [70, 250], 40),
    leaf(pen, [90, 214], { length: 44, turn: -50, fill: c.PINE }),
  ].join('');
}

function mintTea(pen: Pen): string {
  const cubes: Spot[] = [
    [-40, -128],
    [4, -120],
    [-22, -84],
    [20, -70],
  ];
  return [
    tableScene(pen, { wall: '#f4dd8c', light: '#fae9ac', table: '#d99a5b' }),
    shadow(pen, [160, 288, 74, 12]),
    clearCup(
      pen,
      { foot: [160, 288], drink: '#9fcf9a', foam: '#c6e3b4', straw: c.SEA },
      ...cubes.map(([x, y]) => pen.box([x, y, 32, 30], '#ffffff80', 7)),
      leaf(pen, [-34, -20], { length: 52, turn: -24, fill: c.PINE }),
    ),
    leaf(pen, [132, 82], { length: 62, turn: -140, fill: c.LEAF }),
    leaf(pen, [138, 78], { length: 58, turn: -100, fill: '#4f9650' }),
    leaf(pen, [260, 276], { length: 48, turn: -20, fill: c.LEAF }),
  ].join('');
}

function twoCups(pen: Pen): string {
  return [
    tableScene(pen, { wall: '#f7c6c9', light: '#fcdcdc', table: '#c9828a' }),
    shadow(pen, [108, 288, 62, 11]),
    shadow(pen, [216, 288, 62, 11]),
    clearCup(
      pen,
      {
        foot: [106, 288],
        scale: 0.84,
        turn: -3,
        drink: '#c78d5e',
        foam: '#f8e6cc',
        straw: c.TOMATO,
      },
      pen.dots(PEARLS, '#3f241c', 16),
    ),
    clearCup(
      pen,
      { foot: [216, 288], scale: 0.84, turn: 4, drink: '#f090a0', foam: '#fde3e4', straw: c.TEAL },
      pen.sprinkle([0, -60, 36, 44], '#c93f5f', { count: 9, size: 16 }),
    ),
  ].join('');
}

function latte(pen: Pen): string {
  return [
    clothScene(pen, { cloth: '#b98a63', stripe: '#c3966f' }),
    pen.oval([158, 188, 132, 122], c.SHADE),
    pen.oval([152, 176, 132, 122], '#e9eef0'),
    pen.oval([152, 174, 104, 95], '#d3dde1'),
    pen.line('234,128 284,98 292,140 246,160', c.PAPER, 20),
    pen.oval([152, 168, 96, 92], c.PAPER),
    pen.oval([152, 168, 82, 78], '#8a5233'),
    pen.oval([150, 166, 74, 70], '#b97845'),
    pen.shape('152,232 98,176 104,140 134,132 152,152 170,132 200,140 206,176', '#fdf0d8', 26),
    pen.line('122,158 152,190 182,158', '#b97845', 8),
    pen.line('132,192 152,212 172,192', '#b97845', 7),
    pen.shape('250,232 302,228 306,272 254,278', '#e0b074', 12),
    pen.dots('264,242 290,244 266,264 292,262', '#8a5233', 7),
  ].join('');
}

function coffeeToGo(pen: Pen): string {
  return [
    windowScene(
      pen,
      { wall: '#d9c5a4', sky: '#bfe0de', frame: '#7d5a41', sill: '#a9744d' },
      leaf(pen, [76, 96], { length: 80, turn: 20, fill: '#e0a04a' }),
      leaf(pen, [196, 60], { length: 62, turn: 60, fill: '#d9824a' }),
      leaf(pen, [214, 190], { length: 50, turn: -60, fill: '#c9b04f' }),
    ),
    shadow(pen, [160, 292, 66, 11]),
    pen.shape('104,112 216,112 200,290 120,290', c.PAPER, 10),
    pen.shape('108,162 212,162 205,238 115,238', '#b07a4e', 6),
    pen.shape('94,92 226,92 222,120 98,120', '#4b332a', 9),
    pen.shape('106,92 114,72 206,72 214,92', '#5f4336', 8),
    leaf(pen, [138, 218], { length: 58, turn: -45, fill: '#f0d8a8', vein: '#b07a4e' }),
    pen.line('122,132 130,272', c.SHADE, 7),
  ].join('');
}

function teapot(pen: Pen): string {
  const cup = ([x, y]: Spot) =>
    [
      shadow(pen, [x, y + 30, 34, 7]),
      pen.shape(
        [
          [x - 34, y - 12],
          [x + 34, y - 12],
          [x + 22, y + 30],
          [x - 22, y + 30],
        ],
        '#f3ead8',
        14,
      ),
      pen.oval([x, y - 12, 34, 10], '#d9cbb0'),
      pen.oval([x, y - 11, 28, 7], '#a8bb52'),
    ].join('');
  return [
    posterScene(pen, { sheet: '#a9c48d', disc: '#c2d7a8', ground: '#6d8f63' }),
    pen.shape('-10,250 60,150 120,236 200,160 330,250', '#8fb07a', 50),
    pen.line('60,158 72,150', c.GLEAM, 4),
    shadow(pen, [148, 276, 104, 12]),
    pen.line('228,186 270,160 262,226 216,246', '#8f4a33', 16),
    pen.shape('88,216 38,176 24,150 52,150 96,186', '#a9583d', 14),
    pen.shape('84,180 112,150 196,150 226,184 226,240 196,274 114,274 82,240', '#b9654a', 34),
    pen.oval([154, 152, 52, 13], '#8f4a33'),
    pen.shape('108,148 124,126 184,126 200,148', '#c9765a', 14),
    pen.oval([154, 118, 14, 12], '#8f4a33'),
    pen.line('106,196 102,226 116,250', c.GLEAM, 8),
    steam(pen, '32,138'),
    cup([252, 258]),
  ].join('');
}

function gaiwan(pen: Pen): string {
  return [
    tableScene(pen, { wall: '#3e5f6b', light: '#507480', table: '#8d5a3b' }),
    steam(pen, '112,92 226,96', '#ffffff90'),
    shadow(pen, [160, 282, 118, 13]),
    pen.shape('46,258 274,258 246,282 74,282', '#e8efed', 12),
    pen.shape('66,164 254,164 240,220 204,262 116,262 80,220', c.PAPER, 26),
    pen.oval([160, 164, 94, 24], '#d5dedb'),
    pen.oval([160, 166, 84, 18], '#d99a3f'),
    pen.place(
      [178, 140],
      { turn: 9 },
      pen.shape('-84,12 -56,-18 0,-30 56,-18 84,12 0,22', c.PAPER, 22),
      pen.box([-20, -46, 40, 18], '#e8efed', 7),
      pen.line('-50,-8 0,-18 50,-8', '#5b93b5', 5),
    ),
    leaf(pen, [120, 226], { length: 54, turn: -28, fill: '#5b93b5' }),
    leaf(pen, [160, 236], { length: 50, turn: -60, fill: '#7fb0cb' }),
    leaf(pen, [186, 236], { length: 46, turn: -10, fill: '#5b93b5' }),
    pen.line(ovalSpots([160, 164, 82, 88], { from: 168, to: 130, count: 4 }), c.SHADE, 5),
  ].join('');
}

export const teaDrawings = {
  pearlTea,
  milkTea,
  lemonTea,
  mintTea,
  twoCups,
  latte,
  coffeeToGo,
  teapot,
  gaiwan,
};
