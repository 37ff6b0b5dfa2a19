// Noodles, dumplings and buns.
import * as c from './colours';
import { ovalSpots, type Oval, type Pen, type Spot } from './pen';
import { bowl, chopsticks, leaf, shadow, steam } from './props';
import { clothScene, tableScene } from './scenes';

function strands(pen: Pen, [x, y, halfWidth, halfHeight]: Oval, ink: string): string {
  return [-0.8, -0.4, 0, 0.4, 0.8]
    .map((share) => {
      const row = y + share * halfHeight;
      const half = halfWidth * Math.sqrt(1 - share * share * 0.8);
      return pen.line(
        [
          [x - half, row],
          [x - half / 2, row - 8],
          [x, row + 5],
          [x + half / 2, row - 7],
          [x + half, row + 2],
        ],
        ink,
        5,
      );
    })
    .join('');
}

function halfEgg(pen: Pen, spot: Spot, turn: number): string {
  return pen.place(
    spot,
    { turn },
    pen.oval([0, 0, 30, 23], '#e9d9bd'),
    pen.oval([0, -2, 28, 21], c.PAPER),
    pen.oval([1, 0, 14, 13], c.ORANGE),
    pen.oval([-3, -4, 5, 4], c.GLEAM),
  );
}

export function scallions(pen: Pen, oval: Oval, count = 16): string {
  return (
    pen.sprinkle(oval, '#6fb053', { count, size: 8 }) +
    pen.sprinkle(oval, '#cfe59a', { count: count / 2, size: 5 })
  );
}

function noodles(pen: Pen): string {
  return [
    tableScene(pen, { wall: '#f3b27a', light: '#f8c896', table: '#a9623f' }),
    steam(pen, '120,116 166,104 208,118'),
    shadow(pen, [160, 282, 98, 13]),
    bowl(
      pen,
      { rim: [160, 166, 122, 40], depth: 106, body: c.SEA, shade: '#235a78', inside: '#d98b45' },
      strands(pen, [156, 172, 92, 22], '#fbe3a1'),
      halfEgg(pen, [106, 160], -12),
      pen.shape('150,146 206,138 226,152 170,164', '#b46a4b', 12),
      pen.shape('156,158 216,150 232,164 180,176', '#c98062', 12),
      leaf(pen, [184, 178], { length: 60, turn: 8, fill: c.LEAF }),
      scallions(pen, [136, 180, 44, 12], 12),
    ),
    chopsticks(pen, [306, 84], [176, 158], c.BARK),
    pen.line('56,204 92,252', '#5aa3c4', 5),
    pen.dots('128,244 160,252 192,244', '#8cc4dc', 11),
  ].join('');
}

function scallionNoodles(pen: Pen): string {
  return [
    clothScene(pen, { cloth: '#7f9f8d', stripe: '#8dab99' }),
    pen.oval([166, 178, 126, 122], c.SHADE),
    pen.oval([160, 166, 126, 122], '#f4ebdc'),
    pen.oval([160, 166, 104, 100], '#d9c7a8'),
    pen.oval([160, 168, 98, 94], '#c98a4b'),
    [30, 50, 70, 88]
      .map((size) =>
        pen.line(
          [
            ...ovalSpots([160, 168, size, size * 0.92], {
              from: size * 4,
              to: size * 4 + 320,
              count: 12,
            }),
          ],
          '#f4cf8a',
          9,
        ),
      )
      .join(''),
    pen.line(ovalSpots([160, 168, 16, 14], { from: 0, to: 300, count: 7 }), '#fbe0a8', 9),
    pen.strokes(
      ['120,130 166,112', '142,150 196,136', '130,120 190,122', '150,134 206,154'],
      c.PINE,
      8,
    ),
    pen.strokes(['128,142 176,124', '160,146 200,122'], c.LEAF, 7),
    pen.sprinkle([170, 190, 50, 34], '#8a4f2b', { count: 12, size: 8 }),
    chopsticks(pen, [306, 22], [196, 178], '#5b3527'),
  ].join('');
}

function wontons(pen: Pen): string {
  const wonton = (spot: Spot, turn: number) =>
    pen.place(
      spot,
      { turn },
      pen.shape('-32,0 -16,-22 0,-12 16,-24 32,-2 14,20 -14,20', '#f6e0b6', 12),
      pen.oval([0, 3, 15, 11], '#f3b39a'),
      pen.line('-24,-4 -8,-10 0,-4', c.PAPER, 4),
    );
  return [
    tableScene(pen, { wall: '#9fc7c0', light: '#b9d8d1', table: '#e0b983' }),
    steam(pen, '132,108 190,108'),
    shadow(pen, [160, 282, 98, 13]),
    bowl(
      pen,
      {
        rim: [160, 164, 122, 44],
        depth: 106,
        body: '#f7efe1',
        shade: '#dccdb4',
        inside: '#f0c878',
      },
      wonton([104, 158], -8),
      wonton([166, 148], 6),
      wonton([222, 160], 12),
      wonton([134, 180], -4),
      wonton([194, 182], 8),
      scallions(pen, [160, 170, 84, 20], 18),
    ),
    pen.line('58,206 104,236 160,246 216,236 262,206', c.TOMATO, 7),
    pen.line('70,228 112,254 160,262 208,254 250,228', c.TOMATO, 3),
  ].join('');
}

function dumplings(pen: Pen): string {
  const dumpling = (spot: Spot, turn: number) =>
    pen.place(
      spot,
      { turn },
      pen.shape('-46,10 -36,-14 0,-30 36,-14 46,10 20,24 -20,24', '#ead9b8', 18),
      pen.shape('-42,4 -34,-16 0,-30 34,-16 42,4 16,14 -16,14', '#fdf3dc', 16),
      pen.strokes(['-24,-18 -20,-6', '-8,-25 -6,-12', '8,-25 7,-12', '24,-18 20,-6'], '#dcc69c', 4),
    );
  return [
    clothScene(pen, { cloth: '#d9604f', stripe: '#e06f5d' }),
    pen.oval([166, 180, 134, 116], c.SHADE),
    pen.oval([160, 168, 134, 116], c.PAPER),
    pen.oval([160, 168, 112, 95], '#dfe9e6'),
    dumpling([108, 116], -14),
    dumpling([206, 114], 10),
    dumpling([94, 178], -6),
    dumpling([176, 164], 4),
    dumpling([136, 228], 8),
    pen.oval([230, 222, 46, 42], '#2c4a5b'),
    pen.oval([230, 220, 36, 32], '#5f2c1d'),
    pen.line(ovalSpots([228, 216, 22, 18], { from: 190, to: 290, count: 5 }), '#a0573a', 5),
    pen.dots('240,228 226,234 246,214', c.SUN, 7),
  ].join('');
}

function friedBuns(pen: Pen): string {
  const bun = ([x, y]: Spot) =>
    [
      pen.oval([x, y + 8, 42, 34], '#b9702f'),
      pen.oval([x, y + 1, 42, 34], '#f3dcae'),
      pen.oval([x - 3, y - 4, 34, 26], '#fdf1d3'),
      pen.sprinkle([x, y - 4, 22, 14], '#6fb053', { count: 6, size: 6 }),
    ].join('');
  return [
    clothScene(pen, { cloth: '#f2c14f', stripe: '#f5cb67' }),
    pen.oval([166, 182, 138, 120], c.SHADE),
    pen.line('262,250 318,304', c.INK, 24),
    pen.oval([160, 168, 138, 120], '#343b40'),
    pen.oval([160, 166, 122, 105], '#4a5359'),
    bun([118, 98]),
    bun([202, 98]),
    bun([78, 164]),
    bun([160, 160]),
    bun([242, 164]),
    bun([118, 226]),
    bun([202, 226]),
    pen.sprinkle([160, 158, 104, 84], '#7a5534', { count: 40, size: 4 }),
  ].join('');
}

function steamer(pen: Pen): string {
  const bun = ([x, y]: Spot, size: number) =>
    [
      pen.oval([x, y + 3, size, size * 0.8], '#e5d3b0'),
      pen.oval([x, y, size, size * 0.78], '#fdf4e0'),
      pen.strokes(
        [-60, -20, 20, 60].map((angle): [Spot, Spot] => {
          const dx = Math.sin((angle * Math.PI) / 180) * size * 0.8;
          return [
            [x, y - size * 0.4],
            [x + dx, y + size * 0.1],
          ];
        }),
        '#e0c999',
        3,
      ),
      pen.oval([x, y - size * 0.42, 5, 4], '#dcc08a'),
    ].join('');
  return [
    tableScene(pen, { wall: '#6f9c92', light: '#84aea3', table: '#c7905c' }),
    steam(pen, '100,94 160,82 220,94', '#ffffffc0', 9),
    shadow(pen, [160, 286, 124, 13]),
    pen.box([36, 222, 248, 58], '#c98f51', 12),
    pen.strokes(['40,250 280,250'], '#a8703a', 6),
    pen.box([30, 160, 260, 62], '#dda665', 12),
    pen.strokes(['34,190 286,190'], '#b57c43', 6),
    pen.oval([160, 162, 131, 48], '#b57c43'),
    pen.oval([160, 160, 118, 40], '#f0d8a4'),
    bun([98, 148], 36),
    bun([222, 148], 36),
    bun([160, 136], 38),
    bun([126, 172], 36),
    bun([194, 172], 36),
    pen.strokes(['88,232 88,272', '232,232 232,272'], '#a8703a', 8),
  ].join('');
}

export const noodleDrawings = { noodles, scallionNoodles, wontons, dumplings, friedBuns, steamer };
