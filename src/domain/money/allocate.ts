// Splits an amount so that the parts sum to it: largest remainder, ties to the earlier part.
import { invariant } from '../result';
import { fen, type Fen } from './amounts';

/**
 * Splits a non-negative amount in proportion to integer weights (at least one above 0).
 * Each part differs from its exact share by less than 1 fen; together they are the amount.
 */
export function allocate(amount: Fen, weights: readonly number[]): Fen[] {
  invariant(amount >= 0, 'only a non-negative amount is shared');
  invariant(
    weights.every((weight) => Number.isSafeInteger(weight) && weight >= 0),
    'weights are non-negative integers',
  );
  const sum = weights.reduce((whole, weight) => whole + BigInt(weight), 0n);
  invariant(sum > 0n, 'somebody takes part');
  const products = weights.map((weight) => BigInt(amount) * BigInt(weight));
  const parts = products.map((product) => product / sum);
  const crumbs = BigInt(amount) - parts.reduce((whole, part) => whole + part, 0n);
  const byRemainder = products
    .map((product, index) => ({ index, remainder: product % sum }))
    .sort((a, b) =>
      a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
    );
  const takesCrumb = new Set(byRemainder.slice(0, Number(crumbs)).map(({ index }) => index));
  return parts.map((part, index) => fen(Number(part) + (takesCrumb.has(index) ? 1 : 0)));
}
