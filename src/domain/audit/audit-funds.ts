// What stands behind coupons, fund by fund: no fund pays for another's, and none has too little.
import type { Balances } from '../journal/balances';
import * as names from '../journal/names';
import { difference, type Books } from './books';
import { couponsOut, sumOf } from './sums';

export function auditFunds({ books, balances }: { books: Books; balances: Balances }): string[] {
  return [
    ...auditFamilies(balances),
    ...auditFans(balances),
    ...auditBudgets(balances),
    ...difference('budget of advances', {
      says: books.advanceFen,
      is: balances.get(names.DIVIDEND_ADVANCE) ?? 0n,
    }),
  ];
}

/** Names whose coupons are covered by one fund; whatever happens, they sum to nothing. */
const CLOSED: readonly (readonly string[])[] = [
  ['coupons/', 'offset/', 'advance/'],
  ['fan-coupons/', 'fan-offset/'],
  ['activity-coupons/'],
  ['shop-coupons/'],
];

function auditFamilies(balances: Balances): string[] {
  return CLOSED.flatMap((prefixes) => {
    const sum = prefixes.reduce((total, prefix) => total + sumOf(balances, prefix), 0n);
    return sum === 0n ? [] : [`${prefixes.join(', ')} sum to ${sum}: coupons changed their fund`];
  });
}

function auditFans(balances: Balances): string[] {
  const free = balances.get(names.FAN_FREE) ?? 0n;
  return [
    ...(free < 0n ? [`the fan fund's free part is ${free}`] : []),
    ...difference('fan coupons', {
      says: balances.get(names.FAN_COMMITTED) ?? 0n,
      is: couponsOut(balances, 'fan-coupons'),
    }),
  ];
}

/** A campaign's budget never falls below the coupons that it stands behind. */
function auditBudgets(balances: Balances): string[] {
  const coupons = new Map<string, bigint>();
  for (const [name, balance] of balances) {
    const [family, holder, lot] = name.split('/');
    if (family !== 'activity-coupons' || holder === 'issued' || lot === undefined) continue;
    const [campaign = ''] = lot.split('.');
    coupons.set(campaign, (coupons.get(campaign) ?? 0n) + balance);
  }
  const short = [...coupons].filter(([id, out]) => budgetOf(balances, id) < out);
  const spent = [...balances].filter(
    ([name, balance]) => name.startsWith(names.activityFund('')) && balance < 0n,
  );
  return [
    ...short.map(([id, out]) => `${id}: ${budgetOf(balances, id)} does not cover ${out} out`),
    ...spent.map(([name, balance]) => `${name} is ${balance}`),
  ];
}

function budgetOf(balances: Balances, campaign: string): bigint {
  return balances.get(names.activityFund(campaign)) ?? 0n;
}
