// Accounts against orders and journal: points, what each period gave, lots, holds, offsets.
import type { Account } from '../accounts/account';
import type { Balances } from '../journal/balances';
import * as names from '../journal/names';
import type { Order } from '../orders/order';
import type { OrderState } from '../orders/states';
import type { Dividend } from '../pool/dividend';
import { difference, type Books } from './books';

interface Earning {
  readonly points: bigint;
  readonly effectiveAt: number;
}

export function auditAccounts({ books, balances }: { books: Books; balances: Balances }): string[] {
  const earnings = earningsByAccount(books);
  const held = heldByAccount(books.orders);
  const coupons = couponsByAccount(balances);
  const dividends = [...books.dividends].sort((a, b) => a.period - b.period);
  return books.accounts.flatMap((account) => [
    ...auditReleases(account, {
      earnings: earnings.get(account.id) ?? [],
      dividends,
      cap: BigInt(books.rules.capMultiple),
    }),
    ...auditCoupons(account, {
      held: held.get(account.id) ?? 0n,
      out: coupons.get(account.id) ?? 0n,
    }),
    ...difference(`${account.id} offset`, {
      says: account.offsetFen,
      is: -(balances.get(names.offsetOf(account.id)) ?? 0n),
    }),
    ...(account.id.startsWith('u-')
      ? difference(`${account.id} points`, {
          says: account.maturing.reduce(
            (sum, { points }) => sum + BigInt(points),
            BigInt(account.points),
          ),
          is: balances.get(names.pointsOf(account.id)) ?? 0n,
        })
      : []),
  ]);
}

/** What stands of every earning, for payer and shop; a payer who left gave up what was before. */
function earningsByAccount({ orders, accounts }: Books): Map<string, Earning[]> {
  const since = new Map(accounts.map(({ id, since: leftAt = -1 }) => [id, leftAt]));
  const byAccount = new Map<string, Earning[]>();
  for (const { bill, refundedFen, paidAt = 0, effectiveAt, payer, merchant } of orders) {
    if (effectiveAt === undefined) continue;
    const isGivenUp = paidAt <= (since.get(payer) ?? -1);
    const left = BigInt(bill.amountFen) - BigInt(refundedFen);
    const earning = { points: (left * BigInt(bill.rebateBps)) / 10_000n, effectiveAt };
    if (bill.payerPoints > 0 && !isGivenUp) push(byAccount, { account: payer, earning });
    if (bill.merchantPoints > 0) push(byAccount, { account: merchant.id, earning });
  }
  return byAccount;
}

function push(
  byAccount: Map<string, Earning[]>,
  { account, earning }: { account: string; earning: Earning },
): void {
  const earnings = byAccount.get(account);
  if (earnings === undefined) byAccount.set(account, [earning]);
  else earnings.push(earning);
}

/** Every settled period gave floor(eligible × rate / 10⁹) under the cap, no more and no less. */
function auditReleases(
  account: Account,
  {
    earnings,
    dividends,
    cap,
  }: { earnings: readonly Earning[]; dividends: readonly Dividend[]; cap: bigint },
): string[] {
  const ordered = [...earnings].sort((a, b) => a.effectiveAt - b.effectiveAt);
  let next = 0;
  let eligible = 0n;
  let received = 0n;
  for (const { period, cut, rate } of dividends) {
    if (period > account.period) break;
    for (let e = ordered[next]; e !== undefined && e.effectiveAt <= cut; e = ordered[next]) {
      eligible += e.points;
      next += 1;
    }
    const uncapped = (eligible * BigInt(rate)) / 1_000_000_000n;
    const room = cap * eligible - received;
    received += uncapped < room ? uncapped : room > 0n ? room : 0n;
  }
  return difference(`${account.id} received`, { says: account.receivedFen, is: received });
}

/** A disputed order keeps its coupons until somebody has looked at it. */
const HOLDING: readonly OrderState[] = ['placed', 'disputed'];

function heldByAccount(orders: readonly Order[]): Map<string, bigint> {
  const held = new Map<string, bigint>();
  for (const { state, payer, bill } of orders) {
    if (HOLDING.includes(state)) held.set(payer, (held.get(payer) ?? 0n) + BigInt(bill.couponFen));
  }
  return held;
}

function couponsByAccount(balances: Balances): Map<string, bigint> {
  const out = new Map<string, bigint>();
  for (const [name, balance] of balances) {
    const [family, account, lot] = name.split('/');
    if (family !== 'coupons' || account === undefined || lot === undefined) continue;
    out.set(account, (out.get(account) ?? 0n) + balance);
  }
  return out;
}

function auditCoupons(
  { id, lots, heldFen }: Account,
  { held, out }: { held: bigint; out: bigint },
): string[] {
  const inLots = lots.reduce((sum, { balanceFen }) => sum + BigInt(balanceFen), 0n);
  const wrong = lots.filter(({ balanceFen, faceFen }) => balanceFen < 0 || balanceFen > faceFen);
  return [
    ...difference(`${id} held`, { says: heldFen, is: held }),
    ...difference(`${id} coupons`, { says: inLots + held, is: out }),
    ...wrong.map((lot) => `${id} lot ${lot.id} is ${lot.balanceFen} of ${lot.faceFen}`),
  ];
}
