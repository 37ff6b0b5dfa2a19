// Dishes from a kitchen.
import * as c from './colours';
import { type Pen, type Spot } from './pen';
import { bowl, leaf, shadow, steam } from './props';
import { scallions } from './noodles';
import { clothScene, posterScene, tileScene } from './scenes';

function fishPlate(pen: Pen): string {
  const scales = [0, 1, 2, 3].flatMap((column) =>
    [0, 1].map((row) => {
      const x = 132 + column * 28;
      const y = 148 + row * 22 + (column % 2) * 6;
      return pen.line(
        [
          [x, y],
          [x + 11, y + 8],
          [x, y + 18],
        ],
        '#c5613c',
        4,
      );
    }),
  );
  return [
    clothScene(pen, { cloth: '#345a72', stripe: '#3d667f' }),
    pen.oval([164, 178, 146, 92], c.SHADE),
    pen.oval([160, 166, 146, 92], c.PAPER),
    pen.oval([160, 166, 124, 74], '#e6efec'),
    pen.oval([158, 172, 116, 62], '#b5552f'),
    pen.shape('248,166 296,122 286,168 298,208', '#d9764a', 16),
    pen.shape('34,166 84,124 160,116 226,140 262,166 226,192 160,216 84,208', '#e78a55', 34),
    pen.shape('130,120 168,96 198,128', '#d9764a', 14),
    pen.line('96,132 108,166 96,200', '#c5613c', 6),
    ...scales,
    pen.oval([70, 156, 10, 10], c.PAPER),
    pen.oval([69, 156, 5, 5], c.INK),
    pen.strokes(['150,140 206,186', '176,132 232,170', '140,160 188,204'], c.LEAF, 8),
    pen.strokes(['164,150 214,150', '156,178 206,170'], '#f6d36a', 7),
    pen.dots('126,178 200,156 176,190 226,172', c.BRICK, 12),
  ].join('');
}

function porkCube(pen: Pen, [x, y]: Spot, size: number): string {
  return [
    pen.shape(
      [
        [x - size, y - size * 0.4],
        [x, y - size * 0.8],
        [x + size, y - size * 0.4],
        [x, y],
      ],
      '#b2492d',
      8,
    ),
    pen.shape(
      [
        [x - size, y - size * 0.4],
        [x, y],
        [x, y + size * 0.9],
        [x - size, y + size * 0.5],
      ],
      '#8d3320',
      6,
    ),
    pen.shape(
      [
        [x, y],
        [x + size, y - size * 0.4],
        [x + size, y + size * 0.5],
        [x, y + size * 0.9],
      ],
      '#e9b08a',
      6,
    ),
    pen.strokes(
      [
        [
          [x + 3, y + size * 0.3],
          [x + size - 3, y - size * 0.12],
        ],
      ],
      '#a84630',
      size * 0.2,
    ),
    pen.line(
      [
        [x - size * 0.5, y - size * 0.42],
        [x, y - size * 0.6],
      ],
      c.GLEAM,
      5,
    ),
  ].join('');
}

function braisedPork(pen: Pen): string {
  return [
    posterScene(pen, { sheet: '#efc9a0', disc: '#f8dfbf', ground: '#b6785a' }),
    steam(pen, '112,120 206,120', '#ffffffb0'),
    shadow(pen, [160, 282, 118, 13]),
    pen.box([20, 180, 36, 26], '#6d4332', 12),
    pen.box([264, 180, 36, 26], '#6d4332', 12),
    bowl(
      pen,
      { rim: [160, 184, 126, 34], depth: 88, body: '#8c5a41', shade: '#5c3a2b', inside: '#6d2c1c' },
      porkCube(pen, [104, 160], 38),
      porkCube(pen, [214, 162], 38),
      porkCube(pen, [160, 148], 42),
      porkCube(pen, [134, 186], 34),
      porkCube(pen, [190, 188], 34),
      leaf(pen, [158, 126], { length: 46, turn: -50, fill: c.LEAF }),
      leaf(pen, [158, 126], { length: 38, turn: -120, fill: '#7dbb62' }),
    ),
    pen.line('54,226 108,254 160,260 212,254 266,226', '#a97558', 6),
  ].join('');
}

function redPork(pen: Pen): string {
  return [
    clothScene(pen, { cloth: '#d8b06a', stripe: '#e0bd7e' }),
    pen.oval([166, 186, 132, 108], c.SHADE),
    pen.oval([160, 172, 132, 108], '#2f3f46'),
    pen.oval([160, 168, 120, 96], '#3d5059'),
    pen.oval([160, 172, 104, 80], '#7d2a1a'),
    porkCube(pen, [112, 142], 36),
    porkCube(pen, [202, 144], 36),
    porkCube(pen, [158, 126], 36),
    porkCube(pen, [92, 188], 36),
    porkCube(pen, [224, 192], 34),
    porkCube(pen, [158, 180], 40),
    porkCube(pen, [160, 222], 32),
    scallions(pen, [160, 168, 84, 60], 16),
  ].join('');
}

function wok(pen: Pen): string {
  return [
    tileScene(pen, { tile: '#f6e7c8', joint: '#e9d5ac', counter: '#6c7a80' }),
    pen.shape(
      '92,262 108,216 128,246 146,204 164,244 184,206 200,246 218,214 234,262',
      c.ORANGE,
      12,
    ),
    pen.shape('112,264 126,238 144,256 162,228 178,256 200,236 214,264', c.BUTTER, 10),
    pen.box([70, 258, 186, 20], '#3c4347', 8),
    pen.line('262,168 312,140', c.BARK, 18),
    bowl(
      pen,
      { rim: [158, 170, 116, 32], depth: 70, body: '#3f4a50', shade: '#2b3338', inside: '#20272b' },
      leaf(pen, [84, 158], { length: 72, turn: -16, fill: c.LEAF }),
      leaf(pen, [150, 176], { length: 76, turn: -14, fill: '#7bb755' }),
      pen.shape('110,164 148,148 158,168 122,182', '#d98e6a', 10),
      pen.shape('184,150 224,158 212,180 176,174', '#c9784f', 10),
      pen.line('124,148 160,136 192,144', c.TOMATO, 11),
      pen.line('196,176 226,182 250,170', c.TOMATO, 10),
    ),
    leaf(pen, [150, 112], { length: 48, turn: -50, fill: c.LEAF }),
    pen.shape('196,96 224,84 232,104 204,114', '#d98e6a', 9),
    pen.line('96,104 112,88 130,92', c.TOMATO, 10),
    pen.strokes(['118,122 122,112', '176,124 178,110', '228,128 234,116'], c.STONE, 4),
  ].join('');
}

export const dishDrawings = { fishPlate, braisedPork, redPork, wok };
