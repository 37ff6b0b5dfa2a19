// A QR code as PNG of two colours. WeChat draws a round code of its own kind, which only WeChat
// reads; this one is read by every reader.
import { crc32, deflateSync } from 'node:zlib';
import qrcode from 'qrcode-generator';

type Rgb = readonly [red: number, green: number, blue: number];

interface CodeStyle {
  /** Pixels of each side. */
  readonly width: number;
  readonly colour: Rgb;
  readonly isTransparent: boolean;
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const quietModules = 4;

export function codePicture(text: string, { width, colour, isTransparent }: CodeStyle): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(width, 4);
  header.set([1, 3, 0, 0, 0], 8); // One bit a pixel, a palette.
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from([255, 255, 255, ...colour])),
    chunk('tRNS', Buffer.from([isTransparent ? 0 : 255])),
    chunk('IDAT', deflateSync(rowsOf(text, width))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Each row is a byte for its filter and a bit a pixel, 1 where it is dark. */
function rowsOf(text: string, width: number): Buffer {
  const code = qrcode(0, 'M');
  code.addData(text, 'Byte');
  code.make();
  const modules = code.getModuleCount();
  const scale = Math.floor(width / (modules + 2 * quietModules));
  const margin = Math.floor((width - modules * scale) / 2);
  const isDark = (row: number, column: number): boolean => {
    const [y, x] = [row, column].map((at) => Math.floor((at - margin) / scale));
    if (y === undefined || x === undefined || Math.min(x, y) < 0) return false;
    return Math.max(x, y) < modules && code.isDark(y, x);
  };
  const rowBytes = 1 + Math.ceil(width / 8);
  const rows = Buffer.alloc(rowBytes * width);
  for (let row = 0; row < width; row++) {
    for (let column = 0; column < width; column++) {
      if (!isDark(row, column)) continue;
      const at = row * rowBytes + 1 + (column >> 3);
      rows.writeUInt8(rows.readUInt8(at) | (128 >> (column & 7)), at);
    }
  }
  return rows;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
