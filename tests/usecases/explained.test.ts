// Why is it this number: periods, statements and the open ledger through the real functions.
import { randomUUID } from 'node:crypto';
import { clearingOf, fundLeftFen } from '../../miniprogram/packages/account/ledger/clearing';
import type { CouponRow, Earning, StatementRow, StatementShow } from '../../src/contracts/wallet';
import { accountOf } from '../../src/wxcloud/identity';
import { auditOf, earn } from '../support/audit';
import { startTestCloud, type TestCloud } from '../support/cloud';
import { valueOf } from '../support/cloud-client';
import { fruitShop, lin, noodleShop, site, wang } from '../support/fixture';

let cloud: TestCloud;
const boss = 'test-boss';
const merchants = [fruitShop, noodleShop].map((shop) => ({ ...shop, staff: [accountOf(boss)] }));

beforeEach(async () => {
  cloud = await startTestCloud({ merchants });
});

afterEach(async () => {
  expect((await auditOf(cloud)).findings).toEqual([]);
  await cloud.close();
});

async function wholePeriod(openid: string, period: number) {
  const call = cloud.callAs(openid);
  const first = valueOf(await call('wallet', 'period', { period }));
  const earnings: Earning[] = [...first.earnings];
  for (let page = first; !page.isLast;) {
    const last = earnings[earnings.length - 1];
    if (last === undefined) throw new Error('an empty page that is not the last');
    const before = { placedAt: last.placedAt, id: last.orderId };
    page = valueOf(await call('wallet', 'period', { period, before }));
    earnings.push(...page.earnings);
  }
  return { ...first, earnings };
}

async function wholeStatement(
  openid: string,
  asked: { lotId?: string; show?: StatementShow } = {},
): Promise<StatementRow[][]> {
  const call = cloud.callAs(openid);
  const pages: StatementRow[][] = [];
  let before: { at: number; id: string } | undefined;
  do {
    const page = { ...asked, ...(before === undefined ? {} : { before }) };
    const { rows, next } = valueOf(await call('wallet', 'statement', page));
    pages.push([...rows]);
    before = next;
  } while (before !== undefined);
  return pages;
}

const couponsOf = (rows: readonly StatementRow[]): CouponRow[] =>
  rows.flatMap((row) => (row.of === 'coupon' ? [row] : []));

const sum = (amounts: readonly number[]): number => amounts.reduce((so, each) => so + each, 0);

test('a period’s orders add up to its points, over pages, and its points to its amount', async () => {
  for (let bill = 0; bill < 55; bill += 1) {
    const { code: merchantCode } = bill % 2 === 0 ? fruitShop : noodleShop;
    await cloud.buy({ openid: lin, merchantCode, amountFen: 10_00 + bill, uses: [] });
  }
  await cloud.buy({ openid: wang, merchantCode: fruitShop.code, amountFen: 2000_00 });
  await cloud.giveOutDividends();
  await cloud.advanceClock(5);
  await cloud.buy({ openid: lin, merchantCode: fruitShop.code, amountFen: 300_00, uses: [] });
  await cloud.giveOutDividends();
  const call = cloud.callAs(lin);
  const { periods } = valueOf(await call('wallet', 'periods', {}));
  expect(periods.length).toBeGreaterThan(1);
  let receivedFen = 0;
  for (const mine of [...periods].reverse()) {
    const explained = await wholePeriod(lin, mine.period);
    const ids = explained.earnings.map(({ orderId }) => orderId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(sum(explained.earnings.map(({ points }) => points))).toBe(mine.eligiblePoints);
    expect(explained.mine).toEqual(mine);
    expect(explained.uncappedFen).toBe(Math.floor((mine.eligiblePoints * mine.ratePpb) / 1e9));
    const room = explained.capFen - explained.receivedBeforeFen;
    expect(mine.amountFen).toBe(Math.min(explained.uncappedFen, room));
    expect(explained.receivedBeforeFen).toBe(receivedFen);
    const { thresholdPoints, points, freeBeforeFen, coveredRatePpb, issuedFen } =
      explained.alliance;
    expect(points).toBeGreaterThanOrEqual(thresholdPoints);
    expect(coveredRatePpb).toBe(Math.min(1e9, Math.floor((freeBeforeFen * 1e9) / points)));
    expect(issuedFen).toBe(Math.ceil((points * mine.ratePpb) / 1e9));
    receivedFen += mine.amountFen;
  }
  const [newest] = periods;
  const first = await wholePeriod(lin, 1);
  const last = await wholePeriod(lin, newest?.period ?? 0);
  expect([first.earnings.length, last.earnings.length]).toEqual([55, 56]);
  expect(await call('wallet', 'period', { period: 99 })).toMatchObject({
    error: { code: 'period-not-found' },
  });
  expect(await cloud.callAs('nobody')('wallet', 'period', { period: 1 })).toMatchObject({
    error: { code: 'period-not-found' },
  });
});

test('a statement’s pages have every change once, and add up to the wallet, before and after it is settled', async () => {
  const [lot] = await earn(cloud, lin);
  if (lot === undefined) throw new Error('no coupons');
  const one = (amountFen: number) => [{ lotId: lot.lotId, amountFen }];
  for (let bill = 0; bill < 30; bill += 1) {
    const bought = { openid: lin, merchantCode: noodleShop.code, amountFen: 5_00 };
    await cloud.buy({ ...bought, uses: one(1) });
    await cloud.buy({ ...bought, uses: [] });
    if (bill % 10 === 0) await cloud.advanceClock(1);
  }
  await cloud.buy({ openid: wang, merchantCode: fruitShop.code, amountFen: 3000_00 });
  await cloud.giveOutDividends();
  const call = cloud.callAs(lin);
  const held = { merchantCode: noodleShop.code, amountFen: 5_00, uses: one(7) };
  await call('orders', 'place', { requestId: randomUUID(), ...held });
  const { balanceFen, heldFen } = valueOf(await call('wallet', 'summary', {}));

  // The account was touched before the second period was given: its collection is not written yet.
  const pages = await wholeStatement(lin);
  const all = pages.flat();
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  const earned = all.flatMap((row) => (row.of === 'points' ? row.points : []));
  const { points } = valueOf(await call('wallet', 'summary', {}));
  expect([earned.length, sum(earned)]).toEqual([61, points]);
  const rows = couponsOf(all);
  expect(pages.length).toBe(2);
  expect(sum(rows.map(({ amountFen }) => amountFen))).toBe(balanceFen + heldFen);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  expect(rows.map(({ at }) => at)).toEqual(rows.map(({ at }) => at).sort((a, b) => b - a));
  expect(rows.filter(({ kind }) => kind === 'spent')).toHaveLength(30);
  expect(rows.filter(({ merchantName }) => merchantName === noodleShop.name)).toHaveLength(30);
  const given = rows.filter(({ kind }) => kind === 'given');
  const { periods } = valueOf(await call('wallet', 'periods', {}));
  expect(given.map(({ period, amountFen }) => [period, amountFen])).toEqual(
    periods.map(({ period, amountFen }) => [period, amountFen]),
  );

  await cloud.buy({ openid: lin, merchantCode: noodleShop.code, amountFen: 5_00, uses: one(90) });
  const written = couponsOf((await wholeStatement(lin)).flat());
  const withoutTimes = (all: readonly StatementRow[]) => all.map(({ at: _at, ...row }) => row);
  const spentNow = written.filter(({ amountFen }) => amountFen === -90);
  expect(spentNow).toHaveLength(1);
  expect(withoutTimes(written.filter(({ amountFen }) => amountFen !== -90))).toEqual(
    withoutTimes(rows),
  );
});

test('a statement of one coupon has its rows and no other’s', async () => {
  await earn(cloud, lin);
  await cloud.setClock('2026-12-20T02:00:00.000Z');
  await earn(cloud, lin);
  const all = couponsOf((await wholeStatement(lin)).flat());
  const lots = [...new Set(all.map(({ lotId }) => lotId))];
  expect(lots.sort()).toEqual(['dividend-2027-11', 'dividend-2027-12']);
  const { lots: held } = valueOf(await cloud.callAs(lin)('wallet', 'summary', {}));
  for (const { id, balanceFen } of held) {
    const own = couponsOf((await wholeStatement(lin, { lotId: id })).flat());
    expect(own).toEqual(all.filter(({ lotId }) => lotId === id));
    expect(sum(own.map(({ amountFen }) => amountFen))).toBe(balanceFen);
  }
  expect((await wholeStatement(wang)).flat()).toEqual([]);
});

test('a statement of one kind has all rows of that kind and no other', async () => {
  const { id } = await cloud.buy({
    ...{ openid: lin, merchantCode: fruitShop.code, amountFen: 1000_00 },
  });
  await cloud.giveOutDividends();
  await cloud.buy({ openid: lin, merchantCode: noodleShop.code, amountFen: 60 });
  const wishes = { requestId: randomUUID(), orderId: id, amountFen: 1000_00, reason: '少给了' };
  valueOf(await cloud.callAs(boss)('merchant', 'refund', wishes));
  await cloud.buy({ openid: lin, merchantCode: fruitShop.code, amountFen: 800_00 });
  await cloud.buy({ openid: wang, merchantCode: fruitShop.code, amountFen: 9000_00 });
  await cloud.giveOutDividends();
  const all = (await wholeStatement(lin)).flat();
  const kinds = new Set(all.map(({ of, kind }) => `${of} ${kind}`));
  expect([...kinds].sort()).toEqual([
    ...['coupon given', 'coupon spent', 'coupon taken-back', 'offset incurred', 'offset repaid'],
    ...['points earned', 'points taken-back'],
  ]);
  for (const [show, isShown] of [
    ['coupons', ({ of }: StatementRow) => of === 'coupon'],
    ['points', ({ of }: StatementRow) => of === 'points'],
    [
      'refunds',
      ({ of, kind }: StatementRow) =>
        of === 'offset' || ['taken-back', 'returned', 'repaid'].includes(kind),
    ],
  ] as const) {
    const shown = (await wholeStatement(lin, { show })).flat();
    expect(shown).toEqual(all.filter(isShown));
    expect(shown.length).toBeGreaterThan(2);
  }
  const { offsetFen } = valueOf(await cloud.callAs(lin)('wallet', 'summary', {}));
  const offset = all.flatMap((row) => (row.of === 'offset' ? [row] : []));
  expect(sum(offset.map(({ amountFen }) => amountFen))).toBe(offsetFen);
  const { periods } = valueOf(await cloud.callAs(lin)('wallet', 'periods', {}));
  const repaid = offset.flatMap(({ kind, period, amountFen }) =>
    kind === 'repaid' ? [[period, -amountFen]] : [],
  );
  expect(repaid).toEqual(
    periods.flatMap(({ period, offsetFen: its }) => (its > 0 ? [[period, its]] : [])),
  );
  expect(repaid.length).toBeGreaterThan(0);
});

describe('the open ledger', () => {
  const ledger = async () => valueOf(await cloud.callAs(lin)('wallet', 'ledger', {}));

  test('is empty before the first bill, and of one instant and adds up after every step', async () => {
    expect(await ledger()).toMatchObject({
      whole: { orders: 0, salesFen: 0, points: 0 },
      fund: { freeFen: 0, committedFen: 0, owedFen: 0 },
      periods: 0,
    });
    const [lot] = await earn(cloud, lin);
    if (lot === undefined) throw new Error('no coupons');
    const steps = [
      () => cloud.runTimer('figures'),
      () => cloud.buy({ openid: lin, merchantCode: noodleShop.code, amountFen: 9_00, uses: [lot] }),
      () => cloud.buy({ openid: wang, merchantCode: fruitShop.code, amountFen: 3000_00 }),
      () => cloud.giveOutDividends(),
      () => cloud.runTimer('figures'),
    ];
    for (const act of steps) {
      await act();
      const { at, whole, fund, sites } = await ledger();
      expect(whole.fundFen - whole.couponFen).toBe(fund.freeFen + fund.committedFen - fund.owedFen);
      expect(fund.committedFen).toBeGreaterThanOrEqual(fund.couponsFen + fund.uncollectedFen);
      expect(sites.map(({ figures }) => figures)).toEqual([whole]);
      expect(at).toBeGreaterThan(0);
    }
    const { whole, periods } = await ledger();
    expect(whole).toMatchObject({ orders: 3, salesFen: 4009_00, couponFen: 1_00 });
    expect(periods).toBeGreaterThan(1);
  });

  test('clears between two cities: coupons of the one, spent in the other, are its own minus', async () => {
    await cloud.close();
    const shanghai = { ...site, id: 'shanghai', name: '上海静安', city: '上海' };
    const away = { ...noodleShop, siteId: shanghai.id, staff: [accountOf(boss)] };
    cloud = await startTestCloud({ merchants: [fruitShop, away], sites: [site, shanghai] });
    const uses = await earn(cloud, lin);
    const bill = { openid: lin, merchantCode: away.code, amountFen: 1_00, uses };
    const { id: orderId } = await cloud.buy(bill);
    const rowsOf = async () => {
      const { whole, sites, fund } = await ledger();
      const { rows, total } = clearingOf({ whole, sites });
      expect(total.leftFen).toBe(fundLeftFen({ fund }));
      expect(sum(rows.map(({ leftFen }) => leftFen))).toBe(total.leftFen);
      return rows.map(({ name, inFen, outFen, leftFen }) => [name, inFen, outFen, leftFen]);
    };
    const [home, there] = await rowsOf();
    expect(there).toEqual(['上海静安', expect.any(Number), 1_00, expect.any(Number)]);
    expect(there?.[3]).toBeLessThan(0);
    expect(home?.[2]).toBe(0);
    expect(home?.[3]).toBeGreaterThan(0);
    const wishes = { requestId: randomUUID(), orderId, amountFen: 1_00, reason: '少给了' };
    valueOf(await cloud.callAs(boss)('merchant', 'refund', wishes));
    await cloud.runTimer('figures');
    expect(await rowsOf()).toEqual([home, ['上海静安', 0, 0, 0]]);
  });

  test('says the same before and after its timer, however often that runs, also at once', async () => {
    for (let bill = 0; bill < 12; bill += 1) {
      await cloud.buy({ openid: lin, merchantCode: fruitShop.code, amountFen: 90_00 + bill });
    }
    await cloud.giveOutDividends();
    const before = await ledger();
    await Promise.all(Array.from({ length: 5 }, () => cloud.runTimer('figures')));
    expect(await ledger()).toEqual(before);
    expect(await cloud.runTimer('figures')).toMatchObject({ result: { value: { entries: 0 } } });
    await cloud.buy({ openid: lin, merchantCode: fruitShop.code, amountFen: 10_00 });
    const after = await ledger();
    expect(after.whole.orders).toBe(before.whole.orders + 1);
    await cloud.runTimer('figures');
    expect(await ledger()).toEqual(after);
  });
});
