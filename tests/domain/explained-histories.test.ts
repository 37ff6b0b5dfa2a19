// Every fen and every point of a random history is explained by its orders and its journal.
import fc from 'fast-check';
import type { Account } from '../../src/domain/accounts/account';
import { hasLeftSince } from '../../src/domain/accounts/leave';
import {
  accountRows,
  balanceOfRows,
  type AccountRow,
  type RowsOf,
} from '../../src/domain/accounts/statement';
import { add, negate, totalFen, totalPoints } from '../../src/domain/money/amounts';
import { standingPoints } from '../../src/domain/orders/standing';
import { SECOND } from '../../src/domain/time';
import { finish, generous, step, take, type Step } from '../support/alliance-steps';
import { LedgerWorld } from '../support/ledger-world';

const history = fc.array(step, { minLength: 5, maxLength: 60 });
/** The first person spends what a large bill released, and the bill is given back. */
const owing: readonly Step[] = [
  { do: 'pay', who: 0, shop: 0, amountFen: 50_000_00, useCoupons: false },
  { do: 'wait', milliseconds: 3 * SECOND },
  { do: 'timer', page: 1000 },
  { do: 'pay', who: 0, shop: 1, amountFen: 300_00, useCoupons: true },
  { do: 'refund', order: 0, part: 1 },
  { do: 'pay', who: 0, shop: 0, amountFen: 5_000_00, useCoupons: false },
];
const historyWithOffset = fc
  .tuple(fc.constantFrom([], owing), history)
  .map(([before, steps]) => [...before, ...steps]);
const rates = fc.constantFrom({}, generous);
const days = fc.constantFrom(0, 7);

function everyone(world: LedgerWorld): Account[] {
  return [...world.accounts.values(), ...world.merchants.values()];
}

function rowsOf(world: LedgerWorld, account: RowsOf): AccountRow[] {
  return world.journal.flatMap((entry) => accountRows(entry, account));
}

/** What open orders hold of a lot. */
function heldOf(world: LedgerWorld, { payer, lotId }: { payer: string; lotId: string }): number {
  return totalFen(
    world.orders
      .filter((order) => order.payer === payer && order.state === 'placed')
      .flatMap(({ held }) => held)
      .filter(({ lot }) => lot.id === lotId)
      .map(({ amountFen }) => amountFen),
  );
}

function expectRows(world: LedgerWorld): void {
  for (const account of everyone(world)) {
    const { id, lots, since = 0 } = account;
    const rows = rowsOf(world, account);
    const named = rows.flatMap((row) => (row.of === 'coupon' ? row.lotId : []));
    for (const lotId of new Set([...named, ...lots.map((lot) => lot.id)])) {
      const balanceFen = lots.find((lot) => lot.id === lotId)?.balanceFen ?? 0;
      const all = balanceFen + heldOf(world, { payer: id, lotId });
      expect(balanceOfRows(rows, lotId)).toBe(all);
      const shown = rows.filter(({ at }) => at > since);
      expect(balanceOfRows(shown, lotId)).toBe(all);
    }
    expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
    expect(rows.filter((row) => amountOf(row) === 0)).toEqual([]);
  }
}

function amountOf(row: AccountRow): number {
  return row.of === 'points' ? row.points : row.amountFen;
}

/** Points, offset and advance of people; a shop reads its earnings later. Answers the repaid rows seen. */
function expectPointsAndOffset(world: LedgerWorld): number {
  let repaid = 0;
  for (const account of world.accounts.values()) {
    const { points, maturing, offsetFen, advanceFen, since = 0, history: shares } = account;
    const rows = rowsOf(world, account);
    const shown = rows.filter(({ at }) => at > since);
    const all = totalPoints(shown.flatMap((row) => (row.of === 'points' ? row.points : [])));
    expect(all).toBe(add(points, totalPoints(maturing.map((each) => each.points))));
    const offset = rows.flatMap((row) => (row.of === 'offset' ? [row] : []));
    expect(totalFen(offset.map(({ amountFen }) => amountFen))).toBe(offsetFen);
    const advance = rows.flatMap((row) => (row.of === 'advance' ? row.amountFen : []));
    expect(totalFen(advance)).toBe(advanceFen);
    const byPeriods = offset.filter(({ at, period }) => at > since && period !== undefined);
    expect(byPeriods.map(({ period, amountFen }) => [period, negate(amountFen)])).toEqual(
      shares.filter((share) => share.offsetFen > 0).map((share) => [share.period, share.offsetFen]),
    );
    repaid += byPeriods.length;
  }
  return repaid;
}

/** Orders behind a person's points, as the page of a period lists them. */
function expectEligible(world: LedgerWorld): number {
  let periods = 0;
  for (const account of world.accounts.values()) {
    const own = world.orders.filter(
      (order) => order.payer === account.id && !hasLeftSince(account, order),
    );
    for (const { cut, eligible } of account.history) {
      const earned = own.filter(({ effectiveAt = Infinity }) => effectiveAt <= cut);
      expect(totalPoints(earned.map(standingPoints))).toBe(eligible);
      periods += 1;
    }
  }
  return periods;
}

test('rows add up to coupons and holds, points and offset, and orders to eligible points, at every step', () => {
  let [periods, repaid] = [0, 0];
  fc.assert(
    fc.property(historyWithOffset, days, rates, (steps, maturityDays, changed) => {
      const world = new LedgerWorld({ maturityDays, ...changed });
      for (const it of steps) {
        take(world, it);
        expectRows(world);
        expectPointsAndOffset(world);
        expectEligible(world);
      }
      finish(world);
      expectRows(world);
      repaid += expectPointsAndOffset(world);
      periods += expectEligible(world);
    }),
    { numRuns: 80 },
  );
  expect(periods).toBeGreaterThan(50);
  expect(repaid).toBeGreaterThan(5);
});

test('without refunds, the rows of each period are what it gave', () => {
  fc.assert(
    fc.property(history, days, rates, (steps, maturityDays, changed) => {
      const world = new LedgerWorld({ maturityDays, ...changed });
      for (const it of steps) if (it.do !== 'refund' && it.do !== 'leave') take(world, it);
      finish(world);
      for (const account of everyone(world)) {
        const given = new Map<number, number>();
        for (const row of rowsOf(world, account)) {
          if (row.of !== 'coupon' || row.kind !== 'given') continue;
          const { period = 0, amountFen } = row;
          given.set(period, (given.get(period) ?? 0) + amountFen);
        }
        const inTime = account.history.filter(
          ({ period, amountFen, expiresAt }) =>
            amountFen > 0 && (given.has(period) || expiresAt > world.now),
        );
        expect([...given]).toEqual(inTime.map(({ period, amountFen }) => [period, amountFen]));
      }
    }),
    { numRuns: 50 },
  );
});
