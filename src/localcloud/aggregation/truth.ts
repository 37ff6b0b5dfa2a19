import { isNumeric } from '../values/numeral';
import type { Value } from '../values/value';

/** What counts as true in an expression: all but false, zero, null and what is missing. */
export function isTrue(value: Value | undefined): boolean {
  if (value === undefined || value === null || value === false) return false;
  return !isNumeric(value) || Number(value) !== 0;
}
