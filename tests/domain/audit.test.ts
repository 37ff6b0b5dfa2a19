// The auditor finds what is wrong: exact books pass, and every falsified figure is named.
import fc from 'fast-check';
import { audit } from '../../src/domain/audit/audit';
import type { Books } from '../../src/domain/audit/books';
import type { JournalEntry } from '../../src/domain/journal/entry';
import { DAY, SECOND } from '../../src/domain/time';
import { finish, step, take } from '../support/alliance-steps';
import { booksOf } from '../support/books';
import { LedgerWorld, type Shop } from '../support/ledger-world';

const noodles: Shop = { id: 'm-noodles', rateBps: 2000 };
const fruit: Shop = {
  id: 'm-fruit',
  rateBps: 900,
  payees: { fan: 'm-noodles', promoter: 'p-1', county: '330106', city: '3301', province: '33' },
};

/**
 * Paid, held, closed and refunded bills, coupons of two months, an offset, a debt of the fund, one
 * who left with coupons and came back.
 */
function books(): Books {
  const world = new LedgerWorld();
  const pass = (milliseconds: number): void => {
    world.advance(milliseconds);
    world.runTimer();
  };
  const first = world.pay({ payer: 'u-lin', shop: noodles, amountFen: 1000_00 });
  pass(3 * SECOND);
  world.pay({ payer: 'u-lin', shop: fruit, amountFen: 80, useCoupons: true });
  world.settleShop('m-noodles');
  pass(35 * DAY);
  const second = world.pay({ payer: 'u-wang', shop: fruit, amountFen: 4000_00 });
  pass(3 * SECOND);
  world.cancel(world.place({ payer: 'u-wang', shop: noodles, amountFen: 50, useCoupons: true }));
  world.place({ payer: 'u-wang', shop: noodles, amountFen: 120, useCoupons: true });
  world.refund(first.id, 1000_00);
  pass(3 * SECOND);
  world.refund(second.id, 1_23);
  world.settleShop('m-fruit');
  world.pay({ payer: 'u-zhao', shop: fruit, amountFen: 3000_00 });
  pass(3 * SECOND);
  pass(3 * SECOND);
  world.leave('u-zhao');
  world.pay({ payer: 'u-zhao', shop: noodles, amountFen: 700_00 });
  pass(3 * SECOND);
  world.settlePerson('u-zhao');
  return booksOf(world);
}

const right = books();

test('exact books have no findings, and their figures are those of the orders', () => {
  expect(audit(right).findings).toEqual([]);
  expect(audit(right).figures).toMatchObject({
    orders: 5,
    turnoverFen: 8700_80n,
    couponSpentFen: 80n,
    dividends: right.dividends.length,
    journalSum: 0n,
  });
  expect(right.dividends.length).toBeGreaterThan(2);
  expect(right.pool.owed.length + right.pool.uncollected.length).toBeGreaterThan(1);
});

/** Deep copy in which the value at a path is made larger by one. */
function raised(path: readonly (string | number)[], by = 1): Books {
  const copy = structuredClone(right);
  let inside: unknown = copy;
  for (const key of path.slice(0, -1)) inside = (inside as Record<string | number, unknown>)[key];
  const last = path[path.length - 1] ?? '';
  const holder = inside as Record<string | number, number>;
  const before = holder[last];
  if (typeof before !== 'number') throw new Error(`no number at ${path.join('.')}`);
  holder[last] = before + by;
  return copy;
}

const lin = right.accounts.findIndex(({ id }) => id === 'u-lin');
const zhao = right.accounts.findIndex(({ id }) => id === 'u-zhao');
const wang = right.accounts.findIndex(({ id }) => id === 'u-wang');

test.each<[string, (string | number)[], string, number]>([
  ['points of the pool', ['pool', 'points'], 'pool points', 1],
  ['what is pending', ['pool', 'balances', 'pendingFen'], 'pending', 1],
  ['the free fund', ['pool', 'balances', 'freeFen'], 'free', 1],
  ['the committed fund', ['pool', 'balances', 'committedFen'], 'committed', 1],
  ['coupons out', ['pool', 'balances', 'couponsFen'], 'coupons out', 1],
  ['the pool’s period', ['pool', 'period'], 'period', 1],
  ['the next threshold', ['pool', 'nextThreshold'], 'next threshold', 1],
  ['what is not collected', ['pool', 'uncollected', 0, 'amountFen'], 'not collected', 1],
  ['points of a dividend', ['dividends', 0, 'points'], 'period 1: computed on', 1],
  ['its cover', ['dividends', 0, 'issuedFen'], 'period 1: set aside', 1],
  ['its rate', ['dividends', 0, 'rate'], 'period 1: above the table', 1],
  ['the order of dividends', ['dividends', 1, 'period'], 'stands in place', 1],
  ['what an account received', ['accounts', lin, 'receivedFen'], 'u-lin received', 1],
  ['its offset', ['accounts', lin, 'offsetFen'], 'u-lin offset', 1],
  ['its points', ['accounts', lin, 'points'], 'u-lin points', 1],
  ['its holds', ['accounts', wang, 'heldFen'], 'u-wang held', 1],
  ['its coupons', ['accounts', wang, 'lots', 0, 'balanceFen'], 'u-wang coupons of dividend', -1],
  ['when an account was left', ['accounts', zhao, 'since'], 'u-zhao received', -10 * SECOND],
  ['an account that was left later', ['accounts', zhao, 'since'], 'does not say', -1],
  ['orders of a site', ['figures', 'sites', 'hangzhou', 'orders'], 'hangzhou, orders', 1],
  ['its sales', ['figures', 'sites', 'hangzhou', 'salesFen'], 'hangzhou, salesFen', 1],
  ['its rebates', ['figures', 'sites', 'hangzhou', 'rebateFen'], 'hangzhou, rebateFen', 1],
  ['its fund', ['figures', 'sites', 'hangzhou', 'fundFen'], 'hangzhou, fundFen', 1],
  ['its coupons', ['figures', 'sites', 'hangzhou', 'couponFen'], 'hangzhou, couponFen', 1],
  ['its points', ['figures', 'sites', 'hangzhou', 'points'], 'hangzhou, points', 1],
  ['points of who left', ['figures', 'sites', '', 'points'], 'no site, points', 1],
  ['what the ledger has pending', ['figures', 'fund', 'pendingFen'], 'ledger pendingFen', 1],
  ['what it has free', ['figures', 'fund', 'freeFen'], 'ledger freeFen', 1],
  ['what it has committed', ['figures', 'fund', 'committedFen'], 'ledger committedFen', 1],
  ['its coupons out', ['figures', 'fund', 'couponsFen'], 'ledger couponsFen', 1],
  ['what it has not collected', ['figures', 'fund', 'uncollectedFen'], 'ledger uncollectedFen', 1],
  ['what it owes', ['figures', 'fund', 'owedFen'], 'ledger owedFen', 1],
  ['its periods', ['figures', 'fund', 'periods'], 'ledger periods', 1],
  ['how far it has read', ['figures', 'reading', 'at', 'time'], 'hangzhou', -400 * DAY],
  ['what of an order was refunded', ['orders', 0, 'refundedFen'], 'refunded', -1],
  ['more in a lot than was put in', ['accounts', wang, 'lots', 0, 'faceFen'], 'lot', -1e9],
])('a wrong figure of %s is named', (_what, path, finding, by) => {
  const { findings } = audit(raised(path, by));
  expect(findings.filter((each) => each.includes(finding))).not.toEqual([]);
});

const paidOf = ({ journal }: Books): JournalEntry | undefined =>
  journal.find(({ kind }) => kind === 'paid');

test.each<[string, Partial<Books>, RegExp]>([
  ['an entry twice', { journal: [...right.journal, ...right.journal.slice(0, 1)] }, /stands twice/],
  [
    'a payment that is not posted',
    { journal: right.journal.filter((entry) => entry !== paidOf(right)) },
    /is refunded, its payment is not posted/,
  ],
  ['an order that is gone', { orders: right.orders.slice(1) }, /is posted, not there/],
  [
    'a placed order that counts as paid',
    { orders: right.orders.map((order) => ({ ...order, state: 'completed' as const })) },
    /is completed, its payment is not posted/,
  ],
  ['a threshold that was not reached', { firstThreshold: 400_01 }, /below its threshold 40001/],
])('%s is found', (_what, changes, finding) => {
  expect(audit({ ...right, ...changes }).findings.join('\n')).toMatch(finding);
});

test('cover that went elsewhere is found, though every balance sums to nothing', () => {
  const theft: JournalEntry = {
    id: 'theft',
    kind: 'dividend-lapsed',
    at: right.pool.cursor,
    effectiveAt: right.pool.cursor,
    moves: [
      {
        from: 'fund/dividend/committed',
        to: 'payable/merchant/m-noodles',
        asset: 'fen',
        amount: right.pool.balances.committedFen,
      },
    ],
    matures: [],
  };
  const { findings, figures } = audit({ ...right, journal: [...right.journal, theft] });
  expect(findings.join('\n')).toMatch(/does not cover/);
  expect(figures.journalSum).toBe(0n);
});

test('random histories are audited exactly, also while accounts lag behind', () => {
  fc.assert(
    fc.property(
      fc.array(step, { minLength: 5, maxLength: 50 }),
      fc.constantFrom(0, 7),
      fc.boolean(),
      (steps, maturityDays, isFinished) => {
        const world = new LedgerWorld({ maturityDays });
        for (const it of steps) take(world, it);
        if (isFinished) finish(world);
        expect(audit(booksOf(world)).findings).toEqual([]);
      },
    ),
    { numRuns: 100 },
  );
});

test('an order in dispute keeps its coupons, and that is no fault', () => {
  const orders = right.orders.map((order) =>
    order.state === 'placed' ? { ...order, state: 'disputed' as const } : order,
  );
  expect(orders).not.toEqual(right.orders);
  expect(audit({ ...right, orders }).findings).toEqual([]);
});

test('cover that went elsewhere when somebody left is found', () => {
  const journal = right.journal.map((entry) =>
    entry.kind === 'left'
      ? {
          ...entry,
          moves: entry.moves.map((move) =>
            move.asset === 'fen' ? { ...move, to: 'income/platform' } : move,
          ),
        }
      : entry,
  );
  const findings = audit({ ...right, journal }).findings.join('\n');
  expect(findings).toMatch(/left:\d+ cover/);
  expect(findings).toMatch(/touches income\/platform/);
});

test('a fen too much is found in what was billed and what was refunded', () => {
  const paths = right.journal.flatMap(({ billFen }, entry) =>
    billFen === undefined ? [] : [['journal', entry, 'billFen'] as const],
  );
  expect(paths.length).toBe(7);
  expect(paths.filter((path) => audit(raised(path)).findings.length === 0)).toEqual([]);
});

test('a fen too much is found in any move of payments, dividends, collections and expiries', () => {
  const paths = right.journal.flatMap(({ kind, moves, matures }, entry) => {
    if (kind === 'refund') return [];
    return [
      ...moves.map((_, index) => ['journal', entry, 'moves', index, 'amount'] as const),
      ...matures.map((_, index) => ['journal', entry, 'matures', index, 'amount'] as const),
    ];
  });
  const unfound = paths.filter((path) => audit(raised(path)).findings.length === 0);
  expect(unfound).toEqual([]);
  expect(paths.length).toBeGreaterThan(40);
});
