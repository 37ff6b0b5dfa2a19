// A person leaves: points leave the pool, coupons go back to their funds. An open offset or advance
// stays, and how often it has claimed, so that leaving and coming back writes nothing off.
import { giveUpLots } from '../coupons/cover';
import { journalEntry, movePoints, type JournalEntry, type Move } from '../journal/entry';
import * as names from '../journal/names';
import { add, totalPoints, type Centipoints } from '../money/amounts';
import { fail, succeed, type Result } from '../result';
import { afterItsOwn, newAccount, type Account } from './account';

/**
 * What a settled account and the journal become. An earning that takes effect later is undone at
 * that instant, so that no dividend between counts it twice or not at all.
 */
export function leaveAlliance({
  account,
  now,
}: {
  account: Account;
  /** Milliseconds, the clock of the transaction attempt. */
  now: number;
}): Result<{ account: Account; entries: JournalEntry[]; leftAt: number }, { code: 'orders-open' }> {
  if (account.heldFen > 0) return fail({ code: 'orders-open' });
  const leftAt = afterItsOwn(account, now);
  const fresh = newAccount({ id: account.id, period: account.period });
  const given = giveUpLots(account, account.lots);
  const open = { offsetFen: account.offsetFen, advanceFen: given.account.advanceFen };
  const later = account.maturing.filter(({ effectiveAt }) => effectiveAt > leftAt);
  return succeed({
    account: {
      ...fresh,
      ...open,
      ...(open.offsetFen + open.advanceFen > 0 ? { carried: open } : {}),
      ...(account.claims === undefined ? {} : { claims: account.claims }),
      since: leftAt,
    },
    entries: [
      ...leavingNow(account, { leftAt, moves: given.moves }),
      ...later.map(({ orderId, points, effectiveAt }) =>
        journalEntry({
          ...{ id: `${account.id}:left:${leftAt}:${orderId}`, kind: 'left' },
          ...{ at: leftAt, effectiveAt, payer: account.id, orderId, moves: [] },
          matures: pointsBack(account, points),
        }),
      ),
    ],
    leftAt,
  });
}

/** Whether the payer has left since this order was paid: it is no longer the account's own. */
export function hasLeftSince(
  { since }: Pick<Account, 'since'>,
  { paidAt }: { readonly paidAt?: number },
): boolean {
  return since !== undefined && paidAt !== undefined && paidAt <= since;
}

function leavingNow(
  account: Account,
  { leftAt, moves }: { leftAt: number; moves: readonly Move[] },
): JournalEntry[] {
  const inEffect = account.maturing.filter(({ effectiveAt }) => effectiveAt <= leftAt);
  const points = add(account.points, totalPoints(inEffect.map((each) => each.points)));
  const matures = pointsBack(account, points);
  if (moves.length + matures.length === 0) return [];
  const acted = { at: leftAt, effectiveAt: leftAt, payer: account.id };
  const id = `${account.id}:left:${leftAt}`;
  return [journalEntry({ id, kind: 'left', ...acted, moves, matures })];
}

function pointsBack(account: Account, points: Centipoints): Move[] {
  return movePoints({ from: names.pointsOf(account.id), to: names.POINTS_ISSUED }, points);
}
