// A person leaves: points leave the pool, coupons go back to the fund. An open offset stays, so
// that leaving and coming back does not write it off.
import {
  journalEntry,
  moveCoupons,
  moveFen,
  movePoints,
  type JournalEntry,
} from '../journal/entry';
import * as names from '../journal/names';
import { add, totalFen, totalPoints } from '../money/amounts';
import { fail, succeed, type Result } from '../result';
import { newAccount, type Account } from './account';

/**
 * What a settled account and the journal become. An earning that takes effect later is undone at
 * that instant, so that no dividend between counts it twice or not at all.
 */
export function leaveAlliance({
  account,
  at,
}: {
  account: Account;
  /** Milliseconds, the clock of the transaction attempt. */
  at: number;
}): Result<{ account: Account; entries: JournalEntry[] }, { code: 'orders-open' }> {
  if (account.heldFen > 0) return fail({ code: 'orders-open' });
  const later = account.maturing.filter(({ effectiveAt }) => effectiveAt > at);
  const fresh = newAccount({ id: account.id, period: account.period });
  return succeed({
    account: { ...fresh, offsetFen: account.offsetFen, since: at },
    entries: [
      ...leavingNow(account, at),
      ...later.map(({ orderId, points, effectiveAt }) =>
        journalEntry({
          ...{ id: `${account.id}:left:${at}:${orderId}`, kind: 'left', at, effectiveAt },
          ...{ payer: account.id, orderId, moves: [] },
          matures: pointsBack(account, points),
        }),
      ),
    ],
  });
}

function leavingNow(account: Account, at: number): JournalEntry[] {
  const inEffect = account.maturing.filter(({ effectiveAt }) => effectiveAt <= at);
  const points = add(account.points, totalPoints(inEffect.map((each) => each.points)));
  const moves = account.lots.flatMap(({ id, balanceFen }) =>
    moveCoupons({ from: names.couponsOf(account.id, id), to: names.COUPONS_ISSUED }, balanceFen),
  );
  const coverFen = totalFen(account.lots.map(({ balanceFen }) => balanceFen));
  const cover = { from: names.DIVIDEND_COMMITTED, to: names.DIVIDEND_FREE };
  const matures = pointsBack(account, points);
  if (moves.length + matures.length === 0) return [];
  const id = `${account.id}:left:${at}`;
  return [
    journalEntry({
      ...{ id, kind: 'left', at, effectiveAt: at, payer: account.id },
      moves: [...moves, ...moveFen(cover, coverFen)],
      matures,
    }),
  ];
}

function pointsBack(account: Account, points: Account['points']) {
  return movePoints({ from: names.pointsOf(account.id), to: names.POINTS_ISSUED }, points);
}
