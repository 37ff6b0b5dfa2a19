// Random histories with coupons of every fund: after every step each fund covers what it stands
// behind, and the auditor finds nothing.
import fc from 'fast-check';
import type { Account } from '../../src/domain/accounts/account';
import { audit } from '../../src/domain/audit/audit';
import { balancesAt, type Balances } from '../../src/domain/journal/balances';
import { basisPoints, fen, ppb } from '../../src/domain/money/amounts';
import { spareCover } from '../../src/domain/pool/fold';
import { DAY } from '../../src/domain/time';
import type { Policy } from '../../src/policy/policy';
import { booksOf } from '../support/books';
import { begin, finishFunds, fundStep, takeStep } from '../support/funds-steps';
import { FundsWorld } from '../support/funds-world';

const EVER = Number.MAX_SAFE_INTEGER;

function sumOf(balances: Balances, prefix: string): bigint {
  let sum = 0n;
  for (const [name, balance] of balances) {
    if (name.startsWith(prefix) && !name.endsWith('/issued')) sum += balance;
  }
  return sum;
}

function expectCovered(world: FundsWorld): void {
  const pool = world.poolNow();
  const now = balancesAt(world.journal, world.now);
  const at = (name: string): bigint => now.get(name) ?? 0n;
  expect(pool.balances.freeFen).toBeGreaterThanOrEqual(0);
  // Nothing rounds here: what stands behind dividend coupons is what is out and what is declared.
  expect(spareCover(pool)).toBe(0);
  expect(at('fund/fan/free')).toBeGreaterThanOrEqual(0n);
  expect(at('fund/fan/committed')).toBe(sumOf(now, 'fan-coupons/'));
  for (const { id } of world.campaigns) {
    const ofCampaign = [...now].filter(
      ([name]) => name.startsWith('activity-coupons/') && name.split('/')[2]?.startsWith(`${id}.`),
    );
    const out = ofCampaign.reduce((sum, [, balance]) => sum + balance, 0n);
    expect(at(`fund/activity/${id}`)).toBeGreaterThanOrEqual(out);
  }
  expect(at('fund/dividend/advance')).toBe(BigInt(world.advanceFen));
  expect(world.advanceFen).toBeGreaterThanOrEqual(0);
  for (const account of [...world.accounts.values(), ...world.merchants.values()]) {
    expectOwing(account, at);
  }
}

function expectOwing(account: Account, at: (name: string) => bigint): void {
  expect(at(`advance/${account.id}`)).toBe(BigInt(0 - account.advanceFen));
  expect(at(`offset/${account.id}`)).toBe(BigInt(0 - account.offsetFen));
  expect(account.advanceFen).toBeGreaterThanOrEqual(0);
  for (const { balanceFen, faceFen } of account.lots) {
    expect(balanceFen).toBeGreaterThanOrEqual(0);
    expect(balanceFen).toBeLessThanOrEqual(faceFen);
  }
}

/** Dividends so large that advances and offsets are felt. */
const generous: Partial<Policy> = {
  rateTable: { first: ppb(500_000_000), step: ppb(0), ceiling: ppb(500_000_000) },
  minRate: ppb(1),
  advance: {
    ...{ isOpen: true, limitBps: basisPoints(10_000), receivedDays: 180, pointsAgeDays: 0 },
    ...{ budgetFen: fen(1_000_000_00), budgetBps: basisPoints(5000) },
  },
};

const seen = { given: 0, offers: 0, rewards: 0, advances: 0, closed: 0 };

function count(world: FundsWorld): void {
  const kinds = world.journal.map(({ kind }) => kind);
  seen.given += kinds.filter((kind) => kind === 'claim').length;
  seen.rewards += kinds.filter((kind) => kind === 'fan-reward').length;
  seen.advances += kinds.filter((kind) => kind === 'advance').length;
  seen.closed += kinds.filter((kind) => kind === 'campaign-closed').length;
  seen.offers += world.orders
    .flatMap(({ held }) => held)
    .filter((part) => part.lot.kind === 'offer').length;
}

describe('an advance that nobody spent', () => {
  const withAdvance = (): FundsWorld => {
    const world = new FundsWorld();
    begin(world);
    expect(world.takeAdvance('u-0', 1)).toBe(true);
    expect(world.account('u-0').advanceFen).toBeGreaterThan(0);
    return world;
  };

  test('is repaid by its own coupons when its person leaves', () => {
    const world = withAdvance();
    expect(world.leave('u-0')).toBe(true);
    expect(world.account('u-0')).toMatchObject({ advanceFen: 0, lots: [] });
    expectCovered(world);
    expect(audit(booksOf(world)).findings).toEqual([]);
  });

  test('and when they expire; what was spent of it stays owed', () => {
    const world = withAdvance();
    const { advanceFen } = world.account('u-0');
    const spent = { payer: 'u-0', shop: { id: 'm-own', rateBps: 300 }, useCoupons: true };
    // Of two that end alike the advance is spent first, by its id.
    world.pay({ ...spent, amountFen: advanceFen - 1_00 });
    world.advance(400 * DAY);
    const after = world.settlePerson('u-0');
    expect(after.lots).toEqual([]);
    expect(after.advanceFen).toBe(advanceFen - 1_00);
    expectCovered(world);
  });
});

test('who leaves, claims and leaves again in one instant gives up both', () => {
  const world = new FundsWorld();
  begin(world);
  expect(world.leave('u-1')).toBe(true);
  for (const offered of world.campaigns) world.claim('u-1', offered);
  expect(world.account('u-1').lots).not.toEqual([]);
  expect(world.leave('u-1')).toBe(true);
  expect(world.account('u-1').lots).toEqual([]);
  expectCovered(world);
  expect(audit(booksOf(world)).findings).toEqual([]);
});

test('every fund covers its coupons after every step, and the books are exact in the end', () => {
  fc.assert(
    fc.property(
      fc.array(fundStep, { minLength: 10, maxLength: 80 }),
      fc.constantFrom(0, 7),
      fc.constantFrom({}, generous),
      fc.constantFrom(1, 3, 1000),
      fc.boolean(),
      (steps, maturityDays, rates, merchantPage, isBegun) => {
        const world = new FundsWorld({ maturityDays, ...rates }, merchantPage);
        if (isBegun) begin(world);
        for (const it of steps) {
          takeStep(world, it);
          expectCovered(world);
        }
        expect(audit(booksOf(world)).findings).toEqual([]);
        finishFunds(world);
        expectCovered(world);
        expect(audit(booksOf(world)).findings).toEqual([]);
        const ever = balancesAt(world.journal, EVER);
        expect([...ever.values()].reduce((sum, each) => sum + each, 0n)).toBe(0n);
        count(world);
      },
    ),
    { numRuns: 150 },
  );
  for (const [what, times] of Object.entries(seen)) {
    expect([what, times > 0]).toEqual([what, true]);
  }
});
