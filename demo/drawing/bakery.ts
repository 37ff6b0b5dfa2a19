// Bakeries and cake shops.
import * as c from './colours';
import { ovalSpots, type Pen, type Spot } from './pen';
import { leaf, shadow, steam } from './props';
import { awningScene, clothScene, posterScene, tableScene } from './scenes';

const CRUST = '#c9803f';
const CRUMB = '#f4d49a';

function wheat(pen: Pen, foot: Spot, turn: number): string {
  const grains = [0, 1, 2, 3].map((index) =>
    [-1, 1]
      .map((side) => pen.oval([side * 10, -54 - index * 17, 7, 12], '#e9b24c', side * 28))
      .join(''),
  );
  return pen.place(
    foot,
    { turn },
    pen.line('0,0 2,-60 0,-112', '#b98a3c', 5),
    ...grains,
    pen.oval([0, -124, 7, 13], '#e9b24c'),
  );
}

function loaf(pen: Pen): string {
  return [
    tableScene(pen, { wall: '#e9c58f', light: '#f4d9ac', table: '#8f5b3a' }),
    wheat(pen, [72, 236], -14),
    wheat(pen, [250, 232], 16),
    shadow(pen, [160, 280, 122, 12]),
    pen.shape(
      '52,232 44,186 70,150 128,132 200,134 252,154 276,190 268,234 240,272 80,272',
      '#a9622c',
      30,
    ),
    pen.shape(
      '52,226 46,186 72,152 128,136 200,138 250,156 272,190 262,226 232,256 84,256',
      CRUST,
      30,
    ),
    pen.line('96,156 112,190 104,226', CRUMB, 15),
    pen.line('148,146 166,186 158,234', CRUMB, 16),
    pen.line('202,152 220,188 214,226', CRUMB, 15),
    pen.line('66,178 84,160', c.GLEAM, 6),
    pen.sprinkle([160, 200, 96, 44], '#fff0d0', { count: 18, size: 4 }),
  ].join('');
}

function croissant(pen: Pen): string {
  return [
    clothScene(pen, { cloth: '#a9c7d9', stripe: '#b7d2e1' }),
    pen.oval([164, 188, 132, 108], c.SHADE),
    pen.oval([160, 176, 132, 108], c.PAPER),
    pen.oval([160, 176, 106, 84], '#e9e4d8'),
    pen.shape(
      '40,200 66,140 118,100 176,92 236,116 282,190 258,214 214,176 162,164 108,178 64,222',
      '#a9622c',
      26,
    ),
    pen.shape(
      '44,192 70,138 120,102 176,94 232,116 276,184 254,200 212,164 162,152 106,166 64,208',
      '#d98f45',
      26,
    ),
    pen.shape('118,104 146,96 156,154 126,162', '#e9ab5f', 12),
    pen.shape('180,96 206,100 202,162 172,154', '#e9ab5f', 12),
    pen.strokes(
      ['110,106 120,166', '158,94 160,154', '212,104 204,164', '76,136 92,176', '252,138 230,176'],
      '#a9622c',
      5,
    ),
    pen.line('82,142 104,120', c.GLEAM, 6),
    pen.sprinkle([160, 232, 80, 18], '#d98f45', { count: 10, size: 6 }),
    pen.oval([222, 240, 22, 20], c.BERRY),
    pen.oval([176, 248, 18, 17], c.PLUM),
    leaf(pen, [240, 234], { length: 34, turn: -30, fill: c.LEAF }),
  ].join('');
}

function strawberry(pen: Pen, spot: Spot, scale: number): string {
  return pen.place(
    spot,
    { scale },
    pen.shape('-20,-10 0,-18 20,-10 14,14 0,26 -14,14', c.TOMATO, 12),
    pen.shape('-16,-14 -6,-22 0,-16 8,-24 16,-14 0,-8', c.LEAF, 4),
    pen.dots('-8,0 6,-2 0,10', '#f9d27a', 4),
  );
}

function creamCake(pen: Pen): string {
  const drops = [0, 1, 2, 3, 4, 5].map((index) =>
    pen.oval([76 + index * 34, 176 + (index % 2) * 8, 17, 26], c.PAPER),
  );
  return [
    posterScene(pen, { sheet: '#f3b4bb', disc: '#f9cfd2', ground: '#c9727f' }),
    shadow(pen, [160, 286, 120, 12]),
    pen.shape('34,262 286,262 262,282 58,282', '#e7eef0', 9),
    pen.shape('58,160 262,160 258,266 62,266', '#f7d7c4', 14),
    pen.strokes(['62,226 258,226'], '#ee9a9f', 10),
    ...drops,
    pen.oval([160, 160, 102, 30], c.PAPER),
    pen.oval([160, 158, 90, 23], '#fdeee6'),
    ...[
      [96, 148],
      [224, 148],
      [128, 162],
      [192, 162],
    ].map(([x = 0, y = 0]) => pen.oval([x, y, 20, 16], c.PAPER)),
    strawberry(pen, [96, 132], 1),
    strawberry(pen, [224, 132], 1),
    strawberry(pen, [128, 142], 1.1),
    strawberry(pen, [192, 142], 1.1),
    pen.line('160,128 160,84', c.SEA, 9),
    pen.shape('160,50 172,70 160,82 148,70', c.SUN, 9),
  ].join('');
}

function cakeSlice(pen: Pen): string {
  return [
    tableScene(pen, { wall: '#94b8a7', light: '#abcabb', table: '#e2c59b' }),
    shadow(pen, [164, 280, 126, 12]),
    pen.shape('26,252 298,252 268,278 58,278', '#f2f4f1', 10),
    pen.shape('54,150 258,118 282,150 282,252 54,252', '#f3cf8f', 8),
    pen.shape('54,152 282,152 282,176 54,176', '#fff4e0', 4),
    pen.shape('54,200 282,200 282,220 54,220', '#e8747d', 4),
    pen.shape('48,150 256,112 288,146 288,164 240,168 200,160 150,170 104,162 50,168', c.PAPER, 10),
    pen.sprinkle([160, 188, 90, 8], '#d9a75c', { count: 9, size: 5 }),
    strawberry(pen, [206, 112], 1.6),
    pen.oval([124, 130, 22, 18], '#fdeee0'),
    pen.oval([124, 122, 13, 11], c.PAPER),
    leaf(pen, [238, 112], { length: 40, turn: -30, fill: c.LEAF }),
  ].join('');
}

function riceCakes(pen: Pen): string {
  const cake = ([x, y]: Spot) =>
    [
      pen.shape(
        [
          [x - 46, y],
          [x, y - 24],
          [x + 46, y],
          [x, y + 24],
        ],
        '#fffaf0',
        8,
      ),
      pen.shape(
        [
          [x - 46, y],
          [x, y + 24],
          [x, y + 56],
          [x - 46, y + 32],
        ],
        '#eadcc2',
        6,
      ),
      pen.shape(
        [
          [x, y + 24],
          [x + 46, y],
          [x + 46, y + 32],
          [x, y + 56],
        ],
        '#f6ecd8',
        6,
      ),
      pen.sprinkle([x, y, 24, 12], '#e9a92f', { count: 7, size: 7 }),
    ].join('');
  return [
    posterScene(pen, { sheet: '#e3b450', disc: '#edc66d', ground: '#9a6a35' }),
    leaf(pen, [236, 96], { length: 64, turn: -24, fill: c.PINE }),
    leaf(pen, [238, 98], { length: 56, turn: 24, fill: c.LEAF }),
    pen.sprinkle([232, 84, 30, 22], '#fff0b8', { count: 10, size: 10 }),
    steam(pen, '98,124 164,106', '#ffffffb8'),
    shadow(pen, [160, 276, 122, 13]),
    pen.shape('30,230 160,188 290,230 160,280', '#7d9a5c', 16),
    pen.shape('44,228 160,192 276,228 160,270', '#94b06d', 14),
    cake([160, 150]),
    cake([104, 182]),
    cake([216, 182]),
    cake([160, 212]),
  ].join('');
}

function breadBasket(pen: Pen): string {
  const bun = (spot: Spot, size: number) =>
    [
      pen.oval([spot[0], spot[1], size, size * 0.84], '#b06a30'),
      pen.oval([spot[0] - 2, spot[1] - 4, size * 0.92, size * 0.74], '#dc9a50'),
      pen.sprinkle([spot[0], spot[1] - 8, size * 0.6, size * 0.36], '#fff0d0', {
        count: 7,
        size: 5,
      }),
    ].join('');
  const baguette = (foot: Spot, turn: number) =>
    pen.place(
      foot,
      { turn },
      pen.shape('-22,0 -26,-120 -10,-158 10,-158 26,-120 22,0', '#c67f3d', 22),
      pen.strokes(['-14,-42 16,-58', '-16,-84 16,-100', '-12,-122 14,-136'], CRUMB, 10),
    );
  return [
    awningScene(pen, { wall: '#f5e3c3', awning: '#7f5a8a', floor: '#a98563' }),
    shadow(pen, [160, 290, 116, 12]),
    baguette([102, 240], -14),
    baguette([216, 240], 16),
    baguette([160, 236], 2),
    bun([112, 204], 42),
    bun([206, 206], 42),
    bun([160, 212], 38),
    pen.shape('50,214 270,214 246,288 74,288', c.WOOD, 16),
    pen.strokes(
      [0, 1, 2, 3, 4, 5, 6].map((index): [Spot, Spot] => [
        [78 + index * 28, 232],
        [82 + index * 26, 276],
      ]),
      c.BARK,
      6,
    ),
    pen.strokes(['66,254 256,254'], c.BARK, 6),
    pen.box([44, 206, 232, 20], '#dba970', 9),
  ].join('');
}

function palmiers(pen: Pen): string {
  const curl = (x: number, side: 1 | -1) =>
    pen.line(
      [
        [x, 46],
        [x + side * 40, 30],
        [x + side * 58, -10],
        [x + side * 40, -44],
        [x + side * 14, -34],
        [x + side * 14, -6],
        [x + side * 34, -6],
      ],
      '#b06a2d',
      7,
    );
  const palmier = (spot: Spot, scale: number, turn: number) =>
    pen.place(
      spot,
      { scale, turn },
      pen.shape(
        '0,62 -58,34 -74,-14 -50,-58 -14,-50 0,-28 14,-50 50,-58 74,-14 58,34',
        '#e2a155',
        26,
      ),
      curl(-2, -1),
      curl(2, 1),
      pen.sprinkle([0, 0, 56, 40], '#fff3d6', { count: 14, size: 5 }),
    );
  return [
    clothScene(pen, { cloth: '#d98a8f', stripe: '#e09a9e' }),
    pen.oval([166, 188, 136, 110], c.SHADE),
    pen.oval([160, 176, 136, 110], '#f8f1e4'),
    pen.line(ovalSpots([160, 176, 114, 90], { from: 0, to: 359, count: 14 }), '#d9b76a', 4),
    palmier([108, 146], 0.88, -14),
    palmier([218, 150], 0.88, 16),
    palmier([162, 206], 0.98, 2),
  ].join('');
}

export const bakeryDrawings = {
  loaf,
  croissant,
  creamCake,
  cakeSlice,
  riceCakes,
  breadBasket,
  palmiers,
};
