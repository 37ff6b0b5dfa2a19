// An amount that a person types for one coupon lot.
import { fenOf } from '../../components/keypad/typing';

const AMOUNT = /^\d{1,11}(\.\d{0,2})?$/;

/** Fen of the text, at most what the lot may give; undefined for what is no amount. */
export function readLotAmount(
  text: string,
  { usableFen }: { readonly usableFen: number },
): number | undefined {
  const typed = text.trim();
  return AMOUNT.test(typed) ? Math.min(fenOf(typed), usableFen) : undefined;
}
