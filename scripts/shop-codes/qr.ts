// A QR code as modules, and as one path of an SVG.
import qrcode from 'qrcode-generator';

export interface QrCode {
  /** Modules on a side. */
  readonly size: number;
  readonly isDark: (row: number, column: number) => boolean;
}

/**
 * The smallest QR code that holds the text as UTF-8. Level H survives the loss of about 30 % of
 * its code words (ISO/IEC 18004), Q of 25 %.
 * @throws when the text is longer than the largest code of the level.
 */
export function qrCode(text: string, level: 'Q' | 'H'): QrCode {
  const code = qrcode(0, level);
  // The library takes a byte a character, so it is given bytes.
  code.addData(Buffer.from(text, 'utf8').toString('latin1'), 'Byte');
  code.make();
  return {
    size: code.getModuleCount(),
    isDark: (row, column) => code.isDark(row, column),
  };
}

/** The dark modules as a path in units of one module, a bar for each run in a row. */
export function qrPath({ size, isDark }: QrCode): string {
  const bars: string[] = [];
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      if (!isDark(row, column)) continue;
      const start = column;
      while (column + 1 < size && isDark(row, column + 1)) column += 1;
      const length = column - start + 1;
      bars.push(`M${start} ${row}h${length}v1h-${length}z`);
    }
  }
  return bars.join('');
}
