// Bad input of any kind gets a typed error and changes nothing.
import { randomUUID } from 'node:crypto';
import { auditOf, earn, worldOn } from '../support/audit';
import { startTestCloud, type TestCloud } from '../support/cloud';
import { closedShop, lin, newcomer, noodleShop, wang } from '../support/fixture';
import { readBooks } from '../../src/usecases/audit/read-books';

let cloud: TestCloud;
let lot: { lotId: string; amountFen: number };
let lastOrder = '';
let before: unknown;

const everything = () => readBooks(worldOn(cloud, () => 0));

beforeAll(async () => {
  cloud = await startTestCloud();
  const [first] = await earn(cloud, wang);
  if (first === undefined) throw new Error('wang has coupons');
  lot = first;
  lastOrder = (
    await cloud.buy({ openid: wang, merchantCode: noodleShop.code, amountFen: 1200, uses: [] })
  ).id;
  before = await everything();
});

afterEach(async () => {
  expect(await everything()).toEqual(before);
});

afterAll(async () => {
  expect((await auditOf(cloud)).findings).toEqual([]);
  await cloud.close();
});

/** Sends whatever a client may send; answers with the typed error's code, or the cloud's. */
async function refusal(name: string, event: unknown, openid = lin): Promise<unknown> {
  const reply = await cloud.send(openid, name, event);
  if (!('result' in reply)) return reply.errCode;
  const { ok, error } = reply.result as { ok: boolean; error?: { code: string } };
  return ok ? 'accepted' : error?.code;
}

const request = (changes: object) => ({
  action: 'place',
  input: {
    requestId: randomUUID(),
    merchantCode: noodleShop.code,
    amountFen: 1000,
    uses: [],
    ...changes,
  },
});

test.each([
  ['0', 0, 'amount-invalid'],
  ['a negative number', -100, 'amount-invalid'],
  ['a fraction', 10.5, 'amount-invalid'],
  ['10¹³', 1e13, 'amount-invalid'],
  ['one fen above the limit', 100_000_001, 'amount-invalid'],
  ['endless', Infinity, 'bad-request'],
  ['a string', '1000', 'bad-request'],
  ['nothing', null, 'bad-request'],
  ['a list', [1000], 'bad-request'],
])('an amount that is %s is refused by quote and place', async (_, amountFen, code) => {
  expect(await refusal('orders', request({ amountFen }))).toBe(code);
  const quote = { action: 'quote', input: { merchantCode: noodleShop.code, amountFen } };
  expect(await refusal('orders', quote)).toBe(code);
});

test.each([
  ['an unknown shop', { merchantCode: 'nowhere1' }, 'merchant-not-found'],
  ['a closed shop', { merchantCode: closedShop.code }, 'merchant-closed'],
  ['a code of another form', { merchantCode: 'x' }, 'bad-request'],
  ['a short requestId', { requestId: 'short' }, 'bad-request'],
  ['a table of a megabyte', { table: 'a'.repeat(1_000_000) }, 'bad-request'],
  ['a code of a megabyte', { merchantCode: 'a'.repeat(1_000_000) }, 'bad-request'],
  ['a price of its own', { rebateBps: 10_000 }, 'bad-request'],
  ['coupons of nobody', { uses: [{ lotId: 'dividend-2099-01', amountFen: 1 }] }, 'lot-not-found'],
  ['a use of 0', { uses: [{ lotId: 'dividend-2027-11', amountFen: 0 }] }, 'bad-request'],
  ['a negative use', { uses: [{ lotId: 'dividend-2027-11', amountFen: -5 }] }, 'bad-request'],
  ['100 uses', { uses: Array(100).fill({ lotId: 'a', amountFen: 1 }) }, 'bad-request'],
])('an order with %s is refused', async (_, changes, code) => {
  expect(await refusal('orders', request(changes))).toBe(code);
});

test('more than a lot holds, and more than the bill, are refused', async () => {
  const more = { uses: [{ ...lot, amountFen: lot.amountFen + 1 }] };
  expect(await refusal('orders', request(more), wang)).toBe('lot-insufficient');
  const twice = { uses: [lot, lot] };
  expect(await refusal('orders', request(twice), wang)).toBe('lot-insufficient');
  const small = { amountFen: 50, uses: [{ ...lot, amountFen: 51 }] };
  expect(await refusal('orders', request(small), wang)).toBe('lot-insufficient');
});

test("another person's lot cannot be spent", async () => {
  expect(await refusal('orders', request({ uses: [lot] }), newcomer)).toBe('lot-not-found');
});

test.each(['get', 'pay', 'cancel'])("another person's order is not there to %s", async (action) => {
  expect(await refusal('orders', { action, input: { orderId: lastOrder } }, lin)).toBe(
    'order-not-found',
  );
});

test('a paid order can neither be cancelled nor paid again', async () => {
  const input = { orderId: lastOrder };
  expect(await refusal('orders', { action: 'cancel', input }, wang)).toBe('order-not-open');
  expect(await refusal('orders', { action: 'pay', input }, wang)).toBe('order-not-open');
});

test.each([
  ['null', null],
  ['a list', []],
  ['a number', 7],
  ['no action', { input: {} }],
  ['an unknown action', { action: 'steal', input: {} }],
  ['a prototype key', { action: 'constructor', input: {} }],
  ['__proto__', { action: '__proto__', input: {} }],
  ['an operator', { action: 'get', input: { orderId: { $ne: '' } } }],
])('an event that is %s is a bad request', async (_, event) => {
  expect(await refusal('orders', event)).toBe('bad-request');
});

test('nobody is served without an identity', async () => {
  const send = cloud.send('', 'orders', { action: 'list', input: {} });
  await expect(send).rejects.toThrow('400');
});

test.each(['dividends', 'payments-sweep'])(
  'a client that pretends to be the timer of %s is refused',
  async (name) => {
    for (const event of [
      { Type: 'Timer', TriggerName: name, Time: '2026-11-02T02:00:00Z', Message: '' },
      { Type: 'Timer', userInfo: { openId: 'admin' }, SOURCE: 'wx_trigger' },
    ]) {
      expect(await refusal(name, event)).toBe('forbidden');
    }
  },
);

test('a client that forges a payment callback posts nothing', async () => {
  const forged = {
    returnCode: 'SUCCESS',
    resultCode: 'SUCCESS',
    outTradeNo: lastOrder,
    subMchId: noodleShop.subMchId,
    totalFee: 1200,
    cashFee: 1200,
    transactionId: 'forged',
    openid: lin,
    SOURCE: 'wx_paycallback',
  };
  const reply = await cloud.send(lin, 'payments', forged);
  expect(reply).toMatchObject({ result: { ok: false, error: { code: 'forbidden' } } });
});

test('radius, position and category outside their range are refused', async () => {
  const ask = (changes: object) => ({
    action: 'merchants',
    input: { position: { longitude: 120.1, latitude: 30.2 }, radiusMetres: 3000, ...changes },
  });
  expect(await refusal('nearby', ask({ radiusMetres: 499 }))).toBe('bad-request');
  expect(await refusal('nearby', ask({ radiusMetres: 10_001 }))).toBe('bad-request');
  expect(await refusal('nearby', ask({ position: { longitude: 181, latitude: 0 } }))).toBe(
    'bad-request',
  );
  expect(await refusal('nearby', ask({ category: 'weapons' }))).toBe('bad-request');
});
