// What points release at a rate, to the last decimal and without BigInt, which old phones lack.
import { writeYuan } from '../../../components/price/money';

/** Parts per billion in a whole, which is also how many parts a fen has in the remainder. */
const PPB = 1_000_000_000;
const PPB_DECIMALS = 9;
/** Splits factors, so that no product passes 2⁵³. */
const LIMB = 100_000;

/** (points × rate) mod 10⁹: what is left below one fen, in billionths of a fen. */
export function releaseRemainder(points: number, { ratePpb }: { ratePpb: number }): number {
  const low = points % PPB;
  const high = Math.floor(low / LIMB);
  const highPart = ((high * ratePpb) % PPB) * LIMB;
  return (highPart + (low % LIMB) * ratePpb) % PPB;
}

/** `¥1.749165`: the whole fen of a release with the part below one fen that is dropped. */
export function exactYuanText(wholeFen: number, remainder: number): string {
  const { whole, cents } = writeYuan(wholeFen);
  return `¥${whole}.${cents}${decimalsOf(remainder)}`;
}

/** `¥0.009165`: the part below one fen alone. */
export function remainderText(remainder: number): string {
  return `¥0.00${decimalsOf(remainder)}`;
}

function decimalsOf(remainder: number): string {
  return String(remainder).padStart(PPB_DECIMALS, '0').replace(/0+$/, '');
}
