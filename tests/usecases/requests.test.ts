// Cost in the cloud is requests: each action stays within its budget (counted by the local cloud).
import { randomUUID } from 'node:crypto';
import { earn } from '../support/audit';
import { startTestCloud, type TestCloud } from '../support/cloud';
import { valueOf } from '../support/cloud-client';
import { fruitShop, lin, noodleShop, site } from '../support/fixture';

let cloud: TestCloud;

beforeAll(async () => {
  cloud = await startTestCloud();
});

afterAll(async () => {
  await cloud.close();
});

/** Requests of a function while `act` runs. */
async function requestsOf(name: string, act: () => Promise<unknown>): Promise<number> {
  cloud.cloud.resetStats();
  await act();
  return cloud.cloud.stats().functions[name]?.requests ?? 0;
}

test('quote 3, place 8, post 9, wallet 3, nearby 2', async () => {
  const uses = await earn(cloud, lin);
  const call = cloud.callAs(lin);
  const bill = { merchantCode: noodleShop.code, amountFen: 5000 };
  await call('orders', 'quote', bill);
  expect(await requestsOf('orders', () => call('orders', 'quote', bill))).toBeLessThanOrEqual(3);

  let prepayId = '';
  let orderId = '';
  const place = async (): Promise<void> => {
    const placed = valueOf(
      await call('orders', 'place', { requestId: randomUUID(), ...bill, uses }),
    );
    prepayId = placed.payment?.prepayId ?? '';
    orderId = placed.order.id;
  };
  // The first use after a dividend also writes what the account collects.
  expect(await requestsOf('orders', place)).toBeLessThanOrEqual(8);
  await call('orders', 'cancel', { orderId });
  expect(await requestsOf('orders', place)).toBeLessThanOrEqual(7);
  const post = async (): Promise<void> => {
    await cloud.pay({ openid: lin, prepayId });
    await cloud.waitForOrder({ openid: lin, orderId, state: 'completed' });
  };
  expect(await requestsOf('payments', post)).toBeLessThanOrEqual(9);
  await call('wallet', 'summary', {});
  expect(await requestsOf('wallet', () => call('wallet', 'summary', {}))).toBeLessThanOrEqual(3);
  const circle = { position: site.position, radiusMetres: 3000 };
  expect(await requestsOf('nearby', () => call('nearby', 'merchants', circle))).toBe(2);
});

test('a bill paid by coupons alone is placed and posted within 8 requests', async () => {
  await cloud.buy({ openid: 'rich', merchantCode: fruitShop.code, amountFen: 100_000_00 });
  await cloud.giveOutDividends();
  const call = cloud.callAs('rich');
  const bill = { merchantCode: noodleShop.code, amountFen: 300 };
  const { uses } = valueOf(await call('orders', 'quote', bill));
  const first = { requestId: randomUUID(), ...bill, uses };
  await call('orders', 'place', first);
  const again = { requestId: randomUUID(), ...bill, uses };
  expect(await requestsOf('orders', () => call('orders', 'place', again))).toBeLessThanOrEqual(8);
});

test('the dividend timer costs the same for one account and for a hundred', async () => {
  const costOfRun = async (people: number): Promise<number> => {
    for (let n = 0; n < people; n += 1) {
      await cloud.buy({
        openid: `person-${people}-${n}`,
        merchantCode: noodleShop.code,
        amountFen: 1_00,
      });
    }
    await cloud.advanceClock(5);
    return requestsOf('dividends', () => cloud.runTimer('dividends'));
  };
  const forOne = await costOfRun(1);
  expect(await costOfRun(100)).toBe(forOne);
  expect(forOne).toBeLessThanOrEqual(7);
});

test('a page of the circle 2, a shop’s page 1, orders 2', async () => {
  const call = cloud.callAs(lin);
  const { position } = site;
  const searched = { position, radiusMetres: 3000, search: '面馆', fromMetres: 10 };
  expect(await requestsOf('nearby', () => call('nearby', 'merchants', searched))).toBe(2);
  const { code: merchantCode } = noodleShop;
  expect(await requestsOf('nearby', () => call('nearby', 'shop', { merchantCode }))).toBe(1);
  const list = { show: 'paid' as const, merchantCode };
  expect(await requestsOf('orders', () => call('orders', 'list', list))).toBe(2);
});

test('a period explained 3, a page of the statement 4, the open ledger 4, its timer 7', async () => {
  const call = cloud.callAs(lin);
  const bill = { merchantCode: noodleShop.code, amountFen: 5_00 };
  await cloud.buy({ openid: lin, ...bill });
  await call('wallet', 'summary', {});
  const period = (): Promise<unknown> => call('wallet', 'period', { period: 1 });
  expect(await requestsOf('wallet', period)).toBe(3);
  expect(await requestsOf('wallet', () => call('wallet', 'statement', {}))).toBe(4);
  const ledger = (): Promise<unknown> => call('wallet', 'ledger', {});
  expect(await requestsOf('wallet', ledger)).toBe(4);
  await cloud.advanceClock(5);
  expect(await requestsOf('figures', () => cloud.runTimer('figures'))).toBe(7);
  expect(await requestsOf('wallet', ledger)).toBe(4);
  expect(await requestsOf('figures', () => cloud.runTimer('figures'))).toBe(3);
});

test('a ticket 5, with its order 6; leaving 9 where nothing is to be collected', async () => {
  const openid = 'asks-and-goes';
  const call = cloud.callAs(openid);
  const { id: orderId } = await cloud.buy({
    ...{ openid, merchantCode: noodleShop.code, amountFen: 5_00 },
  });
  const ask = (changes: object) => () =>
    call('account', 'fileTicket', {
      ...{ requestId: randomUUID(), kind: 'question', text: '几点开门？', ...changes },
    });
  expect(await requestsOf('account', ask({}))).toBe(5);
  expect(await requestsOf('account', ask({ orderId }))).toBe(6);
  expect(await requestsOf('account', () => call('account', 'listTickets', {}))).toBe(1);
  const leave = (): Promise<unknown> =>
    call('account', 'leave', { balanceFen: 1_000_00, offers: 9, points: 1_000_00 });
  expect(await requestsOf('account', leave)).toBe(9);
});
