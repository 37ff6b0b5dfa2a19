// Which rows of a long list are drawn. Rows stand in chunks; a chunk that is far from what is
// seen keeps its height and loses its rows, so that a thousand shops cost as much as fifty.

export const ROWS_PER_CHUNK = 10;
/** Height of a row that nobody has measured yet, px; times the text's scale. */
const USUAL_ROW_PX = 118;
/** Lower than this no row is: a list that is not laid out, as on a hidden page, measures 0. */
const LEAST_ROW_PX = 60;

export interface ChunkRange {
  readonly first: number;
  readonly last: number;
}

/** The rows in chunks, as they come. */
export function inChunks<T>(rows: readonly T[]): T[][] {
  const count = Math.ceil(rows.length / ROWS_PER_CHUNK);
  return Array.from({ length: count }, (_, chunk) =>
    rows.slice(chunk * ROWS_PER_CHUNK, (chunk + 1) * ROWS_PER_CHUNK),
  );
}

/** Whether a measured height can be that of so many rows. */
export function isPlausible(heightPx: number, rows: number): boolean {
  return heightPx >= rows * LEAST_ROW_PX;
}

/** Height of a chunk that was not drawn yet, px: as its neighbours' rows, else as usual. */
export function guessedHeight(
  rows: number,
  { measured, textScale }: { measured: readonly number[]; textScale: number },
): number {
  if (measured.length === 0) return rows * USUAL_ROW_PX * textScale;
  const sum = measured.reduce((total, each) => total + each, 0);
  return (sum / measured.length / ROWS_PER_CHUNK) * rows;
}

/**
 * The chunks that are seen or within one screen of it.
 * @param heights of all chunks, px
 * @param view how far the list is scrolled, and the height of what is seen, px
 */
export function chunksInView(
  heights: readonly number[],
  { top, room }: { readonly top: number; readonly room: number },
): ChunkRange {
  const [from, to] = [top - room, top + 2 * room];
  let end = 0;
  let first = heights.length;
  let last = 0;
  for (const [chunk, height] of heights.entries()) {
    const start = end;
    end += height;
    if (end <= from || start >= to) continue;
    first = Math.min(first, chunk);
    last = chunk;
  }
  // Scrolled past everything, e.g. since the list became shorter.
  if (first === heights.length) first = last = Math.max(0, heights.length - 1);
  return { first, last };
}
