// The only place where money and points are added, divided and rounded.
import { invariant } from '../result';

declare const unit: unique symbol;

/** Integer fen; 100 fen = 1 yuan. */
export type Fen = number & { readonly [unit]: 'fen' };
/** Integer centipoints; 1 point = 1 yuan of rebate, so R fen of rebate give R centipoints. */
export type Centipoints = number & { readonly [unit]: 'centipoints' };
/** Share in ten-thousandths: rebate rates and the waterfall. */
export type BasisPoints = number & { readonly [unit]: 'bps' };
/** Share in parts per billion: dividend rates. */
export type Ppb = number & { readonly [unit]: 'ppb' };

type Amount = Fen | Centipoints;

const PPB = 1_000_000_000n;
const BPS = 10_000n;

function integer(value: number): number {
  // The text is made only where it is told: sums are taken by the thousand.
  if (!Number.isSafeInteger(value)) invariant(false, `${value} is not a safe integer`);
  return value === 0 ? 0 : value;
}

/** Brands integer fen; throws on fractions and beyond 2^53. */
export function fen(value: number): Fen {
  return integer(value) as Fen;
}

/** Brands integer centipoints; throws on fractions and beyond 2^53. */
export function centipoints(value: number): Centipoints {
  return integer(value) as Centipoints;
}

/** Brands basis points between 0 and 10000. */
export function basisPoints(value: number): BasisPoints {
  invariant(integer(value) >= 0 && value <= 10_000, `${value} bps is not a share`);
  return value as BasisPoints;
}

/** Brands parts per billion between 0 and 10⁹. */
export function ppb(value: number): Ppb {
  invariant(integer(value) >= 0 && value <= 1_000_000_000, `${value} ppb is not a share`);
  return value as Ppb;
}

export const NO_FEN = 0 as Fen;
export const NO_POINTS = 0 as Centipoints;

export function add<A extends Amount>(left: A, right: A): A {
  return integer(left + right) as A;
}

export function subtract<A extends Amount>(from: A, what: A): A {
  return integer(from - what) as A;
}

export function negate<A extends Amount>(amount: A): A {
  return integer(0 - amount) as A;
}

export function smaller<A extends Amount>(left: A, right: A): A {
  return left < right ? left : right;
}

export function larger<A extends Amount>(left: A, right: A): A {
  return left > right ? left : right;
}

/** `amount`, or 0 where it is negative. */
export function atLeastZero<A extends Amount>(amount: A): A {
  return (amount > 0 ? amount : 0) as A;
}

export function totalFen(amounts: Iterable<Fen>): Fen {
  let sum = NO_FEN;
  for (const amount of amounts) sum = add(sum, amount);
  return sum;
}

export function totalPoints(amounts: Iterable<Centipoints>): Centipoints {
  let sum = NO_POINTS;
  for (const amount of amounts) sum = add(sum, amount);
  return sum;
}

/** floor(amount × rate / 10000); the amount must not be negative. */
export function shareOf(amount: Fen, rate: BasisPoints): Fen {
  invariant(amount >= 0, 'a share is of a non-negative amount');
  return fen(Number((BigInt(amount) * BigInt(rate)) / BPS));
}

/** floor(amount / parts); the amount must not be negative. */
export function floorDivide(amount: Fen, parts: number): Fen {
  invariant(amount >= 0 && parts > 0, 'division is of a non-negative amount into some parts');
  return fen(Number(BigInt(amount) / BigInt(integer(parts))));
}

/** floor(amount × part / whole), for a part of the whole. */
export function scaleDown(amount: Fen, { part, whole }: { part: Fen; whole: Fen }): Fen {
  invariant(amount >= 0 && part >= 0 && part <= whole && whole > 0, 'a part of a whole');
  return fen(Number((BigInt(amount) * BigInt(part)) / BigInt(whole)));
}

/** Centipoints that a rebate earns on one side. */
export function pointsOfRebate(rebate: Fen): Centipoints {
  return centipoints(rebate);
}

/** Fen that points release at a rate: floor(points × rate / 10⁹). */
export function releaseOf(points: Centipoints, rate: Ppb): Fen {
  invariant(points >= 0, 'points that take part are not negative');
  return fen(Number((BigInt(points) * BigInt(rate)) / PPB));
}

/** Fen that must be set aside for a release on all points: ceil(points × rate / 10⁹). */
export function coverOf(points: Centipoints, rate: Ppb): Fen {
  invariant(points >= 0, 'points that take part are not negative');
  return fen(Number((BigInt(points) * BigInt(rate) + PPB - 1n) / PPB));
}

/** The highest rate that `free` covers on `points`: floor(free × 10⁹ / points), at most 10⁹. */
export function coveredRate(free: Fen, points: Centipoints): Ppb {
  if (free <= 0 || points <= 0) return ppb(0);
  const rate = (BigInt(free) * PPB) / BigInt(points);
  return ppb(Number(rate < PPB ? rate : PPB));
}

/** The lifetime ceiling in fen on points: points × multiple. */
export function ceilingOf(points: Centipoints, multiple: number): Fen {
  return fen(Number(BigInt(points) * BigInt(integer(multiple))));
}

/** ceil(points × (100 + percent) / 100). */
export function grownBy(points: Centipoints, percent: number): Centipoints {
  const grown = BigInt(points) * BigInt(100 + integer(percent));
  return centipoints(Number((grown + 99n) / 100n));
}
