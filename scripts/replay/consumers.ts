// Invented consumers on top of the real purchases: each pays one bill, every fifth comes again
// after some days and has coupons by then. A stream: bill n is the same in every run.
import { DAY, HOUR } from '../../src/domain/time';
import type { Bill } from './bill';

/** New consumers an hour. */
const AN_HOUR = 200;
const COMES_AGAIN = 5;
const COMES_AGAIN_AFTER = 3 * DAY;
/** In consumers who came first in between. */
const LATER = (COMES_AGAIN_AFTER / HOUR) * AN_HOUR;

/** Bills are spread as receipts are: half of them below the median, few far above it. */
const MEDIAN_FEN = 38_00;
const SPREAD = 0.8;
const SMALLEST_FEN = 1_00;
const LARGEST_FEN = 3000_00;

export function countConsumerBills(consumers: number): number {
  return consumers + Math.ceil(consumers / COMES_AGAIN);
}

/** In the order of time, from an instant (ms) on; shops at the list's beginning are more visited. */
export function* consumerBills({
  consumers,
  from,
  shops,
}: {
  consumers: number;
  from: number;
  shops: number;
}): Generator<Bill> {
  for (let turn = 0; turn < consumers + LATER; turn += 1) {
    const at = from + Math.floor((turn * HOUR) / AN_HOUR);
    if (turn < consumers) yield visit({ consumer: turn, time: 1, at, shops });
    const again = turn - LATER;
    if (again >= 0 && again % COMES_AGAIN === 0) {
      yield visit({ consumer: again, time: 2, at, shops });
    }
  }
}

function visit({
  consumer,
  time,
  at,
  shops,
}: {
  consumer: number;
  time: number;
  at: number;
  shops: number;
}): Bill {
  const next = numbersFrom(consumer * 2 + time);
  const fen = MEDIAN_FEN * Math.exp(SPREAD * normal(next));
  return {
    id: `visit-${time}-of-consumer-${consumer}`,
    payer: `consumer-${consumer}`,
    shop: Math.floor(next() ** 2 * shops),
    amountFen: Math.round(Math.min(LARGEST_FEN, Math.max(SMALLEST_FEN, fen))),
    at,
  };
}

/** A standard normal number (Box and Muller). */
function normal(next: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
}

/** Numbers from 0 to below 1 that follow from the seed (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = Math.imul(seed, 0x9e37_79b1) | 0;
  return () => {
    state = (state + 0x6d2b_79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
