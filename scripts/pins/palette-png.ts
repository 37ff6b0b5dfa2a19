// Writes small PNGs: a palette of at most 256 colours with transparency. Chromium's own PNGs are
// three times as large, and these lie in the mini-program's main package.
import { crc32, deflateSync } from 'node:zlib';

export interface Pixels {
  readonly side: number;
  /** Red, green, blue, alpha of each pixel. */
  readonly rgba: readonly number[];
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const PALETTE_COLOUR = 3;
const MAX_COLOURS = 256;
/** Colours nearer than this are told apart only by instruments; each step divides 255. */
const STEPS = [17, 34, 51] as const;

export function palettePng({ side, rgba }: Pixels): Buffer {
  const { palette, indexes } = fewColours({ side, rgba });
  const rows = Array.from({ length: side }, (_, row) => [
    0, // No filter.
    ...indexes.slice(row * side, (row + 1) * side),
  ]);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header(side)),
    chunk('PLTE', Buffer.from(palette.flatMap((colour) => colour.slice(0, 3)))),
    chunk('tRNS', Buffer.from(palette.map((colour) => colour[3] ?? 0))),
    chunk('IDAT', deflateSync(Buffer.from(rows.flat()), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function header(side: number): Buffer {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(side, 0);
  data.writeUInt32BE(side, 4);
  data.set([8, PALETTE_COLOUR, 0, 0, 0], 8);
  return data;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

interface FewColours {
  readonly palette: readonly (readonly number[])[];
  readonly indexes: readonly number[];
}

/** The finest rounding that leaves few enough colours. */
function fewColours(pixels: Pixels): FewColours {
  for (const step of STEPS) {
    const found = rounded(pixels, step);
    if (found.palette.length <= MAX_COLOURS) return found;
  }
  throw new Error('the picture has too many colours for a palette');
}

function rounded({ side, rgba }: Pixels, step: number): FewColours {
  const known = new Map<string, number>();
  const palette: number[][] = [];
  const indexes = Array.from({ length: side * side }, (_, pixel) => {
    const alpha = round(rgba[pixel * 4 + 3] ?? 0, step);
    const colour = [0, 1, 2].map((part) =>
      alpha === 0 ? 0 : round(rgba[pixel * 4 + part] ?? 0, step),
    );
    const key = [...colour, alpha].join();
    const index = known.get(key) ?? palette.length;
    if (index === palette.length) {
      known.set(key, index);
      palette.push([...colour, alpha]);
    }
    return index;
  });
  return { palette, indexes };
}

function round(value: number, step: number): number {
  return Math.min(255, Math.round(value / step) * step);
}
