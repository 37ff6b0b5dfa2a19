// Every fen and every point of a random history is explained by its orders and its journal.
import fc from 'fast-check';
import type { Account } from '../../src/domain/accounts/account';
import { hasLeftSince } from '../../src/domain/accounts/leave';
import { balanceOfRows, couponRows, type CouponRow } from '../../src/domain/accounts/statement';
import { totalFen, totalPoints } from '../../src/domain/money/amounts';
import { standingPoints } from '../../src/domain/orders/standing';
import { finish, generous, step, take } from '../support/alliance-steps';
import { LedgerWorld } from '../support/ledger-world';

const history = fc.array(step, { minLength: 5, maxLength: 60 });
const rates = fc.constantFrom({}, generous);
const days = fc.constantFrom(0, 7);

function everyone(world: LedgerWorld): Account[] {
  return [...world.accounts.values(), ...world.merchants.values()];
}

function rowsOf(world: LedgerWorld, account: string): CouponRow[] {
  return world.journal.flatMap((entry) => couponRows(entry, account));
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
  for (const { id, lots, since = 0 } of everyone(world)) {
    const rows = rowsOf(world, id);
    for (const lotId of new Set([...rows.map((row) => row.lotId), ...lots.map((lot) => lot.id)])) {
      const balanceFen = lots.find((lot) => lot.id === lotId)?.balanceFen ?? 0;
      const all = balanceFen + heldOf(world, { payer: id, lotId });
      expect(balanceOfRows(rows, lotId)).toBe(all);
      const shown = rows.filter(({ at }) => at > since);
      expect(balanceOfRows(shown, lotId)).toBe(all);
    }
    expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
    expect(rows.filter(({ amountFen }) => amountFen === 0)).toEqual([]);
  }
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

test('rows of a lot add up to its balance and its holds, and orders to eligible points, at every step', () => {
  let periods = 0;
  fc.assert(
    fc.property(history, days, rates, (steps, maturityDays, changed) => {
      const world = new LedgerWorld({ maturityDays, ...changed });
      for (const it of steps) {
        take(world, it);
        expectRows(world);
        expectEligible(world);
      }
      finish(world);
      expectRows(world);
      periods += expectEligible(world);
    }),
    { numRuns: 80 },
  );
  expect(periods).toBeGreaterThan(50);
});

test('without refunds, the rows of each period are what it gave', () => {
  fc.assert(
    fc.property(history, days, rates, (steps, maturityDays, changed) => {
      const world = new LedgerWorld({ maturityDays, ...changed });
      for (const it of steps) if (it.do !== 'refund' && it.do !== 'leave') take(world, it);
      finish(world);
      for (const { id, history: shares } of everyone(world)) {
        const given = new Map<number, number>();
        for (const { kind, period = 0, amountFen } of rowsOf(world, id)) {
          if (kind === 'given') given.set(period, (given.get(period) ?? 0) + amountFen);
        }
        const inTime = shares.filter(
          ({ period, amountFen, expiresAt }) =>
            amountFen > 0 && (given.has(period) || expiresAt > world.now),
        );
        expect([...given]).toEqual(inTime.map(({ period, amountFen }) => [period, amountFen]));
      }
    }),
    { numRuns: 50 },
  );
});
