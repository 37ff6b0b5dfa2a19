// Coupons before their dividend (A15): closed by default, within three limits, repaid by releases.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accountOf } from '../../src/wxcloud/identity';
import { auditOf } from '../support/audit';
import { startTestCloud, type TestCloud } from '../support/cloud';
import { valueOf } from '../support/cloud-client';
import {
  aShop,
  fruitShop,
  lin,
  MONDAY_MORNING,
  newcomer,
  noodleShop,
  wang,
} from '../support/fixture';
import { shownTo } from '../support/leaving';

const boss = 'test-boss';
const crowd = 'test-crowd';
/** 20 % like the fruit shop; its bills are refunded. */
const wholesale = aShop({ id: 'm-whole', code: 'whole001' });
let dataDir: string;
let cloud: TestCloud;

type Policy = 'demo' | 'demo-with-advance';

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'advance-'));
  cloud = await start('demo-with-advance', MONDAY_MORNING);
});

afterEach(async () => {
  await expectExact();
  await cloud.close();
  rmSync(dataDir, { recursive: true });
});

async function start(policy: Policy, clock: string): Promise<TestCloud> {
  const staff = [accountOf(boss)];
  const merchants = [fruitShop, noodleShop, wholesale].map((shop) => ({ ...shop, staff }));
  return startTestCloud({ policy, clock, dataDir, merchants });
}

/** The same data under another policy, from a later moment on. */
async function restart(policy: Policy, clock: string): Promise<void> {
  await cloud.close();
  cloud = await start(policy, clock);
}

async function expectExact(): Promise<void> {
  expect((await auditOf(cloud)).findings).toEqual([]);
}

const advanceOf = async (openid: string) =>
  valueOf(await cloud.callAs(openid)('wallet', 'advance', {}));
const walletOf = async (openid: string) =>
  valueOf(await cloud.callAs(openid)('wallet', 'summary', {}));
const take = (openid: string, amountFen: number, requestId: string = randomUUID()) =>
  cloud.callAs(openid)('wallet', 'takeAdvance', { requestId, amountFen });
const buy = (openid: string, merchantCode: string, amountFen: number) =>
  cloud.buy({ openid, merchantCode, amountFen, uses: [] });
const lastPeriodOf = async (openid: string) =>
  valueOf(await cloud.callAs(openid)('wallet', 'periods', {})).periods[0];

/** Lin has 200.00 points and 1.00 of the first period. */
async function firstPeriod(): Promise<void> {
  await buy(lin, fruitShop.code, 1000_00);
  await cloud.giveOutDividends();
}

/** Others buy so much that the second threshold is crossed, and not the third: lin gets 1.05. */
async function secondPeriod(): Promise<void> {
  await buy(wang, fruitShop.code, 160_00);
  await cloud.giveOutDividends();
}

/** Takes again while the cloud is busy, as the app does. */
async function takePatiently(openid: string, amountFen: number): Promise<string> {
  const requestId = randomUUID();
  for (;;) {
    const answer = await take(openid, amountFen, requestId);
    if (answer.ok) return 'taken';
    if (answer.error.code !== 'busy') return answer.error.code;
  }
}

test('it is closed where the policy has not opened it, and says so', async () => {
  await restart('demo', MONDAY_MORNING);
  await firstPeriod();
  expect(await walletOf(lin)).toMatchObject({ isAdvanceOpen: false, advanceFen: 0 });
  expect(await advanceOf(lin)).toMatchObject({ isOpen: false, limitFen: 0, availableFen: 0 });
  expect(await take(lin, 1)).toMatchObject({ error: { code: 'advance-closed' } });
});

describe('what may be taken', () => {
  test('is half of what was received, while points and budget allow more', async () => {
    await firstPeriod();
    expect(await advanceOf(lin)).toMatchObject({
      isOpen: true,
      limitFen: 50,
      underCapFen: 5 * 200_00 - 1_00,
      byReceivedFen: 50,
      // A tenth of 182.00 less the 2.00 of the period.
      availableFen: 18_00,
      advanceFen: 0,
    });
    expect(await take(lin, 51)).toMatchObject({
      error: { code: 'advance-exceeds-limit', limitFen: 50 },
    });
    const { lot, advanceFen } = valueOf(await take(lin, 30));
    expect(lot).toMatchObject({ source: 'advance', fundedBy: 'dividend', balanceFen: 30 });
    expect(advanceFen).toBe(30);
    await expectExact();
    expect(await walletOf(lin)).toMatchObject({ balanceFen: 1_30, advanceFen: 30 });
    expect(await advanceOf(lin)).toMatchObject({ limitFen: 20, availableFen: 17_70 });
    valueOf(await take(lin, 20));
    expect(await take(lin, 1)).toMatchObject({ error: { code: 'advance-exceeds-limit' } });
  });

  test('is nothing for who has received nothing, however much is set aside', async () => {
    await firstPeriod();
    await buy(newcomer, noodleShop.code, 100_00);
    await cloud.giveOutDividends();
    expect(await advanceOf(newcomer)).toMatchObject({ limitFen: 0, byReceivedFen: 0 });
    expect(await take(newcomer, 1)).toMatchObject({
      error: { code: 'advance-exceeds-limit', limitFen: 0 },
    });
  });

  test.each([0, -5, 0.5])('is an amount of whole fen: %p is none', async (amountFen) => {
    expect(await take(lin, amountFen)).toMatchObject({ error: { code: 'amount-invalid' } });
  });
});

describe('many at once', () => {
  test('the same request is one advance, and another amount under its id is refused', async () => {
    await firstPeriod();
    const requestId = randomUUID();
    const answers = await Promise.all(Array.from({ length: 8 }, () => take(lin, 30, requestId)));
    const good = answers.filter(({ ok }) => ok).map((answer) => valueOf(answer).advanceFen);
    expect(good.length).toBeGreaterThan(0);
    expect(good).toEqual(good.map(() => 30));
    expect(valueOf(await take(lin, 30, requestId)).advanceFen).toBe(30);
    expect(await take(lin, 20, requestId)).toMatchObject({ error: { code: 'request-id-reused' } });
    expect(await walletOf(lin)).toMatchObject({ balanceFen: 1_30, advanceFen: 30 });
  });

  test('eight different ones of one person take the limit once', async () => {
    await firstPeriod();
    const codes = await Promise.all(Array.from({ length: 8 }, () => takePatiently(lin, 50)));
    expect(codes.filter((code) => code === 'taken')).toHaveLength(1);
    expect((await walletOf(lin)).advanceFen).toBe(50);
  });

  test('eight of two people take the budget once, though each of them may take more', async () => {
    await manyPeriods();
    const { availableFen } = await advanceOf(lin);
    const partFen = Math.floor(availableFen / 3);
    for (const person of [lin, wang]) {
      const { limitFen, byReceivedFen } = await advanceOf(person);
      expect(limitFen).toBe(availableFen);
      expect(byReceivedFen).toBeGreaterThan(2 * partFen);
    }
    const codes = await Promise.all(
      Array.from({ length: 8 }, (_, index) => takePatiently(index % 2 === 0 ? lin : wang, partFen)),
    );
    expect(codes.filter((code) => code === 'taken')).toHaveLength(3);
    expect((await advanceOf(lin)).availableFen).toBe(availableFen - 3 * partFen);
  }, 120_000);
});

describe('a release', () => {
  test('repays first, and the rest becomes a coupon', async () => {
    await firstPeriod();
    valueOf(await take(lin, 50));
    await cloud.buy({ openid: lin, merchantCode: noodleShop.code, amountFen: 1_50 });
    expect(await walletOf(lin)).toMatchObject({ balanceFen: 0, advanceFen: 50 });
    await expectExact();
    await secondPeriod();
    expect(await walletOf(lin)).toMatchObject({
      balanceFen: 55,
      advanceFen: 0,
      receivedFen: 2_05,
    });
    expect(await lastPeriodOf(lin)).toMatchObject({ period: 2, amountFen: 1_05, advanceFen: 50 });
    // Half of 2.05, since what was released counts as received also where it repaid.
    expect((await advanceOf(lin)).byReceivedFen).toBe(1_02);
  });

  test('that is smaller goes into the advance whole, and the next go on', async () => {
    await manyPeriods();
    const { limitFen } = await advanceOf(lin);
    valueOf(await take(lin, limitFen));
    const before = await walletOf(lin);
    await cloud.buy({
      openid: crowd,
      merchantCode: fruitShop.code,
      amountFen: 49_000_00,
      uses: [],
    });
    await cloud.giveOutDividends();
    expect((await walletOf(lin)).latestPeriod).toBeGreaterThan(before.latestPeriod);
    const period = await lastPeriodOf(lin);
    expect(period?.amountFen).toBeGreaterThan(0);
    expect(period?.advanceFen).toBe(period?.amountFen);
    const after = await walletOf(lin);
    expect(after.balanceFen).toBe(before.balanceFen);
    expect(after.advanceFen).toBe(before.advanceFen - (after.receivedFen - before.receivedFen));
  }, 120_000);

  test('repays also after it was switched off, and what nobody took goes back', async () => {
    await firstPeriod();
    valueOf(await take(lin, 50));
    await restart('demo', '2026-11-02T03:00:00.000Z');
    expect(await walletOf(lin)).toMatchObject({ isAdvanceOpen: false, advanceFen: 50 });
    expect(await take(lin, 1)).toMatchObject({ error: { code: 'advance-closed' } });
    await secondPeriod();
    expect(await walletOf(lin)).toMatchObject({ balanceFen: 2_05, advanceFen: 0 });
    const { fund } = valueOf(await cloud.callAs(lin)('wallet', 'ledger', {}));
    expect(fund.advanceFen).toBe(0);
    await expectExact();
  });
});

test('coupons that expire unspent repay what they were', async () => {
  await firstPeriod();
  valueOf(await take(lin, 50));
  await cloud.setClock('2027-11-30T15:59:59.000Z');
  expect(await walletOf(lin)).toMatchObject({ balanceFen: 1_50, advanceFen: 50 });
  await cloud.setClock('2027-11-30T16:00:00.000Z');
  expect(await walletOf(lin)).toMatchObject({ balanceFen: 0, advanceFen: 0 });
  await buy(lin, noodleShop.code, 10_00);
  await expectExact();
  expect(await walletOf(lin)).toMatchObject({ balanceFen: 0, advanceFen: 0 });
});

test('who closes the account and comes back still has it open, and may take no more', async () => {
  await firstPeriod();
  valueOf(await take(lin, 50));
  await cloud.buy({ openid: lin, merchantCode: noodleShop.code, amountFen: 1_50 });
  await cloud.giveOutDividends();
  valueOf(await cloud.callAs(lin)('account', 'leave', await shownTo(cloud, lin)));
  expect(await walletOf(lin)).toMatchObject({ balanceFen: 0, advanceFen: 50 });
  const { rows } = valueOf(await cloud.callAs(lin)('wallet', 'statement', {}));
  expect(rows).toMatchObject([{ of: 'advance', kind: 'carried', amountFen: 50 }]);
  expect(await take(lin, 1)).toMatchObject({ error: { code: 'advance-exceeds-limit' } });
});

/**
 * Lin and Wang have received a fifth of their points, while the fund is small again: a crowd has
 * carried the alliance over 25 thresholds, and its bills were refunded before advances opened.
 */
async function manyPeriods(): Promise<void> {
  await restart('demo', MONDAY_MORNING);
  for (const person of [lin, wang]) await buy(person, fruitShop.code, 1000_00);
  const bills = [];
  for (let bill = 0; bill < 3; bill += 1) {
    bills.push(await buy(crowd, wholesale.code, 12_000_00));
  }
  for (let run = 0; run < 6; run += 1) await cloud.giveOutDividends();
  for (const person of [lin, wang])
    expect((await walletOf(person)).latestPeriod).toBeGreaterThan(24);
  for (const { id: orderId, bill } of bills) {
    valueOf(
      await cloud.callAs(boss)('merchant', 'refund', {
        ...{ requestId: randomUUID(), orderId, amountFen: bill.amountFen, reason: '货没有发' },
      }),
    );
  }
  await cloud.giveOutDividends();
  await restart('demo-with-advance', '2026-11-02T03:00:00.000Z');
  await cloud.giveOutDividends();
}
