// How a shop's name stands on its card: as large as fits into one line, else in two.

/** A name below this part of the largest size is set in two lines instead. */
const SMALLEST_PART = 0.72;
/** Latin letters and figures take about this part of a Chinese character's width. */
const NARROW = 0.58;

/** Lines and their size, in the unit of `width`. */
export function nameLines(
  name: string,
  { width, largest }: { width: number; largest: number },
): { readonly lines: readonly string[]; readonly size: number } {
  const sizeOf = (line: string): number => Math.min(largest, width / Math.max(emsOf(line), 1));
  if (sizeOf(name) >= largest * SMALLEST_PART) return { lines: [name], size: sizeOf(name) };
  const lines = halves(name);
  return { lines, size: Math.min(largest * 0.82, ...lines.map(sizeOf)) };
}

function emsOf(line: string): number {
  return Array.from(line).reduce((sum, sign) => sum + (sign < '\u2e80' ? NARROW : 1), 0);
}

/** Breaks before a bracket, else at a blank, where one stands near the middle, else in the middle. */
function halves(name: string): readonly string[] {
  const signs = Array.from(name);
  const at =
    breakNearMiddle(signs, /[（(]/) ??
    breakNearMiddle(signs, /[\s·]/) ??
    Math.ceil(signs.length / 2);
  return [signs.slice(0, at).join('').trim(), signs.slice(at).join('').trim()];
}

function breakNearMiddle(signs: readonly string[], before: RegExp): number | undefined {
  const { length } = signs;
  return [...signs.keys()]
    .filter((at) => before.test(signs[at] ?? '') && at >= length * 0.25 && at <= length * 0.75)
    .sort((one, other) => Math.abs(one - length / 2) - Math.abs(other - length / 2))[0];
}
