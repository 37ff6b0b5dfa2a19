// The series of preferred numbers to which $bucketAuto rounds its boundaries.
import { show } from '../../values/show';
import type { Value } from '../../values/value';
import { failed } from '../failed';

interface Rounding {
  /** To the next number of the series above. */
  readonly up: (value: number) => number;
  /** To the next number of the series below. */
  readonly down: (value: number) => number;
}

/** Renard's series, one decade each; source: ISO 3. */
const r10 = [1, 1.25, 1.6, 2, 2.5, 3.15, 4, 5, 6.3, 8];
const r20 = [
  1, 1.12, 1.25, 1.4, 1.6, 1.8, 2, 2.24, 2.5, 2.8, 3.15, 3.55, 4, 4.5, 5, 5.6, 6.3, 7.1, 8, 9,
];
const r40 = [
  ...[
    1, 1.06, 1.12, 1.18, 1.25, 1.32, 1.4, 1.5, 1.6, 1.7, 1.8, 1.9, 2, 2.12, 2.24, 2.36, 2.5, 2.65,
  ],
  ...[
    2.8, 3, 3.15, 3.35, 3.55, 3.75, 4, 4.25, 4.5, 4.75, 5, 5.3, 5.6, 6, 6.3, 6.7, 7.1, 7.5, 8, 8.5,
  ],
  ...[9, 9.5],
];
const r80 = [
  ...[
    1.03, 1.09, 1.15, 1.22, 1.28, 1.36, 1.45, 1.55, 1.65, 1.75, 1.85, 1.95, 2.06, 2.18, 2.3, 2.43,
  ],
  ...[2.58, 2.72, 2.9, 3.07, 3.25, 3.45, 3.65, 3.87, 4.12, 4.37, 4.62, 4.87, 5.15, 5.45, 5.8, 6.15],
  ...[6.5, 6.9, 7.3, 7.75, 8.25, 8.75, 9.25, 9.75],
  ...r40,
].sort((a, b) => a - b);

/** The E series, one decade each; source: IEC 60063. */
const e24 = [
  ...[1, 1.1, 1.2, 1.3, 1.5, 1.6, 1.8, 2, 2.2, 2.4, 2.7, 3, 3.3, 3.6, 3.9, 4.3, 4.7, 5.1, 5.6, 6.2],
  ...[6.8, 7.5, 8.2, 9.1],
];
/** From E48 on the numbers are powers rounded to two places, except one. */
function powers(steps: number): number[] {
  const rounded = Array.from(
    { length: steps },
    (_, i) => Math.round(10 ** (i / steps) * 100) / 100,
  );
  return rounded.map((value) => (steps === 192 && value === 9.19 ? 9.2 : value));
}

const decades: ReadonlyMap<string, readonly number[]> = new Map([
  ['R5', [1, 1.6, 2.5, 4, 6.3]],
  ['R10', r10],
  ['R20', r20],
  ['R40', r40],
  ['R80', r80],
  ['1-2-5', [1, 2, 5]],
  ['E6', [1, 1.5, 2.2, 3.3, 4.7, 6.8]],
  ['E12', e24.filter((_, i) => i % 2 === 0)],
  ['E24', e24],
  ['E48', powers(48)],
  ['E96', powers(96)],
  ['E192', powers(192)],
]);

/** @throws CloudError for a series that does not exist */
export function roundsTo(granularity: Value): Rounding {
  if (granularity === 'POWERSOF2') return powersOfTwo;
  const decade = typeof granularity === 'string' ? decades.get(granularity) : undefined;
  if (!decade) throw failed(`Unknown rounding granularity ${show(granularity)}`);
  return { up: (value) => above(value, decade), down: (value) => below(value, decade) };
}

const powersOfTwo: Rounding = {
  up: (value) => (value === 0 ? 0 : 2 ** (Math.floor(Math.log2(value)) + 1)),
  down: (value) => (value === 0 ? 0 : 2 ** (Math.ceil(Math.log2(value)) - 1)),
};

function above(value: number, decade: readonly number[]): number {
  if (value === 0) return 0;
  const exponent = Math.floor(Math.log10(value));
  const candidates = [exponent - 1, exponent, exponent + 1].flatMap((e) => scaled(decade, e));
  return candidates.find((candidate) => candidate > value) ?? value;
}

function below(value: number, decade: readonly number[]): number {
  if (value === 0) return 0;
  const exponent = Math.floor(Math.log10(value));
  const candidates = [exponent - 1, exponent, exponent + 1].flatMap((e) => scaled(decade, e));
  return candidates.filter((candidate) => candidate < value).at(-1) ?? value;
}

function scaled(decade: readonly number[], exponent: number): number[] {
  return decade.map((value) => Number(`${value}e${exponent}`));
}
