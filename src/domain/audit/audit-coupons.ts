// Wallets against the journal, lot by lot: what lies in a lot and in open orders is what is out.
import type { Account } from '../accounts/account';
import type { Lot } from '../coupons/lot';
import type { Balances } from '../journal/balances';
import * as names from '../journal/names';
import type { HeldCoupon, Order } from '../orders/order';
import type { OrderState } from '../orders/states';
import { difference, type Books } from './books';
import { FAMILIES } from './sums';

export function auditCoupons({ books, balances }: { books: Books; balances: Balances }): string[] {
  const open = books.orders.filter(({ state }) => HOLDING.includes(state));
  const held = heldByPayer(open);
  return [
    ...auditLots({ books, open, balances }),
    ...books.accounts.flatMap((account) => auditAccount(account, held.get(account.id) ?? 0n)),
  ];
}

/** A disputed order keeps its coupons until somebody has looked at it. */
const HOLDING: readonly OrderState[] = ['placed', 'disputed'];

function auditLots({
  books,
  open,
  balances,
}: {
  books: Books;
  open: readonly Order[];
  balances: Balances;
}): string[] {
  const stored = new Map<string, bigint>();
  const put = (holder: string, lot: Lot, amount: bigint): void => {
    const name = names.couponsOf(holder, lot);
    stored.set(name, (stored.get(name) ?? 0n) + amount);
  };
  for (const { id, lots } of books.accounts) {
    for (const lot of lots) put(id, lot, BigInt(lot.balanceFen));
  }
  for (const { payer, held } of open) {
    for (const part of held.filter(isOfWallet)) put(payer, part.lot, leaves(part));
  }
  const out = [...balances.keys()].filter(isLot);
  return [...new Set([...stored.keys(), ...out])].flatMap((name) => {
    const [, holder = '', lot = ''] = name.split('/');
    const is = balances.get(name) ?? 0n;
    return difference(`${holder} coupons of ${lot}`, { says: stored.get(name) ?? 0n, is });
  });
}

function isLot(name: string): boolean {
  return (FAMILIES as readonly string[]).includes(name.split('/')[0] ?? '') && !isOutside(name);
}

function isOutside(name: string): boolean {
  return name.endsWith('/issued');
}

/** A shop's own offer is in nobody's wallet. */
function isOfWallet({ lot }: HeldCoupon): boolean {
  return lot.source !== 'shop';
}

/** An offer leaves the wallet whole, whatever it pays. */
function leaves({ lot, amountFen }: HeldCoupon): bigint {
  return BigInt(lot.kind === 'offer' ? lot.balanceFen : amountFen);
}

function heldByPayer(open: readonly Order[]): Map<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const { payer, held } of open) {
    const sum = held.filter(isOfWallet).reduce((total, part) => total + leaves(part), 0n);
    sums.set(payer, (sums.get(payer) ?? 0n) + sum);
  }
  return sums;
}

function auditAccount({ id, lots, heldFen }: Account, held: bigint): string[] {
  const isWrong = ({ kind, balanceFen, faceFen }: Lot): boolean =>
    balanceFen < 0 ||
    balanceFen > faceFen ||
    (kind === 'offer' && balanceFen > 0 && balanceFen < faceFen);
  const wrong = lots.filter(isWrong);
  return [
    ...difference(`${id} held`, { says: heldFen, is: held }),
    ...wrong.map((lot) => `${id} lot ${lot.id} is ${lot.balanceFen} of ${lot.faceFen}`),
  ];
}
