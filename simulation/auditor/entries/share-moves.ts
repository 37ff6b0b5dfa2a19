// Where the shares of a rebate go once they take effect.
import { PAYEES, type Shares } from '../bill';
import type { Balances } from '../balances';
import type { OrderDocument } from '../documents';
import { FREE, PENDING } from './rule';

/** The journal account of each share. */
export function accountOfShare(
  { payees }: Pick<OrderDocument, 'payees'>,
  payee: keyof Shares,
): string {
  const named = payees[payee] ?? '';
  switch (payee) {
    case 'fan':
      return 'fund/fan/free';
    case 'promoter':
      return `payable/promoter/${named}`;
    case 'county':
    case 'city':
    case 'province':
      return `payable/centre/${named}`;
    case 'platform':
      return 'income/platform';
    case 'fund':
      return FREE;
  }
}

/** Moves all shares out of pending; `sign` −1 brings them back. */
export function moveShares(
  balances: Balances,
  { order, shares, sign = 1n }: { order: OrderDocument; shares: Shares; sign?: bigint },
): void {
  for (const payee of [...PAYEES, 'fund'] as const) {
    balances.move(PENDING, accountOfShare(order, payee), sign * shares[payee]);
  }
}
