// Whose fan a person is, who is rewarded for a bill, and what becomes of the reward (A14, B8).
import { randomUUID } from 'node:crypto';
import { newMerchantAccount } from '../../src/domain/accounts/account';
import type { BalanceLot } from '../../src/domain/coupons/lot';
import { journalEntry, moveCoupons, moveFen } from '../../src/domain/journal/entry';
import * as names from '../../src/domain/journal/names';
import { NO_FEN } from '../../src/domain/money/amounts';
import type { Merchant } from '../../src/domain/merchants/merchant';
import { DAY, HOUR } from '../../src/domain/time';
import { asMerchant } from '../../src/usecases/merchants/settle-merchant';
import { accountOf } from '../../src/wxcloud/identity';
import { commit } from '../../src/wxcloud/transact';
import { auditOf, worldOn } from '../support/audit';
import { startTestCloud, type TestCloud } from '../support/cloud';
import { valueOf } from '../support/cloud-client';
import { aShop, fruitShop, lin, MONDAY_MORNING, noodleShop, wang } from '../support/fixture';
import { shownTo } from '../support/leaving';

const boss = 'test-boss';
const clerk = 'test-clerk';
/** 20 %, 10 %, and one where a third of the rebate is less than 1 % of the bill. */
const fruit: Merchant = { ...fruitShop, staff: [accountOf(boss)] };
const noodles: Merchant = { ...noodleShop, staff: [accountOf(boss), accountOf(clerk)] };
const thrifty = aShop({ id: 'm-thrift', code: 'thrift01', rates: [{ bps: 200, from: 0 }] });
const gone = aShop({ id: 'm-gone', code: 'gone0001', state: 'left' });
const NOW = Date.parse(MONDAY_MORNING);
let cloud: TestCloud;

beforeEach(async () => {
  cloud = await startTestCloud({ merchants: [fruit, noodles, thrifty, gone] });
});

afterEach(async () => {
  expect((await auditOf(cloud)).findings).toEqual([]);
  await cloud.close();
});

const visit = (openid: string, { code: merchantCode }: Merchant, by: By = 'shop-code') =>
  cloud.callAs(openid)('account', 'visit', { merchantCode, by });
type By = 'shop-code' | 'entry-code';
const choose = (openid: string, merchant: Merchant | null) =>
  cloud.callAs(openid)('account', 'setFan', { merchantCode: merchant?.code ?? null });
const fanOf = async (openid: string) =>
  valueOf(await cloud.callAs(openid)('account', 'fan', {})).fan;
const shopOf = async (openid: string) => (await fanOf(openid))?.merchant.code;
const buy = (openid: string, { code: merchantCode }: Merchant, amountFen: number) =>
  cloud.buy({ openid, merchantCode, amountFen, uses: [] });
const fansOf = async ({ code: merchantCode }: Merchant) =>
  valueOf(await cloud.callAs(boss)('merchant', 'fans', { merchantCode }));
const accountOfShop = async ({ id }: Merchant) => worldOn(cloud, () => 0).cloud.get('accounts', id);
const refund = (orderId: string, amountFen: number) =>
  cloud
    .callAs(boss)('merchant', 'refund', {
      ...{ requestId: randomUUID(), orderId, amountFen, reason: '少了一份' },
    })
    .then(valueOf);

/** What was earned comes into effect, and the shops' accounts read it. */
async function night(): Promise<void> {
  await cloud.giveOutDividends();
  await cloud.runTimer('merchant-accounts');
}

describe('becoming a fan', () => {
  test('the first visit through a shop’s code makes its fan, and says until when', async () => {
    const { fan } = valueOf(await visit(lin, noodles));
    expect(fan).toEqual({
      merchant: { code: noodles.code, name: noodles.name, picture: noodles.picture },
      since: NOW,
      endsAt: Date.parse('2027-12-01T00:00:00+08:00'),
    });
    expect(await fanOf(lin)).toEqual(fan);
    expect((await fansOf(noodles)).fans).toBe(1);
    expect(await shopOf(wang)).toBeUndefined();
  });

  test('a visit to a second shop, or through its entry code, changes nothing of it', async () => {
    await visit(lin, noodles);
    await cloud.advanceClock(60);
    await visit(lin, fruit);
    const { fan } = valueOf(await visit(lin, fruit, 'entry-code'));
    expect(fan).toMatchObject({ merchant: { code: noodles.code }, since: NOW });
    expect((await fansOf(fruit)).fans).toBe(0);
  });

  test('who works at a shop is never its fan, and is told so when choosing it', async () => {
    expect(valueOf(await visit(clerk, noodles)).fan).toBeNull();
    expect(valueOf(await visit(clerk, noodles, 'entry-code')).fan).toBeNull();
    expect(await choose(clerk, noodles)).toMatchObject({ error: { code: 'not-at-own-shop' } });
    expect(valueOf(await visit(clerk, fruit)).fan).toMatchObject({
      merchant: { code: fruit.code },
    });
  });

  test('eight first visits at once, to two shops, make one fan of one shop', async () => {
    await Promise.all(
      Array.from({ length: 8 }, (_, index) => visit(lin, index % 2 === 0 ? noodles : fruit)),
    );
    const counts = [(await fansOf(noodles)).fans, (await fansOf(fruit)).fans];
    expect(counts.sort()).toEqual([0, 1]);
  });

  test('a shop that has left the alliance gets no fans and brings nobody', async () => {
    for (const answer of [await visit(lin, gone, 'entry-code'), await choose(lin, gone)]) {
      expect(answer).toMatchObject({ error: { code: 'merchant-not-found' } });
    }
    expect((await buy(lin, fruit, 10_00)).broughtBy).toBeUndefined();
  });

  test('an unknown code is no shop', async () => {
    const nowhere = { ...noodles, code: 'nowhere1' };
    expect(await visit(lin, nowhere)).toMatchObject({ error: { code: 'merchant-not-found' } });
    expect(await choose(lin, nowhere)).toMatchObject({ error: { code: 'merchant-not-found' } });
  });

  test('only those who work there see how many there are', async () => {
    await visit(lin, noodles);
    for (const openid of [lin, wang]) {
      expect(
        await cloud.callAs(openid)('merchant', 'fans', { merchantCode: noodles.code }),
      ).toMatchObject({ error: { code: 'merchant-not-found' } });
    }
  });
});

describe('leaving', () => {
  test('who has left stays so after every visit, until choosing a shop', async () => {
    await visit(lin, noodles);
    expect(valueOf(await choose(lin, null)).fan).toBeNull();
    await cloud.advanceClock(3 * 24 * 3600);
    await visit(lin, noodles);
    await visit(lin, fruit, 'entry-code');
    expect(await fanOf(lin)).toBeNull();
    expect((await fansOf(noodles)).fans).toBe(0);
    expect(valueOf(await choose(lin, fruit)).fan).toMatchObject({
      merchant: { code: fruit.code },
      since: NOW + 3 * DAY,
    });
  });

  test('choosing another shop ends the first', async () => {
    await visit(lin, noodles);
    await choose(lin, fruit);
    expect([(await fansOf(noodles)).fans, (await fansOf(fruit)).fans]).toEqual([0, 1]);
  });

  test('leaving takes nothing from what the shop was given', async () => {
    await visit(lin, noodles);
    await buy(lin, fruit, 100_00);
    await night();
    await choose(lin, null);
    await night();
    expect(await fansOf(noodles)).toMatchObject({ fans: 0, balanceFen: 1_00, offsetFen: 0 });
  });

  test('an account that is closed is nobody’s fan afterwards', async () => {
    await visit(lin, noodles);
    await buy(lin, fruit, 10_00);
    await cloud.giveOutDividends();
    valueOf(await cloud.callAs(lin)('account', 'leave', await shownTo(cloud, lin)));
    expect(await fanOf(lin)).toBeNull();
    expect((await fansOf(noodles)).fans).toBe(0);
  });
});

describe('twelve months', () => {
  test('without a visit end it, and the next visit makes the fan of whichever shop it is', async () => {
    await visit(lin, noodles);
    await cloud.setClock('2027-11-30T15:59:59.000Z');
    expect(await shopOf(lin)).toBe(noodles.code);
    expect((await fansOf(noodles)).fans).toBe(1);
    await cloud.setClock('2027-11-30T16:00:00.000Z');
    expect(await fanOf(lin)).toBeNull();
    expect((await fansOf(noodles)).fans).toBe(0);
    const order = await buy(lin, fruit, 10_00);
    expect(order.broughtBy).toBeUndefined();
    expect(valueOf(await visit(lin, fruit)).fan).toMatchObject({ merchant: { code: fruit.code } });
  });

  test.each([
    ['a visit', () => visit(lin, noodles)],
    ['a purchase there', () => buy(lin, noodles, 10_00)],
  ])('begin anew with %s', async (_what, come) => {
    await visit(lin, noodles);
    await cloud.setClock('2027-03-05T04:00:00.000Z');
    await come();
    const fan = await fanOf(lin);
    expect(fan?.since).toBe(NOW);
    expect(fan?.endsAt).toBe(Date.parse('2028-04-01T00:00:00+08:00'));
  });

  test('do not begin anew with a purchase elsewhere', async () => {
    await visit(lin, noodles);
    await cloud.setClock('2027-03-05T04:00:00.000Z');
    await buy(lin, fruit, 10_00);
    expect((await fanOf(lin))?.endsAt).toBe(Date.parse('2027-12-01T00:00:00+08:00'));
  });
});

describe('the reward', () => {
  test('is 1 % of what the fan spends anywhere, and comes in the night', async () => {
    await visit(lin, noodles);
    const elsewhere = await buy(lin, fruit, 123_45);
    await cloud.advanceClock(1);
    const there = await buy(lin, noodles, 50_00);
    expect([elsewhere.broughtBy, there.broughtBy]).toEqual(['fan', 'fan']);
    expect(await fansOf(noodles)).toMatchObject({
      balanceFen: 0,
      rewards: [
        { orderId: there.id, by: 'fan', merchantName: noodles.name, rewardFen: 50 },
        { orderId: elsewhere.id, by: 'fan', merchantName: fruit.name, rewardFen: 1_23 },
      ],
    });
    await night();
    expect(await fansOf(noodles)).toMatchObject({ balanceFen: 1_73, offsetFen: 0 });
    expect(await accountOfShop(noodles)).toMatchObject({
      lots: [{ source: 'fan', fundedBy: 'fan', balanceFen: 1_73 }],
    });
    await night();
    expect((await fansOf(noodles)).balanceFen).toBe(1_73);
  });

  test('is at most a third of the rebate', async () => {
    await visit(lin, noodles);
    await buy(lin, thrifty, 100_00);
    await night();
    // 2 % of 100.00 is 2.00, a third of it 0.66, less than 1 % of the bill.
    expect((await fansOf(noodles)).balanceFen).toBe(66);
  });

  test('comes out of that bill’s rebate: payer and shop earn as without it', async () => {
    await visit(lin, noodles);
    const fan = await buy(lin, fruit, 100_00);
    const stranger = await buy(wang, fruit, 100_00);
    expect(fan.bill).toEqual(stranger.bill);
    expect(stranger.broughtBy).toBeUndefined();
  });

  test('four timers at once give it once', async () => {
    await visit(lin, noodles);
    await buy(lin, fruit, 100_00);
    await cloud.giveOutDividends();
    await Promise.all(Array.from({ length: 4 }, () => cloud.runTimer('merchant-accounts')));
    expect((await fansOf(noodles)).balanceFen).toBe(1_00);
  });

  test('is nobody’s where the payer works', async () => {
    await visit(clerk, fruit);
    const order = await buy(clerk, noodles, 100_00);
    expect(order.broughtBy).toBeUndefined();
    await night();
    expect(await fansOf(fruit)).toMatchObject({ balanceFen: 0, rewards: [] });
  });

  test('has its payee fixed when the order is placed, though the fan leaves before paying', async () => {
    await visit(lin, noodles);
    const call = cloud.callAs(lin);
    const { order, payment } = valueOf(
      await call('orders', 'place', {
        ...{ requestId: randomUUID(), merchantCode: fruit.code, amountFen: 100_00, uses: [] },
      }),
    );
    await choose(lin, null);
    await visit(lin, thrifty, 'entry-code');
    await cloud.pay({ openid: lin, prepayId: payment?.prepayId ?? '' });
    await cloud.waitForOrder({ openid: lin, orderId: order.id, state: 'completed' });
    await night();
    expect(await fansOf(noodles)).toMatchObject({ balanceFen: 1_00, rewards: [{ by: 'fan' }] });
  });
});

describe('an entry code', () => {
  test('pays for a purchase elsewhere, in place of the shop whose fan the payer is', async () => {
    await visit(lin, fruit);
    await visit(lin, noodles, 'entry-code');
    const order = await buy(lin, thrifty, 100_00);
    expect(order.broughtBy).toBe('entry');
    await night();
    expect(await fansOf(noodles)).toMatchObject({
      balanceFen: 66,
      rewards: [{ by: 'entry', merchantName: thrifty.name, rewardFen: 66 }],
    });
    expect(await fansOf(fruit)).toMatchObject({ fans: 1, balanceFen: 0, rewards: [] });
  });

  test('pays nothing for a purchase at its own shop, which is the fan’s then', async () => {
    await visit(lin, fruit);
    await visit(lin, noodles, 'entry-code');
    expect((await buy(lin, noodles, 100_00)).broughtBy).toBe('fan');
    await night();
    expect((await fansOf(fruit)).balanceFen).toBe(1_00);
    expect(await fansOf(noodles)).toMatchObject({ balanceFen: 0, rewards: [] });
  });

  test('lasts for a day, after which it is the fan’s again', async () => {
    await visit(lin, fruit);
    await visit(lin, noodles, 'entry-code');
    await cloud.advanceClock(24 * 3600 - 60);
    expect((await buy(lin, thrifty, 10_00)).broughtBy).toBe('entry');
    await cloud.advanceClock(120);
    expect((await buy(lin, thrifty, 10_00)).broughtBy).toBe('fan');
  });

  test('of another shop takes the place of the first', async () => {
    await visit(lin, noodles, 'entry-code');
    await visit(lin, fruit, 'entry-code');
    await buy(lin, thrifty, 100_00);
    await night();
    expect((await fansOf(fruit)).balanceFen).toBe(66);
    expect((await fansOf(noodles)).balanceFen).toBe(0);
  });

  test('brings its own staff to nobody', async () => {
    await visit(clerk, noodles, 'entry-code');
    expect((await buy(clerk, fruit, 100_00)).broughtBy).toBeUndefined();
  });
});

describe('a refund', () => {
  test('before the night gives no reward, of a part the rest of it', async () => {
    await visit(lin, noodles);
    const whole = await buy(lin, fruit, 100_00);
    await cloud.advanceClock(1);
    const part = await buy(lin, fruit, 100_00);
    await refund(whole.id, 100_00);
    await refund(part.id, 40_00);
    await night();
    expect(await fansOf(noodles)).toMatchObject({
      balanceFen: 60,
      offsetFen: 0,
      rewards: [
        { orderId: part.id, amountFen: 60_00, rewardFen: 60 },
        { orderId: whole.id, amountFen: 0, rewardFen: 0 },
      ],
    });
  });

  test('after the night takes it back', async () => {
    await visit(lin, noodles);
    const { id } = await buy(lin, fruit, 100_00);
    await night();
    await refund(id, 25_00);
    expect((await fansOf(noodles)).balanceFen).toBe(75);
    await refund(id, 75_00);
    expect(await fansOf(noodles)).toMatchObject({ balanceFen: 0, offsetFen: 0 });
  });

  test('at the very shop that is rewarded works like any other', async () => {
    await visit(lin, noodles);
    const { id } = await buy(lin, noodles, 100_00);
    await night();
    await refund(id, 100_00);
    expect(await fansOf(noodles)).toMatchObject({ balanceFen: 0, offsetFen: 0 });
  });

  test('after the shop has spent it becomes an offset, which the next reward repays first', async () => {
    await visit(lin, noodles);
    const { id } = await buy(lin, fruit, 100_00);
    await night();
    await spendReward(noodles);
    await refund(id, 100_00);
    expect(await fansOf(noodles)).toMatchObject({ balanceFen: 0, offsetFen: 1_00 });
    expect((await auditOf(cloud)).findings).toEqual([]);
    await buy(lin, fruit, 60_00);
    await night();
    expect(await fansOf(noodles)).toMatchObject({ balanceFen: 0, offsetFen: 40 });
    await buy(lin, fruit, 60_00);
    await night();
    expect(await fansOf(noodles)).toMatchObject({ balanceFen: 20, offsetFen: 0 });
  });
});

/** Spends all that a shop was given for its fans at another shop, as its purchases do. */
async function spendReward(shop: Merchant): Promise<void> {
  const { cloud: database } = worldOn(cloud, () => NOW + HOUR);
  await database.transact(async (transaction, at) => {
    const stored = await transaction.get('accounts', shop.id);
    const account = stored === undefined ? newMerchantAccount(shop.id) : asMerchant(stored);
    const [lot] = account.lots.filter(({ source }) => source === 'fan') as BalanceLot[];
    if (lot === undefined) throw new Error(`${shop.id} has no reward`);
    const payable = names.payableMerchant(fruit.id);
    await transaction.set('accounts', {
      ...account,
      lots: account.lots.map((each) => (each === lot ? { ...lot, balanceFen: NO_FEN } : each)),
    });
    await transaction.add(
      'journal',
      journalEntry({
        ...{ id: `${shop.id}:spent`, kind: 'returned', at, effectiveAt: at, payer: shop.id },
        moves: [
          ...moveCoupons(
            { from: names.couponsOf(shop.id, lot), to: names.issuedOf(lot) },
            lot.balanceFen,
          ),
          ...moveFen({ from: names.FAN_COMMITTED, to: payable }, lot.balanceFen),
        ],
        matures: [],
      }),
    );
    return commit(null);
  });
}
