// `<account>:collect:<period>`: an account takes what every period since its last one released:
// an open offset and advance first, the rest as coupons. Source: docs/domain/points-and-dividends.md.
import { Balances } from '../balances';
import type { Books } from '../books';
import { monthBefore } from '../calendar';
import type { EntryDocument } from '../documents';
import { holds, same, type Finding } from '../finding';
import type { Release } from '../holder';
import { least } from '../numbers';
import { changesExactly, COMMITTED, FREE, ISSUED } from './rule';

export function collect(entry: EntryDocument, books: Books): Finding[] {
  const { _id: id, payer: account = '', collected = [] } = entry;
  const through = Number(/:collect:(\d+)$/.exec(id)?.[1] ?? NaN);
  const holder = books.holder(account);
  if (!(through > holder.settled && through <= books.dividends.length)) {
    return [
      {
        rule: 'released-once',
        text: `${id}: collected up to ${holder.settled} before, declared are ${books.dividends.length}`,
      },
    ];
  }
  const due = holder.releases(through).slice(holder.settled);
  holder.settled = through;
  const expected = expectedOf(due, { entry, account, books });
  for (const { period, amountFen } of collected) {
    books.collectedFen.set(period, (books.collectedFen.get(period) ?? 0n) + BigInt(amountFen));
  }
  return [
    ...holds('released-exactly', id === `${account}:collect:${through}`, `${id} is of ${account}`),
    ...same('released-exactly', `${id} by period`, {
      says: JSON.stringify(collected.map((c) => [c.period, c.amountFen, c.lotId, c.lotFen])),
      is: JSON.stringify(expected.collected),
    }),
    ...changesExactly('released-exactly', entry, { ...expected, matures: new Balances() }),
  ];
}

function expectedOf(
  due: readonly Release[],
  { entry, account, books }: { entry: EntryDocument; account: string; books: Books },
): { moves: Balances; collected: (number | string)[][] } {
  const moves = new Balances();
  const collected: (number | string)[][] = [];
  let offsetFen = books.offset(account);
  let advanceFen = books.advance(account);
  for (const { period, uncapped, amount } of due) {
    const offset = least(offsetFen, amount);
    const advance = least(advanceFen, amount - offset);
    const repaid = offset + advance;
    offsetFen -= offset;
    advanceFen -= advance;
    moves.move(ISSUED, `offset/${account}`, offset);
    moves.move(ISSUED, `advance/${account}`, advance);
    const expiresAt = books.dividends[period - 1]?.expiresAt ?? 0;
    // Coupons that have expired already are not given, and the fold returns their cover.
    if (entry.at >= expiresAt || uncapped === 0n) continue;
    const lotId = `dividend-${monthBefore(expiresAt)}`;
    moves.move(ISSUED, `coupons/${account}/${lotId}`, amount - repaid);
    moves.move(COMMITTED, FREE, uncapped - amount + repaid);
    collected.push([period, Number(uncapped), lotId, Number(amount - repaid)]);
  }
  return { moves, collected };
}
