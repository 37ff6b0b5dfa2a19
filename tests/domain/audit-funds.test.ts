// The auditor of funds, campaigns and rewards: exact books pass, every falsified figure is named, and
// no move of coupons or cover can be larger by a fen.
import { audit } from '../../src/domain/audit/audit';
import type { Books } from '../../src/domain/audit/books';
import type { JournalEntry, Move } from '../../src/domain/journal/entry';
import { DAY, SECOND } from '../../src/domain/time';
import { people, shops } from '../support/alliance-steps';
import { booksOf } from '../support/books';
import { begin, takeStep } from '../support/funds-steps';
import { FundsWorld } from '../support/funds-world';

/** Everybody a fan with coupons of their own; offers used, held and refunded; an advance open. */
function books(): Books {
  const world = new FundsWorld();
  begin(world);
  for (const [who] of people.entries()) {
    for (const campaign of [0, 1, 2, 3, 4]) takeStep(world, { do: 'claim', who, campaign });
  }
  takeStep(world, { do: 'advance', who: 0, part: 0.5 });
  const [high, low] = [shops[0] ?? { id: '', rateBps: 0 }, shops[1] ?? { id: '', rateBps: 0 }];
  const bill = { payer: 'u-0', shop: high, amountFen: 40_00, useCoupons: true };
  const first = world.pay(bill);
  world.pay({ ...bill, payer: 'u-1', shop: low });
  const second = world.pay({ ...bill, payer: 'u-1' });
  world.refund(second.id, second.bill.amountFen);
  world.refund(first.id, 10_00);
  world.place({ ...bill, payer: 'u-2', shop: low });
  world.advance(3 * SECOND);
  world.runTimer();
  for (const { id } of shops) world.settleShop(id);
  world.pay({ ...bill, payer: 'm-high', shop: low });
  world.advance(8 * DAY);
  world.runTimer();
  world.settlePerson('u-1');
  return booksOf(world);
}

const right = books();

test('exact books have no findings', () => {
  expect(audit(right).findings).toEqual([]);
  const kinds = new Set(right.journal.map(({ kind }) => kind));
  for (const kind of ['campaign', 'claim', 'fan-reward', 'advance', 'refund', 'expire'] as const) {
    expect([...kinds]).toContain(kind);
  }
});

type Path = readonly (string | number)[];

/** Deep copy in which the value at a path is larger. */
function raised(path: Path, by = 1): Books {
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

const indexOf = (id: string): number => right.accounts.findIndex((each) => each.id === id);
const lotOf = (id: string, is: (lot: Books['accounts'][number]['lots'][number]) => boolean) => {
  const lots = right.accounts[indexOf(id)]?.lots ?? [];
  return ['accounts', indexOf(id), 'lots', lots.findIndex(is)] as const;
};
const held = right.orders.findIndex(({ state }) => state === 'placed');
const paid = right.orders.findIndex(({ bill }) => bill.discountFen > 0);

test.each<[string, Path, RegExp, number]>([
  ['the platform’s income', ['pool', 'balances', 'platformFen'], /^platform: /, 1],
  ['the pool’s part for advances', ['pool', 'balances', 'advanceFen'], /^set aside for adv/, 1],
  ['the budget of advances', ['advanceFen'], /^budget of advances/, 1],
  ['what an account was advanced', ['accounts', indexOf('u-0'), 'advanceFen'], /^u-0 advance/, 1],
  ['an offset of rewards', ['accounts', indexOf('m-high'), 'fanOffsetFen'], /of rewards/, 1],
  [
    'a fan lot',
    [...lotOf('m-high', ({ fundedBy }) => fundedBy === 'fan'), 'balanceFen'],
    /^m-high coupons of fan-/,
    -1,
  ],
  [
    'a lot of an activity',
    [...lotOf('u-0', ({ fundedBy }) => fundedBy === 'activity'), 'balanceFen'],
    /^u-0 coupons of c-/,
    -1,
  ],
  [
    'a lot that a shop bears',
    [
      ...lotOf('u-0', ({ source, fundedBy }) => source === 'campaign' && fundedBy === 'acceptor'),
      'balanceFen',
    ],
    /^u-0 coupons of c-/,
    -1,
  ],
  ['holds', ['accounts', indexOf('u-2'), 'heldFen'], /^u-2 held/, 1],
  ['claims of a person', ['accounts', indexOf('u-0'), 'claims', 0, 'count'], /^u-0 claims of/, 1],
  ['what is left of a campaign', ['counters', 0, 'left'], /^c-0-0 left/, -1],
  ['a total', ['campaigns', 0, 'total'], /^budget of c-0-0/, 1],
  ['a limit a person', ['campaigns', 0, 'perPerson'], /has claimed \d of c-0-0/, -2],
  ['the end of claiming', ['campaigns', 0, 'endsAt'], /is out of time/, -20 * DAY],
  ['a discount', ['orders', paid, 'bill', 'discountFen'], /discount/, 1],
  ['what is due', ['orders', paid, 'bill', 'totalFen'], /due/, 1],
  ['cash', ['orders', paid, 'bill', 'cashFen'], /cash/, 1],
  ['a held part', ['orders', held, 'held', 0, 'amountFen'], /coupons|discount/, 1],
  ['a paid part', ['orders', paid, 'held', 0, 'amountFen'], /coupons|discount/, 1],
  ['what the ledger has for fans', ['figures', 'fund', 'fanFreeFen'], /ledger fanFreeFen/, 1],
  ['behind their coupons', ['figures', 'fund', 'fanCommittedFen'], /ledger fanCommittedFen/, 1],
  ['for activities', ['figures', 'fund', 'activityFen'], /ledger activityFen/, 1],
  ['for advances', ['figures', 'fund', 'advanceFen'], /ledger advanceFen/, 1],
  ['a budget', ['figures', 'activities', 'c-0-0', 'fundFen'], /ledger budget of c-0-0/, 1],
  ['its coupons', ['figures', 'activities', 'c-0-0', 'couponsFen'], /ledger coupons of c-0/, 1],
  ['of shops', ['figures', 'fund', 'shopCouponsFen'], /ledger shopCouponsFen/, 1],
])('a wrong figure of %s is named', (_what, path, finding, by) => {
  const { findings } = audit(raised(path, by));
  expect(findings.filter((each) => finding.test(each))).not.toEqual([]);
});

test('a fen too much is found in any move of claims, rewards, advances, budgets and payments', () => {
  const paths = right.journal.flatMap(({ kind, moves, matures }, entry) => {
    if (kind === 'refund') return [];
    return [
      ...moves.map((_, index) => ['journal', entry, 'moves', index, 'amount'] as const),
      ...matures.map((_, index) => ['journal', entry, 'matures', index, 'amount'] as const),
    ];
  });
  expect(paths.filter((path) => audit(raised(path)).findings.length === 0)).toEqual([]);
  expect(paths.length).toBeGreaterThan(100);
});

const changed = (
  isMeant: (entry: JournalEntry, move: Move) => boolean,
  change: Partial<Move>,
): Books => ({
  ...right,
  journal: right.journal.map((entry) => ({
    ...entry,
    moves: entry.moves.map((move) => (isMeant(entry, move) ? { ...move, ...change } : move)),
  })),
});

test.each<[string, Books, RegExp]>([
  [
    'a fund that pays for another',
    changed(({ kind }, { from }) => kind === 'paid' && from.startsWith('fund/activity/'), {
      from: 'fund/dividend/committed',
    }),
    /paid by fund\/activity/,
  ],
  [
    'coupons that change their fund',
    changed(({ kind }, { from }) => kind === 'claim' && from === 'activity-coupons/issued', {
      from: 'coupons/issued',
    }),
    /coupons changed their fund/,
  ],
  [
    'a budget that nobody put aside',
    { ...right, journal: right.journal.filter(({ kind }) => kind !== 'campaign') },
    /does not cover|is -\d+/,
  ],
  [
    'a campaign that is gone',
    { ...right, campaigns: right.campaigns.slice(1) },
    /claimed, not there/,
  ],
  [
    'a reward for nobody’s bill',
    {
      ...right,
      orders: right.orders.map((order) => ({
        ...order,
        shares: { ...order.shares, fan: order.shares.promoter },
      })),
    },
    /fan rewards/,
  ],
])('%s is found', (_what, wrong, finding) => {
  expect(audit(wrong).findings.join('\n')).toMatch(finding);
});
