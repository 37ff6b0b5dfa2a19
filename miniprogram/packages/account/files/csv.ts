// Tables that every spreadsheet reads: CSV after RFC 4180, with the mark by which they know UTF-8.

/** Lines of cells, headings first. */
export function csvOf(lines: readonly (readonly string[])[]): string {
  return `\ufeff${lines.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('')}`;
}

/** `-12.05` for -1205 fen or centipoints: what a spreadsheet takes for a number. */
export function decimal(hundredths: number): string {
  const absolute = Math.abs(hundredths);
  const sign = hundredths < 0 ? '-' : '';
  return `${sign}${Math.floor(absolute / 100)}.${String(absolute % 100).padStart(2, '0')}`;
}

const NUMBER = /^-?\d+\.\d{2}$/;

/** Quoted where needed; a text that a spreadsheet would run as a formula is kept a text. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r\n＝＋－＠]/.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
