// A shop's account folds its own journal entries, a page at a time, and settles on the way.
import { isEarning, type JournalEntry } from '../journal/entry';
import { giveRewards, readRewards, type RewardRules } from '../fans/reward';
import * as names from '../journal/names';
import { centipoints, NO_POINTS, subtract, totalPoints, type Centipoints } from '../money/amounts';
import type { Dividend } from '../pool/dividend';
import type { Maturing, MerchantAccount } from './account';
import { settle, type AccountRules, type Settlement, type Through } from './settle';

export const MERCHANT_PAGE = 1000;

/**
 * One step: a page of the shop's entries with effectiveAt behind its reading and up to the pool's
 * cursor, in the order of (effectiveAt, id). A full page settles only the periods whose cut lies
 * before its last entry, since more entries of that instant may follow.
 */
export function settleMerchant({
  account,
  page,
  isLastPage,
  dividends,
  through,
  at,
  rules,
}: {
  account: MerchantAccount;
  page: readonly JournalEntry[];
  isLastPage: boolean;
  dividends: readonly Dividend[];
  through: Through;
  at: number;
  rules: AccountRules & RewardRules;
}): Settlement<MerchantAccount> {
  const rewarded = rewardPage(account, { page, at, rules });
  const read = readPage(rewarded.account, page);
  const settled = settlePage(read, { page, isLastPage, dividends, through, at, rules });
  return { ...settled, entries: [...rewarded.entries, ...settled.entries] };
}

function rewardPage(
  account: MerchantAccount,
  { page, at, rules }: { page: readonly JournalEntry[]; at: number; rules: RewardRules },
): Settlement<MerchantAccount> {
  const read = readRewards(account, page);
  return giveRewards(read.account, { ...read, at, rules });
}

function settlePage(
  read: MerchantAccount,
  {
    page,
    isLastPage,
    dividends,
    through,
    at,
    rules,
  }: {
    page: readonly JournalEntry[];
    isLastPage: boolean;
    dividends: readonly Dividend[];
    through: Through;
    at: number;
    rules: AccountRules;
  },
): Settlement<MerchantAccount> {
  const last = page[page.length - 1];
  if (isLastPage || last === undefined) {
    const settled = settle({ account: read, dividends, through, at, rules });
    const reading = { time: through.cursor, id: '\uffff' };
    return { ...settled, account: { ...settled.account, reading } };
  }
  const cursor = last.effectiveAt - 1;
  const reached = dividends.filter(({ cut, period }) => cut <= cursor && period <= through.period);
  const period = Math.max(read.period, ...reached.map((dividend) => dividend.period));
  const settled = settle({ account: read, dividends, through: { period, cursor }, at, rules });
  const reading = { time: last.effectiveAt, id: last.id };
  return { ...settled, account: { ...settled.account, reading } };
}

function readPage(account: MerchantAccount, page: readonly JournalEntry[]): MerchantAccount {
  const maturing: Maturing[] = [...account.maturing];
  let { cancelled } = account;
  for (const entry of page) {
    if (!isEarning(entry)) continue;
    const orderId = entry.orderId ?? entry.id;
    const undone = cancelled.filter((each) => each.orderId === orderId);
    const points = subtract(earnedIn(entry, account.id), totalPoints(undone.map((u) => u.points)));
    cancelled = cancelled.filter((each) => each.orderId !== orderId);
    if (points > 0) maturing.push({ effectiveAt: entry.effectiveAt, points, orderId });
  }
  return { ...account, maturing, cancelled };
}

function earnedIn(entry: JournalEntry, account: string): Centipoints {
  const to = names.pointsOf(account);
  const moves = entry.matures.filter((move) => move.to === to);
  return moves.length === 0 ? NO_POINTS : centipoints(moves.reduce((sum, m) => sum + m.amount, 0));
}
