// Accounts against orders and journal: points, what each period gave, offsets, advances.
import type { Account } from '../accounts/account';
import type { Balances } from '../journal/balances';
import * as names from '../journal/names';
import type { Dividend } from '../pool/dividend';
import { difference, type Books } from './books';

interface Earning {
  readonly points: bigint;
  readonly effectiveAt: number;
}

export function auditAccounts({ books, balances }: { books: Books; balances: Balances }): string[] {
  const earnings = earningsByAccount(books);
  const dividends = [...books.dividends].sort((a, b) => a.period - b.period);
  return books.accounts.flatMap((account) => [
    ...auditReleases(account, {
      earnings: earnings.get(account.id) ?? [],
      dividends,
      cap: BigInt(books.rules.capMultiple),
    }),
    ...difference(`${account.id} offset`, {
      says: account.offsetFen,
      is: -(balances.get(names.offsetOf(account.id)) ?? 0n),
    }),
    ...difference(`${account.id} advance`, {
      says: account.advanceFen,
      is: -(balances.get(names.advanceOf(account.id)) ?? 0n),
    }),
    ...difference(`${account.id} offset of rewards`, {
      says: 'fanOffsetFen' in account ? account.fanOffsetFen : 0,
      is: -(balances.get(names.fanOffsetOf(account.id)) ?? 0n),
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
