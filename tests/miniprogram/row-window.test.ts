import fc from 'fast-check';
import {
  ROWS_PER_CHUNK,
  chunksInView,
  guessedHeight,
  inChunks,
  isPlausible,
} from '../../miniprogram/features/merchants/row-window';

const ROOM = 800;
const thousandPx = Array.from({ length: 100 }, () => 1000);

describe('the rows of a long list that are drawn', () => {
  test('all rows stand in chunks, in their order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat()), (rows) => {
        const chunks = inChunks(rows);
        expect(chunks.flat()).toEqual(rows);
        expect(chunks.every(({ length }) => length > 0 && length <= ROWS_PER_CHUNK)).toBe(true);
      }),
    );
  });

  test.each([
    [0, { first: 0, last: 1 }],
    [1799, { first: 0, last: 3 }],
    [1800, { first: 1, last: 3 }],
    [50_000, { first: 49, last: 51 }],
    [99_200, { first: 98, last: 99 }],
  ])('scrolled by %d px: those seen and a screen around', (top, range) => {
    expect(chunksInView(thousandPx, { top, room: ROOM })).toEqual(range);
  });

  test('whatever is seen is drawn, and not much more', () => {
    const list = fc.array(fc.integer({ min: 100, max: 3000 }), { minLength: 1, maxLength: 80 });
    fc.assert(
      fc.property(list, fc.nat(100_000), (heights, at) => {
        const whole = heights.reduce((sum, each) => sum + each, 0);
        const top = Math.min(at, Math.max(0, whole - ROOM));
        const { first, last } = chunksInView(heights, { top, room: ROOM });
        const start = heights.slice(0, first).reduce((sum, each) => sum + each, 0);
        const end = heights.slice(0, last + 1).reduce((sum, each) => sum + each, 0);
        expect(start).toBeLessThanOrEqual(Math.max(0, top - ROOM));
        expect(end).toBeGreaterThanOrEqual(Math.min(whole, top + 2 * ROOM));
        expect(end - start).toBeLessThanOrEqual(3 * ROOM + 2 * 3000);
      }),
    );
  });

  test('a list that became shorter shows its end, an empty one nothing', () => {
    expect(chunksInView([1000, 1000], { top: 50_000, room: ROOM })).toEqual({ first: 1, last: 1 });
    expect(chunksInView([], { top: 0, room: ROOM })).toEqual({ first: 0, last: 0 });
  });

  test('a chunk that was never drawn is taken to be as high as the others', () => {
    expect(guessedHeight(10, { measured: [], textScale: 1.3 })).toBeCloseTo(
      1.3 * guessedHeight(10, { measured: [], textScale: 1 }),
    );
    expect(guessedHeight(5, { measured: [1000, 1400], textScale: 1 })).toBe(600);
  });

  test('what a hidden page measures counts for nothing', () => {
    expect(isPlausible(0, 10)).toBe(false);
    expect(isPlausible(1100, 10)).toBe(true);
  });
});
