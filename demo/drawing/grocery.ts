// Grocers, markets and convenience shops.
import * as c from './colours';
import { type Pen, type Spot } from './pen';
import { ball, leaf, shadow } from './props';
import { awningScene, posterScene, tableScene } from './scenes';

function carrot(pen: Pen, spot: Spot, turn: number): string {
  return pen.place(
    spot,
    { turn },
    leaf(pen, [0, -46], { length: 40, turn: -70, fill: c.LEAF }),
    leaf(pen, [0, -46], { length: 40, turn: -110, fill: c.PINE }),
    pen.shape('-20,-46 0,-54 20,-46 6,44 -6,44', c.ORANGE, 12),
    pen.strokes(['-12,-24 0,-22', '2,-4 12,-6', '-8,12 0,13'], '#d9702a', 4),
  );
}

/** A head of green cabbage with pale stalks. */
function cabbage(
  pen: Pen,
  spot: Spot,
  { scale, turn = 0 }: { scale: number; turn?: number },
): string {
  return pen.place(
    spot,
    { scale, turn },
    pen.shape('-22,60 -58,10 -64,-36 -30,-66 0,-50 30,-66 64,-36 58,10 22,60', '#4f9650', 24),
    pen.shape('-18,60 -36,6 -38,-30 0,-58 38,-30 36,6 18,60', '#7fbf5f', 20),
    pen.shape('-20,64 -20,14 0,-20 20,14 20,64', '#f2f4dc', 12),
    pen.strokes(['0,50 0,-4', '0,0 -24,-26', '0,-4 24,-28'], '#cfe0a8', 5),
  );
}

function vegetables(pen: Pen): string {
  const tomato = ([x, y]: Spot) =>
    ball(pen, [x, y, 30], { body: '#ea6150', shade: c.BRICK }) +
    pen.shape(
      [
        [x - 16, y - 24],
        [x - 4, y - 28],
        [x + 2, y - 38],
        [x + 6, y - 27],
        [x + 18, y - 22],
        [x, y - 18],
      ],
      c.PINE,
      4,
    );
  return [
    tableScene(pen, { wall: '#f7d98c', light: '#fce7ad', table: '#7f9d68' }),
    shadow(pen, [160, 284, 122, 12]),
    cabbage(pen, [112, 150], { scale: 1.05, turn: -12 }),
    carrot(pen, [188, 136], 10),
    carrot(pen, [222, 140], 26),
    pen.line('152,180 156,120 146,76', '#e9f0d0', 14),
    pen.line('150,110 146,70', c.LEAF, 14),
    tomato([204, 190]),
    tomato([146, 200]),
    ball(pen, [250, 198, 25], { body: '#8c6bb0', shade: c.PLUM }),
    pen.shape('44,198 276,198 250,282 70,282', c.WOOD, 14),
    pen.strokes(['58,226 264,226', '66,254 256,254'], c.BARK, 6),
    pen.box([36, 188, 248, 20], '#dba970', 8),
  ].join('');
}

function greens(pen: Pen): string {
  const crate = (left: number, top: number) =>
    pen.box([left, top, 128, 24], c.WOOD, 4) + pen.box([left, top + 28, 128, 24], '#b67b48', 4);
  return [
    awningScene(pen, { wall: '#e6efd2', awning: '#3e7f8f', floor: '#94a789' }),
    shadow(pen, [160, 290, 140, 11]),
    cabbage(pen, [60, 182], { scale: 0.74, turn: -6 }),
    cabbage(pen, [118, 184], { scale: 0.74, turn: 8 }),
    carrot(pen, [196, 176], -12),
    carrot(pen, [228, 170], 2),
    carrot(pen, [262, 178], 14),
    crate(24, 206),
    crate(168, 206),
    ball(pen, [120, 250, 24], { body: '#ea6150', shade: c.BRICK }),
    ball(pen, [162, 246, 25], { body: '#ea6150', shade: c.BRICK }),
    ball(pen, [204, 250, 24], { body: '#f3c14b', shade: '#d99a2c' }),
    pen.box([88, 262, 148, 26], '#a56c3c', 4),
  ].join('');
}

function shoppingBag(pen: Pen): string {
  return [
    posterScene(pen, { sheet: '#b9d6e6', disc: '#d0e4ef', ground: '#7fa6bf' }),
    shadow(pen, [162, 286, 104, 12]),
    pen.line('96,160 82,56', '#e9f0d0', 15),
    pen.line('92,120 80,44', c.LEAF, 15),
    pen.line('114,160 112,60', '#e9f0d0', 15),
    pen.line('113,112 112,40', '#4f9650', 15),
    pen.shape('128,170 122,78 140,52 160,52 176,80 172,170', '#c67f3d', 16),
    pen.strokes(['136,92 160,82', '136,122 164,112'], '#f4d49a', 9),
    pen.shape('182,168 182,96 194,84 196,66 222,66 224,84 238,98 238,168', '#fdf9ee', 8),
    pen.box([192, 56, 36, 14], c.SEA, 5),
    pen.box([182, 118, 56, 26], c.SKY, 4),
    pen.oval([240, 158, 26, 26], c.TOMATO),
    pen.shape('62,146 258,146 266,284 54,284', '#d9a868', 8),
    pen.shape('62,146 258,146 260,172 60,172', '#c28f4f', 6),
    pen.shape('160,254 128,222 130,198 148,192 160,206 172,192 190,198 192,222', c.TOMATO, 16),
  ].join('');
}

function nightShop(pen: Pen): string {
  const goods = [0, 1, 2, 3, 4].map((index) =>
    pen.box(
      [66 + index * 25, 160 + (index % 2) * 7, 17, 34 - (index % 2) * 7],
      [c.TOMATO, c.SUN, c.TEAL, c.LILAC, c.ORANGE][index] ?? c.SUN,
      4,
    ),
  );
  return [
    `<rect width="320" height="320" fill="${c.NIGHT}"/>`,
    pen.oval([254, 56, 28, 28], '#f7e3a3'),
    pen.oval([266, 48, 24, 24], c.NIGHT),
    pen.sprinkle([150, 44, 140, 34], '#dfe6f7', { count: 16, size: 4 }),
    pen.shape('-10,270 330,266 330,330 -10,330', '#222c4e', 8),
    pen.shape('40,270 280,270 308,302 12,302', '#f7d98c38', 20),
    pen.box([32, 96, 256, 178], '#41507f', 8),
    pen.box([48, 138, 148, 128], '#fbe9b4', 6),
    pen.box([208, 138, 64, 134], '#fdf1c9', 6),
    ...goods,
    pen.box([54, 194, 136, 8], c.WOOD, 3),
    pen.oval([84, 226, 16, 16], c.ORANGE),
    pen.oval([114, 228, 15, 15], c.TOMATO),
    pen.oval([142, 226, 16, 16], c.LEAF),
    pen.oval([170, 228, 14, 14], c.SUN),
    pen.box([54, 240, 136, 8], c.WOOD, 3),
    pen.box([24, 92, 272, 40], c.TEAL, 8),
    pen.strokes(['24,122 296,122'], c.ORANGE, 9),
    pen.dots('70,106 115,106 160,106 205,106 250,106', '#fdf1c9', 13),
    pen.line('222,202 222,222', '#8a93b5', 6),
    pen.strokes(['240,142 240,268'], '#d9c98f', 4),
  ].join('');
}

function shelf(pen: Pen): string {
  const bottle = ([x, y]: Spot, body: string, cap: string) =>
    pen.shape(
      [
        [x - 18, y],
        [x - 18, y - 46],
        [x - 8, y - 60],
        [x - 8, y - 76],
        [x + 8, y - 76],
        [x + 8, y - 60],
        [x + 18, y - 46],
        [x + 18, y],
      ],
      body,
      8,
    ) +
    pen.box([x - 10, y - 86, 20, 14], cap, 4) +
    pen.box([x - 18, y - 40, 36, 20], c.PAPER, 3);
  const tin = ([x, y]: Spot, body: string) =>
    pen.box([x - 22, y - 54, 44, 54], body, 7) +
    pen.box([x - 22, y - 38, 44, 22], c.PAPER, 3) +
    pen.oval([x, y - 27, 8, 8], body);
  const board = (y: number) =>
    pen.box([-10, y, 340, 18], c.WOOD, 4) +
    `<rect y="${y + 16}" width="320" height="12" fill="${c.SHADE}"/>`;
  return [
    `<rect width="320" height="320" fill="#f2e4cb"/>`,
    pen.oval([160, 150, 150, 140], '#f8eeda'),
    bottle([52, 144], c.TEAL, c.TOMATO),
    bottle([98, 144], '#e9a13b', c.INK),
    tin([154, 144], c.TOMATO),
    tin([206, 144], c.SEA),
    bottle([264, 144], '#8fb85a', c.PINE),
    board(144),
    pen.shape('26,270 22,206 38,196 84,196 100,206 96,270', '#f3b14d', 9),
    pen.oval([61, 234, 22, 22], c.PAPER),
    pen.oval([61, 234, 12, 12], c.BRICK),
    tin([132, 270], c.PLUM),
    pen.shape('166,270 166,210 178,196 206,196 218,210 218,270', '#fdfaf2', 7),
    pen.box([166, 224, 52, 24], c.SKY, 3),
    bottle([256, 270], c.BERRY, c.SUN),
    board(270),
  ].join('');
}

export const groceryDrawings = { vegetables, greens, shoppingBag, nightShop, shelf };
