// Pictures of QR codes in pixels: printed, stained, turned, small, as a camera may see them.

/** Grey pixels, 0 black to 255 white, in rows. */
export interface GreyPicture {
  readonly side: number;
  readonly pixels: Uint8ClampedArray;
}

/** Whether a module is dark; row and column may lie outside of the code, where it is light. */
export type Modules = (row: number, column: number) => boolean;

const QUIET_MODULES = 4;
const WHITE = 255;

/** Reads the bars of a path (`M1 2h3v1h-3z…`) back into modules. */
export function modulesOfPath(path: string): { readonly size: number; readonly isDark: Modules } {
  const dark = new Set<string>();
  let size = 0;
  for (const [, column = '', row = '', length = ''] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let at = Number(column); at < Number(column) + Number(length); at += 1) {
      dark.add(`${row} ${at}`);
      size = Math.max(size, at + 1, Number(row) + 1);
    }
  return { size, isDark: (row, column) => dark.has(`${row} ${column}`) };
}

/** Draws modules with their quiet zone; each is `pixelsPerModule` wide. */
export function drawModules(
  { size, isDark }: { size: number; isDark: Modules },
  pixelsPerModule: number,
): GreyPicture {
  const side = (size + 2 * QUIET_MODULES) * pixelsPerModule;
  return paint(side, (x, y) => {
    const row = Math.floor(y / pixelsPerModule) - QUIET_MODULES;
    const column = Math.floor(x / pixelsPerModule) - QUIET_MODULES;
    return isDark(row, column) ? 0 : WHITE;
  });
}

/**
 * Turns a picture around its middle, on a larger white ground. Between pixels the shade is mixed,
 * as in a photograph.
 */
export function turn(picture: GreyPicture, degrees: number): GreyPicture {
  const side = Math.ceil(picture.side * 1.45);
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return paint(side, (x, y) => {
    const [dx, dy] = [x - side / 2, y - side / 2];
    const half = picture.side / 2;
    return shadeAt(picture, half + dx * cos + dy * sin, half - dx * sin + dy * cos);
  });
}

/** Black on white becomes white on black, its quiet zone too. */
export function invert({ side, pixels }: GreyPicture): GreyPicture {
  return { side, pixels: pixels.map((shade) => WHITE - shade) };
}

/** Each pixel becomes the mean of its neighbours, as out of focus. */
export function blur(picture: GreyPicture, radius: number): GreyPicture {
  const width = 2 * radius + 1;
  return paint(picture.side, (x, y) => {
    let sum = 0;
    for (let dy = -radius; dy <= radius; dy += 1)
      for (let dx = -radius; dx <= radius; dx += 1) sum += pixelAt(picture, x + dx, y + dy);
    return sum / (width * width);
  });
}

/** An oval stain that hides what is under it; in parts of the picture's side. */
export interface Stain {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** 0 black to 255 white. */
  readonly shade: number;
}

export function spill(picture: GreyPicture, stain: Stain): GreyPicture {
  return paint(picture.side, (x, y) =>
    isUnder(stain, x / picture.side, y / picture.side) ? stain.shade : pixelAt(picture, x, y),
  );
}

/** Which part of the modules lies under the stain. */
export function hiddenPart(size: number, stain: Stain): number {
  const side = size + 2 * QUIET_MODULES;
  let hidden = 0;
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column < size; column += 1) {
      const x = (column + QUIET_MODULES + 0.5) / side;
      const y = (row + QUIET_MODULES + 0.5) / side;
      if (isUnder(stain, x, y)) hidden += 1;
    }
  return hidden / (size * size);
}

function isUnder({ x, y, width, height }: Stain, atX: number, atY: number): boolean {
  return ((atX - x) / (width / 2)) ** 2 + ((atY - y) / (height / 2)) ** 2 <= 1;
}

function paint(side: number, shadeOf: (x: number, y: number) => number): GreyPicture {
  const pixels = new Uint8ClampedArray(side * side);
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1) pixels[y * side + x] = shadeOf(x, y);
  return { side, pixels };
}

function pixelAt({ side, pixels }: GreyPicture, x: number, y: number): number {
  return x < 0 || y < 0 || x >= side || y >= side ? WHITE : (pixels[y * side + x] ?? WHITE);
}

function shadeAt(picture: GreyPicture, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const [right, below] = [x - left, y - top];
  const upper = pixelAt(picture, left, top) * (1 - right) + pixelAt(picture, left + 1, top) * right;
  const lower =
    pixelAt(picture, left, top + 1) * (1 - right) + pixelAt(picture, left + 1, top + 1) * right;
  return upper * (1 - below) + lower * below;
}
