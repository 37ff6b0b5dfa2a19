// Florists.
import * as c from './colours';
import { type Pen, type Spot } from './pen';
import { leaf, shadow } from './props';
import { awningScene, posterScene, windowScene } from './scenes';

interface Bloom {
  readonly petal: string;
  readonly heart: string;
  readonly size: number;
}

function daisy(pen: Pen, spot: Spot, { petal, heart, size }: Bloom): string {
  const petals = [0, 72, 144, 216, 288].map((angle) => {
    const turned = (angle * Math.PI) / 180;
    return pen.oval(
      [Math.cos(turned) * size * 0.58, Math.sin(turned) * size * 0.58, size * 0.48, size * 0.38],
      petal,
      angle,
    );
  });
  return pen.place(spot, {}, ...petals, pen.oval([0, 0, size * 0.3, size * 0.3], heart));
}

function rose(pen: Pen, spot: Spot, { petal, heart, size }: Bloom): string {
  return pen.place(
    spot,
    {},
    pen.oval([0, 0, size, size * 0.94], petal),
    pen.line(
      [
        [-size * 0.5, size * 0.2],
        [-size * 0.2, -size * 0.6],
        [size * 0.5, -size * 0.3],
        [size * 0.35, size * 0.45],
        [-size * 0.2, size * 0.4],
        [-size * 0.15, -size * 0.1],
        [size * 0.2, 0],
      ],
      heart,
      size * 0.16,
    ),
  );
}

function tulip(pen: Pen, spot: Spot, petal: string, turn: number): string {
  return pen.place(
    spot,
    { turn },
    pen.line('0,84 2,40 0,0', c.LEAF, 8),
    pen.shape('-26,-34 -12,-20 0,-42 12,-20 26,-34 22,6 0,18 -22,6', petal, 10),
  );
}

function bouquet(pen: Pen): string {
  return [
    posterScene(pen, { sheet: '#f7d9c6', disc: '#fcebdd', ground: '#d99c84' }),
    leaf(pen, [120, 150], { length: 92, turn: -140, fill: c.PINE }),
    leaf(pen, [200, 150], { length: 92, turn: -40, fill: c.PINE }),
    leaf(pen, [160, 130], { length: 92, turn: -92, fill: c.LEAF }),
    leaf(pen, [110, 170], { length: 80, turn: -172, fill: c.LEAF }),
    leaf(pen, [210, 170], { length: 80, turn: -8, fill: c.LEAF }),
    rose(pen, [112, 116], { petal: c.TOMATO, heart: c.BRICK, size: 38 }),
    rose(pen, [206, 112], { petal: '#f29aa6', heart: '#d4657b', size: 40 }),
    daisy(pen, [160, 84], { petal: c.PAPER, heart: c.SUN, size: 38 }),
    rose(pen, [160, 148], { petal: '#f6b54a', heart: '#d98a2b', size: 42 }),
    daisy(pen, [80, 160], { petal: c.PAPER, heart: c.SUN, size: 32 }),
    daisy(pen, [240, 162], { petal: c.LILAC, heart: c.SUN, size: 32 }),
    pen.shape(
      '58,176 112,192 160,178 208,192 262,176 186,272 200,306 120,306 134,272',
      '#c9a0b4',
      10,
    ),
    pen.shape('112,192 160,178 208,192 176,274 144,274', '#dcb9c9', 10),
    pen.box([128, 254, 64, 22], c.BERRY, 9),
    leaf(pen, [150, 266], { length: 48, turn: 140, fill: c.BERRY }),
    leaf(pen, [170, 266], { length: 48, turn: 40, fill: c.BERRY }),
  ].join('');
}

function flowerPots(pen: Pen): string {
  const pot = ([x, y]: Spot, width: number, body: string) =>
    pen.shape(
      [
        [x - width, y - 60],
        [x + width, y - 60],
        [x + width * 0.7, y],
        [x - width * 0.7, y],
      ],
      body,
      9,
    ) +
    pen.box([x - width - 6, y - 70, width * 2 + 12, 20], body, 6) +
    pen.strokes(
      [
        [
          [x - width + 4, y - 46],
          [x + width - 4, y - 46],
        ],
      ],
      c.SHADE,
      6,
    );
  return [
    awningScene(pen, { wall: '#dbe8ee', awning: '#d4657b', floor: '#b7a28c' }),
    shadow(pen, [160, 296, 140, 10]),
    tulip(pen, [42, 168], c.TOMATO, -10),
    tulip(pen, [76, 154], c.SUN, 2),
    tulip(pen, [108, 168], '#ee8aa0', 12),
    leaf(pen, [70, 232], { length: 62, turn: -112, fill: c.PINE }),
    pot([76, 296], 42, '#cf7a52'),
    ...[-126, -90, -54].map((turn, index) =>
      leaf(pen, [178, 238], { length: 88, turn, fill: index % 2 === 0 ? c.PINE : '#4f9650' }),
    ),
    pot([178, 296], 38, c.SEA),
    leaf(pen, [262, 234], { length: 54, turn: -140, fill: c.LEAF }),
    daisy(pen, [242, 176], { petal: c.LILAC, heart: c.SUN, size: 32 }),
    daisy(pen, [284, 182], { petal: c.PAPER, heart: c.SUN, size: 30 }),
    daisy(pen, [264, 212], { petal: '#f3a3a8', heart: c.SUN, size: 32 }),
    pot([264, 296], 40, '#e0b458'),
  ].join('');
}

function windowFlowers(pen: Pen): string {
  const rain = Array.from({ length: 14 }, (_, index): [Spot, Spot] => {
    const x = 78 + ((index * 53) % 170);
    const y = 48 + ((index * 37) % 136);
    return [
      [x, y],
      [x - 5, y + 17],
    ];
  });
  return [
    windowScene(
      pen,
      { wall: '#6b7fa3', sky: '#b9cfdf', frame: '#f4ead8', sill: '#c98f5f' },
      pen.shape('64,216 64,176 110,158 160,178 214,152 256,172 256,216', '#8fb0b5', 26),
      pen.strokes(rain, '#f2f8fb', 4),
    ),
    shadow(pen, [162, 294, 78, 11]),
    pen.line('150,220 128,166 104,138', c.PINE, 7),
    pen.line('162,220 164,150 162,112', c.PINE, 7),
    pen.line('174,220 198,170 222,142', c.PINE, 7),
    leaf(pen, [138, 190], { length: 54, turn: -170, fill: c.LEAF }),
    leaf(pen, [188, 190], { length: 54, turn: -12, fill: c.LEAF }),
    leaf(pen, [164, 176], { length: 44, turn: -50, fill: '#4f9650' }),
    daisy(pen, [102, 132], { petal: '#f29aa6', heart: c.SUN, size: 42 }),
    daisy(pen, [162, 104], { petal: c.PAPER, heart: c.SUN, size: 46 }),
    daisy(pen, [224, 136], { petal: '#f6c15a', heart: c.TOMATO, size: 42 }),
    pen.shape('132,206 192,206 186,226 210,256 200,294 124,294 114,256 138,226', '#5aa39b', 16),
    pen.box([126, 200, 72, 14], '#3f867f', 6),
    pen.line('130,254 136,278', c.GLEAM, 8),
  ].join('');
}

export const flowerDrawings = { bouquet, flowerPots, windowFlowers };
