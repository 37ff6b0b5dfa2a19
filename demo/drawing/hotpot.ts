// Hotpot restaurants.
import * as c from './colours';
import { ovalSpots, type Oval, type Pen, type Spot } from './pen';
import { leaf, shadow, steam } from './props';
import { clothScene, posterScene, tableScene } from './scenes';

function chili(pen: Pen, spot: Spot, turn: number): string {
  return pen.place(
    spot,
    { turn },
    pen.shape('-24,-6 8,-9 30,4 6,8 -22,8', c.TOMATO, 8),
    pen.line('-24,1 -34,-4', c.PINE, 5),
    pen.line('-14,-2 6,-3', c.GLEAM, 3),
  );
}

function mushroom(
  pen: Pen,
  spot: Spot,
  { cap, scale, turn = 0 }: { cap: string; scale: number; turn?: number },
) {
  return pen.place(
    spot,
    { scale, turn },
    pen.shape('-12,-6 12,-6 17,42 -15,42', '#f4e4c6', 9),
    pen.shape('-44,0 -32,-30 0,-44 34,-30 44,0 0,6', cap, 20),
    pen.line('-24,-16 -12,-28', c.GLEAM, 6),
  );
}

/** A pot seen from above with its two handles. */
function potFromAbove(pen: Pen, rim: string, lining: string): string {
  return [
    pen.oval([166, 180, 128, 122], c.SHADE),
    pen.box([8, 140, 40, 52], rim, 18),
    pen.box([272, 140, 40, 52], rim, 18),
    pen.oval([160, 166, 128, 122], rim),
    pen.oval([160, 166, 114, 108], lining),
  ].join('');
}

function chiliPot(pen: Pen): string {
  const bubbles: Oval = [160, 168, 84, 78];
  return [
    clothScene(pen, { cloth: '#3c3a4a', stripe: '#464455' }),
    potFromAbove(pen, '#c9a45c', '#8f6a31'),
    pen.oval([160, 168, 106, 100], '#c43a26'),
    pen.oval([152, 158, 84, 76], '#d9492f'),
    pen.sprinkle(bubbles, '#f0913f', { count: 22, size: 9 }),
    pen.sprinkle(bubbles, '#7d1f16', { count: 18, size: 6 }),
    chili(pen, [112, 122], 24),
    chili(pen, [206, 134], -40),
    chili(pen, [168, 222], 10),
    chili(pen, [102, 200], -64),
    leaf(pen, [176, 156], { length: 62, turn: 32, fill: c.LEAF }),
    pen.oval([142, 176, 25, 24], '#f3e2c4'),
    pen.oval([142, 176, 11, 10], '#d9b985'),
    pen.oval([218, 190, 22, 20], '#f4e9d2'),
    pen.oval([150, 104, 20, 18], '#f4e9d2'),
    pen.strokes(['296,20 190,140', '314,42 202,148'], c.WOOD, 8),
  ].join('');
}

function splitPot(pen: Pen): string {
  return [
    clothScene(pen, { cloth: '#b8c9b0', stripe: '#c5d4bd' }),
    potFromAbove(pen, '#7d8790', '#59636b'),
    pen.oval([160, 168, 106, 100], '#f5e3b6'),
    pen.shape(
      [
        [160, 68],
        ...ovalSpots([160, 168, 106, 100], { from: -80, to: 80, count: 9 }),
        [160, 268],
        [128, 226],
        [142, 186],
        [174, 152],
        [192, 112],
      ],
      '#cf412b',
      30,
    ),
    pen.line('160,66 194,110 174,152 142,186 126,226 160,270', '#8d979f', 9),
    pen.sprinkle([216, 172, 38, 66], '#f0913f', { count: 14, size: 8 }),
    chili(pen, [222, 142], -50),
    chili(pen, [204, 210], 20),
    pen.oval([238, 186, 18, 16], '#f3e2c4'),
    mushroom(pen, [102, 128], { cap: '#a9714a', scale: 0.62, turn: -20 }),
    leaf(pen, [76, 196], { length: 60, turn: -20, fill: c.LEAF }),
    pen.oval([140, 110, 12, 11], c.TOMATO),
    pen.oval([106, 222, 13, 12], c.TOMATO),
    pen.sprinkle([106, 166, 40, 66], '#fff6dc', { count: 10, size: 8 }),
  ].join('');
}

function mushroomPot(pen: Pen): string {
  return [
    posterScene(pen, { sheet: '#41624f', disc: '#547a62', ground: '#2f4a3b' }),
    steam(pen, '104,94 212,94', '#ffffff80'),
    shadow(pen, [160, 284, 120, 13]),
    mushroom(pen, [102, 154], { cap: '#c58a55', scale: 1.05, turn: -14 }),
    mushroom(pen, [218, 156], { cap: '#8e5b3d', scale: 1.05, turn: 14 }),
    mushroom(pen, [160, 134], { cap: '#e7b673', scale: 1.3 }),
    leaf(pen, [258, 182], { length: 44, turn: -70, fill: '#8cc070' }),
    leaf(pen, [62, 184], { length: 44, turn: -110, fill: '#8cc070' }),
    pen.box([14, 196, 40, 28], '#8f4a33', 13),
    pen.box([266, 196, 40, 28], '#8f4a33', 13),
    pen.shape('42,182 278,182 262,264 228,282 92,282 58,264', '#c46a47', 22),
    pen.box([34, 172, 252, 24], '#d9825b', 12),
    pen.line('66,216 78,252', c.GLEAM, 7),
    pen.line('104,236 132,226 160,238 188,226 216,236', '#e9a27d', 6),
  ].join('');
}

function tomatoPot(pen: Pen): string {
  return [
    tableScene(pen, { wall: '#f6c8b6', light: '#fbdccf', table: '#8fb08a' }),
    steam(pen, '124,106 200,106', '#ffffffd0'),
    shadow(pen, [160, 284, 120, 13]),
    pen.box([8, 178, 46, 26], c.BRICK, 12),
    pen.box([266, 178, 46, 26], c.BRICK, 12),
    pen.shape('36,164 284,164 272,258 238,280 82,280 48,258', c.TOMATO, 24),
    pen.oval([160, 166, 126, 42], c.BRICK),
    pen.oval([160, 164, 114, 34], '#f08b4a'),
    pen.oval([110, 158, 26, 18], '#e4533d'),
    pen.oval([110, 155, 18, 11], '#f27b60'),
    pen.oval([208, 160, 28, 19], '#e4533d'),
    pen.oval([208, 157, 19, 12], '#f27b60'),
    pen.oval([160, 176, 24, 14], '#fbe8c6'),
    pen.shape('142,140 178,140 180,156 140,156', '#fbf1dc', 6),
    leaf(pen, [222, 178], { length: 44, turn: 160, fill: c.LEAF }),
    pen.sprinkle([160, 164, 90, 22], '#6fb053', { count: 10, size: 7 }),
    pen.line('66,206 78,246', c.GLEAM, 8),
  ].join('');
}

function copperPot(pen: Pen): string {
  return [
    posterScene(pen, { sheet: '#e9b54d', disc: '#f2c96d', ground: '#a8632f' }),
    steam(pen, '84,124 236,124', '#ffffffb8'),
    shadow(pen, [160, 288, 96, 11]),
    pen.shape('136,176 142,54 178,54 184,176', '#b9652f', 10),
    pen.box([132, 46, 56, 16], '#d98a4b', 7),
    pen.shape('146,46 150,22 160,36 168,16 174,46', c.TOMATO, 8),
    pen.oval([160, 172, 124, 30], '#8f4a22'),
    pen.oval([160, 170, 112, 22], '#f4dca8'),
    leaf(pen, [72, 166], { length: 50, turn: -6, fill: c.LEAF }),
    pen.shape('196,156 244,160 236,178 192,174', '#e9988a', 8),
    pen.line('200,164 236,168', c.PAPER, 5),
    pen.oval([108, 178, 16, 8], c.PAPER),
    pen.shape('136,178 138,130 182,130 184,178', '#c9743a', 8),
    pen.line('150,70 148,160', c.GLEAM, 7),
    pen.shape('36,176 284,176 256,226 204,244 116,244 64,226', '#c9743a', 22),
    pen.line('66,198 92,222', c.GLEAM, 8),
    pen.shape('118,240 202,240 222,288 98,288', '#a8572a', 10),
    pen.box([136, 256, 48, 20], '#5b2a15', 8),
    pen.sprinkle([160, 268, 16, 5], c.ORANGE, { count: 6, size: 6 }),
    pen.line(ovalSpots([160, 196, 126, 18], { from: 170, to: 10, count: 8 }), '#e6a066', 5),
  ].join('');
}

export const hotpotDrawings = { chiliPot, splitPot, mushroomPot, tomatoPot, copperPot };
