// `<account>:advance:<request>`: coupons before their dividend, within what the account holds and has
// received, and within what is set aside.
import { Balances } from '../balances';
import type { Books } from '../books';
import { monthBefore, monthEndAfter } from '../calendar';
import type { EntryDocument } from '../documents';
import { holds, type Finding } from '../finding';
import { BPS, DAY_MS, least } from '../numbers';
import { changesExactly, COMMITTED } from './rule';

const SET_ASIDE = 'fund/dividend/advance';

export function advance(entry: EntryDocument, books: Books): Finding[] {
  const { _id: id, payer: account = '', at } = entry;
  const { numbers } = books;
  const taken = entry.moves.find(({ from }) => from === `advance/${account}`);
  const amount = BigInt(taken?.amount ?? 0);
  const lot = `advance-${monthBefore(monthEndAfter(at, numbers.lotValidMonths))}`;
  const moves = new Balances();
  moves.move(`advance/${account}`, `coupons/${account}/${lot}`, amount);
  moves.move(SET_ASIDE, COMMITTED, amount);
  const limits = limitsOf(account, { at, books });
  const isWithin = Object.values(limits).every((limit) => amount <= limit);
  return [
    ...holds('advance-limited', numbers.advance.isOpen, `${id} while advances are closed`),
    ...holds(
      'advance-limited',
      amount >= 1n && isWithin,
      `${id}: ${amount}, where ${limits.setAside} are set aside, the cap leaves ${limits.underCap}, and what was received ${limits.byReceived}`,
    ),
    ...changesExactly('advance-exact', entry, { moves, matures: new Balances() }),
  ];
}

/** What is set aside, the cap on points of some age, a part of what was received. */
function limitsOf(account: string, { at, books }: { at: number; books: Books }) {
  const { numbers, dividends, ever } = books;
  const holder = books.holder(account);
  holder.passSilent(at);
  const open = books.advance(account);
  const given = holder.releases().filter(({ amount }) => amount > 0n);
  const age = at - numbers.advance.pointsAgeDays * DAY_MS;
  const old = given.filter(({ period }) => (dividends[period - 1]?.cut ?? Infinity) <= age);
  const points = least(old.at(-1)?.eligible ?? 0n, holder.points(at));
  const since = at - numbers.advance.receivedDays * DAY_MS;
  const lately = given.filter(({ period }) => (dividends[period - 1]?.at ?? 0) > since);
  const received = lately.reduce((sum, { amount }) => sum + amount, 0n);
  const underCap = BigInt(numbers.capMultiple) * points - holder.received() - open;
  const byReceived = (received * BigInt(numbers.advance.limitBps)) / BPS - open;
  return { setAside: ever.get(SET_ASIDE), underCap, byReceived };
}

/** `advance:filled:<time>`: set aside out of what is free, or given back once nobody may take any. */
export function advanceFilled(entry: EntryDocument, books: Books): Finding[] {
  const { isOpen, budgetFen } = books.numbers.advance;
  const before = books.ever.get(SET_ASIDE);
  const amount = entry.moves.reduce((sum, each) => sum + BigInt(each.amount), 0n);
  const moves = new Balances();
  moves.move('fund/dividend/free', SET_ASIDE, isOpen ? amount : -before);
  return [
    ...holds(
      'advance-limited',
      before + (isOpen ? amount : 0n) <= BigInt(budgetFen),
      `${entry._id}: ${before + amount} are set aside of ${budgetFen}`,
    ),
    ...changesExactly('advance-exact', entry, { moves, matures: new Balances() }),
  ];
}
