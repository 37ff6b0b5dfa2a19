// Profit sharing as cloudPay documents it, and who has the money after each step.
import fc from 'fast-check';
import { closeClouds, type Fields, openCloud, sdk, testEnv, type TestCloud } from './fixture';

let cloud: TestCloud;
let count = 0;

beforeAll(async () => {
  cloud = await openCloud({ clock: '2026-05-01T00:00:00.000Z', control: true });
});
afterAll(closeClouds);

const platform = '1900000001';
const pay = async (action: string, fields: Fields) => (await sdk.cloudPay[action]?.(fields)) ?? {};
const control = async (method: string, path: string, body?: Fields) => {
  const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
  const response = await fetch(`${cloud.url}/control${path}`, init);
  return { status: response.status, body: (await response.json()) as Fields };
};
const funds = async (account: string) => {
  const { accounts } = (await control('GET', '/funds')).body as { accounts: Fields };
  return accounts[account] ?? { available: 0, frozen: 0 };
};

interface Paid {
  readonly subMchId: string;
  readonly outTradeNo: string;
  readonly transactionId: string;
}

/** A payment of 100.00 to a merchant of its own, a minute ago. */
async function paid({
  totalFee = 10_000,
  profitSharing = 'Y',
  subMchId = `16${String(count++).padStart(8, '0')}`,
} = {}): Promise<Paid> {
  const outTradeNo = `share-${count++}`;
  const made = await pay('unifiedOrder', {
    ...{ subMchId, outTradeNo, totalFee, body: '面馆', spbillCreateIp: '127.0.0.1' },
    ...{ envId: testEnv, functionName: 'none', profitSharing },
  });
  await fetch(`${cloud.url}/cashier/${String(made['prepayId'])}`, {
    method: 'POST',
    body: '{"outcome":"pay"}',
  });
  const known = await pay('queryOrder', { subMchId, outTradeNo });
  await pay('profitSharingAddReceiver', {
    subMchId,
    receiver: JSON.stringify({ ...to(platform), relation_type: 'SERVICE_PROVIDER' }),
  });
  await cloud.advanceClock(60);
  return { subMchId, outTradeNo, transactionId: String(known['transactionId']) };
}

const to = (account: string, type = 'MERCHANT_ID') => ({ type, account });
const part = (amount: number, account = platform) => ({
  ...to(account),
  ...{ amount, description: '服务费' },
});
const share = ({ subMchId, transactionId }: Paid, outOrderNo: string, parts: Fields[]) =>
  pay('multiProfitSharing', {
    ...{ subMchId, transactionId, outOrderNo },
    receivers: JSON.stringify(parts),
  });
const query = ({ subMchId, transactionId }: Paid, outOrderNo: string) =>
  pay('profitSharingQuery', { subMchId, transactionId, outOrderNo });
const finish = ({ subMchId, transactionId }: Paid, outOrderNo: string) =>
  pay('profitSharingFinish', { subMchId, transactionId, outOrderNo, description: '完结' });
const refund = ({ subMchId, outTradeNo }: Paid, refundFee: number, outRefundNo = 'r') =>
  pay('refund', {
    ...{ subMchId, outTradeNo, outRefundNo, refundFee, totalFee: 10_000 },
    ...{ envId: testEnv, functionName: 'none' },
  });
const takeBack = ({ subMchId }: Paid, outOrderNo: string, more: Fields = {}) =>
  pay('profitSharingReturn', {
    ...{ subMchId, outOrderNo, outReturnNo: `${outOrderNo}-b`, returnAccountType: 'MERCHANT_ID' },
    ...{ returnAccount: platform, returnAmount: 1000, description: '退款', ...more },
  });
const receiversOf = (answer: Fields) => JSON.parse(String(answer['receivers'])) as Fields[];

test('pays an ordinary order to its merchant, and freezes one that is to be shared', async () => {
  const [plain, shared] = [await paid({ profitSharing: 'N' }), await paid()];
  expect(await funds(plain.subMchId)).toEqual({ available: 10_000, frozen: 0 });
  expect(await funds(shared.subMchId)).toEqual({ available: 0, frozen: 10_000 });
  await refund(plain, 2500);
  expect(await funds(plain.subMchId)).toEqual({ available: 7500, frozen: 0 });
});

test('accepts a share at once, and does it half a minute later', async () => {
  const order = await paid();
  const before = (await funds(platform)) as { available: number };
  const accepted = await share(order, 'p1', [part(1000)]);
  expect(accepted).toMatchObject({ resultCode: 'SUCCESS', outOrderNo: 'p1' });
  await cloud.advanceClock(29);
  const early = await query(order, 'p1');
  expect(early).toMatchObject({ status: 'PROCESSING', orderId: accepted['orderId'] });
  expect(receiversOf(early)).toEqual([{ ...part(1000), result: 'PENDING' }]);
  expect(await funds(order.subMchId)).toEqual({ available: 0, frozen: 10_000 });
  await cloud.advanceClock(1);
  const done = await query(order, 'p1');
  expect(done).toMatchObject({ status: 'FINISHED' });
  expect(receiversOf(done)).toMatchObject([{ result: 'SUCCESS', amount: 1000 }]);
  expect(await funds(order.subMchId)).toEqual({ available: 0, frozen: 9000 });
  expect(await funds(platform)).toEqual({ available: before.available + 1000, frozen: 0 });
});

test('takes the same number for the same share, and refuses another under it', async () => {
  const order = await paid();
  const first = await share(order, 'p2', [part(1000)]);
  expect((await share(order, 'p2', [part(1000)]))['orderId']).toBe(first['orderId']);
  expect((await share(order, 'p2', [part(999)]))['resultCode']).toBe('FAIL');
  expect((await share(await paid(), 'p2', [part(1000)]))['resultCode']).toBe('FAIL');
  await cloud.advanceClock(30);
  expect(await funds(order.subMchId)).toEqual({ available: 0, frozen: 9000 });
});

test('shares at most the allowed part of the cash, over all shares together', async () => {
  const order = await paid();
  expect(await share(order, 'p3', [part(3001)])).toMatchObject({
    resultCode: 'FAIL',
    errCodeDes: '分账金额超出最大分账比例',
  });
  expect((await share(order, 'p3', [part(1000), part(1000)]))['resultCode']).toBe('SUCCESS');
  expect((await share(order, 'p4', [part(1001)]))['errCodeDes']).toBe('分账金额超出最大分账比例');
  expect((await share(order, 'p4', [part(1000)]))['resultCode']).toBe('SUCCESS');
});

test('counts what the merchant gets itself not against its allowance, but against the order', async () => {
  const order = await paid();
  const own = (amount: number) => part(amount, order.subMchId);
  expect((await share(order, 'own1', [own(7000), part(3000)]))['resultCode']).toBe('SUCCESS');
  expect((await share(order, 'own2', [own(1)]))['errCodeDes']).toBe('分账金额不足');
  await cloud.advanceClock(30);
  expect(await funds(order.subMchId)).toEqual({ available: 7000, frozen: 0 });
});

test.each<[string, (order: Paid) => Promise<Fields>, string]>([
  [
    'a receiver that was not introduced',
    (order) => share(order, 'n1', [part(1, '1700000000')]),
    '分账接收方关系不存在，请检查参数中每个接收方的关系。',
  ],
  [
    'an order without profit sharing',
    async () => share(await paid({ profitSharing: 'N' }), 'n2', [part(1)]),
    '非分账订单不支持分账',
  ],
  [
    'an order of somebody else',
    (order) => share({ ...order, subMchId: '1' }, 'n3', [part(1)]),
    '非分账订单不支持分账',
  ],
  ['half a fen', (order) => share(order, 'n4', [part(0.5)]), '分账接收方列表格式错误'],
  ['nobody', (order) => share(order, 'n5', []), '分账接收方列表格式错误'],
  ['a number with blanks', (order) => share(order, 'n 6', [part(1)]), 'out_order_no参数格式错误'],
])('refuses to share with %s', async (_, ask, why) => {
  expect(await ask(await paid())).toMatchObject({ resultCode: 'FAIL', errCodeDes: why });
});

test('wants receivers as a text, as cloudPay does', async () => {
  const { subMchId, transactionId } = await paid();
  const answer = await pay('multiProfitSharing', {
    ...{ subMchId, transactionId, outOrderNo: 'text' },
    receivers: [part(1)],
  });
  expect(answer).toMatchObject({ returnCode: 'FAIL', returnMsg: '参数格式校验错误' });
});

test('shares no earlier than a minute after the payment', async () => {
  const order = await paid();
  await cloud.advanceClock(-1);
  expect((await share(order, 'soon', [part(1)]))['errCodeDes']).toBe('订单处理中，请稍后重试');
  await cloud.advanceClock(1);
  expect((await share(order, 'soon', [part(1)]))['resultCode']).toBe('SUCCESS');
});

test('forgets a receiver that is removed', async () => {
  const order = await paid();
  await pay('profitSharingRemoveReceiver', {
    subMchId: order.subMchId,
    receiver: JSON.stringify(to(platform)),
  });
  expect((await share(order, 'gone', [part(1)]))['resultCode']).toBe('FAIL');
});

test('unfreezes the rest when sharing is finished, and shares nothing afterwards', async () => {
  const order = await paid();
  await share(order, 'f1', [part(1000)]);
  await cloud.advanceClock(30);
  expect(await finish(order, 'f2')).toMatchObject({ resultCode: 'SUCCESS' });
  expect((await share(order, 'f3', [part(1)]))['errCodeDes']).toBe('分账金额不足');
  expect(await funds(order.subMchId)).toEqual({ available: 0, frozen: 9000 });
  await cloud.advanceClock(30);
  expect(await query(order, 'f2')).toMatchObject({ status: 'FINISHED', description: '完结' });
  expect(await funds(order.subMchId)).toEqual({ available: 9000, frozen: 0 });
});

test('the single share takes its parts and unfreezes the rest in one', async () => {
  const order = await paid();
  const { subMchId, transactionId } = order;
  const receivers = JSON.stringify([part(500)]);
  await pay('profitSharing', { subMchId, transactionId, outOrderNo: 'single', receivers });
  await cloud.advanceClock(30);
  expect(await funds(subMchId)).toEqual({ available: 9500, frozen: 0 });
  expect((await finish(order, 'single-end'))['resultCode']).toBe('FAIL');
});

test('gives back what an abnormal account could not take, and tells why', async () => {
  const order = await paid();
  await control('POST', '/funds/abnormal', { account: platform, abnormal: true });
  await share(order, 'a1', [part(1000)]);
  await cloud.advanceClock(30);
  expect(receiversOf(await query(order, 'a1'))).toMatchObject([
    { result: 'CLOSED', fail_reason: 'ACCOUNT_ABNORMAL' },
  ]);
  await control('POST', '/funds/abnormal', { account: platform, abnormal: false });
  expect(await funds(order.subMchId)).toEqual({ available: 0, frozen: 10_000 });
  expect((await share(order, 'a2', [part(3000)]))['resultCode']).toBe('SUCCESS');
  expect((await control('POST', '/funds/abnormal', { account: 1 })).status).toBe(400);
});

test('refunds an order that is being shared only from what is left of it', async () => {
  const order = await paid();
  await share(order, 'r1', [part(1000)]);
  expect((await refund(order, 9001))['errCodeDes']).toBe(
    '申请退款金额大于剩余未分账金额，请等待分账完成后再试',
  );
  expect((await refund(order, 9000))['resultCode']).toBe('SUCCESS');
  expect((await share(order, 'r2', [part(1)]))['errCodeDes']).toBe('分账金额不足');
  await cloud.advanceClock(30);
  expect(await funds(order.subMchId)).toEqual({ available: 0, frozen: 0 });
});

test('refunds a finished order in full only after the shared part has come back', async () => {
  const order = await paid();
  await share(order, 'b1', [part(1000)]);
  await cloud.advanceClock(30);
  await finish(order, 'b2');
  await cloud.advanceClock(30);
  expect((await refund(order, 10_000))['errCodeDes']).toBe('基本账户余额不足，请充值后重新发起');
  expect(await takeBack(order, 'b1')).toMatchObject({ returnCode: 'SUCCESS', result: 'SUCCESS' });
  expect(await funds(order.subMchId)).toEqual({ available: 10_000, frozen: 0 });
  expect((await refund(order, 10_000))['resultCode']).toBe('SUCCESS');
  expect(await funds(order.subMchId)).toEqual({ available: 0, frozen: 0 });
});

test('takes a part back in pieces, the same once, and never more than was given', async () => {
  const order = await paid();
  await share(order, 'c1', [part(1000)]);
  expect((await takeBack(order, 'c1'))['errorMsg']).toBe(
    '只能对原分账请求中成功分给商户接收方进行回退',
  );
  await cloud.advanceClock(30);
  const first = await takeBack(order, 'c1', { outReturnNo: 'c1-1', returnAmount: 600 });
  const again = await takeBack(order, 'c1', { outReturnNo: 'c1-1', returnAmount: 600 });
  expect(again['returnNo']).toBe(first['returnNo']);
  const other = await takeBack(order, 'c1', { outReturnNo: 'c1-1', returnAmount: 1 });
  expect(other).toMatchObject({ returnCode: 'FAIL', errorCode: 'INVALID_REQUEST' });
  const tooMuch = await takeBack(order, 'c1', { outReturnNo: 'c1-2', returnAmount: 401 });
  expect(tooMuch['errorMsg']).toBe('回退金额超过原分账金额');
  await takeBack(order, 'c1', { outReturnNo: 'c1-2', returnAmount: 400 });
  const { subMchId } = order;
  const asked = { subMchId, outOrderNo: 'c1', outReturnNo: 'c1-2' };
  expect(await pay('profitSharingReturnQuery', asked)).toMatchObject({
    result: 'SUCCESS',
    returnAmount: 400,
  });
  expect(await funds(subMchId)).toEqual({ available: 1000, frozen: 9000 });
});

test('takes nothing back from a person', async () => {
  const order = await paid();
  const receiver = to('oWaiter', 'PERSONAL_SUB_OPENID');
  await pay('profitSharingAddReceiver', {
    subMchId: order.subMchId,
    receiver: JSON.stringify({ ...receiver, relation_type: 'STAFF' }),
  });
  await share(order, 'tip', [{ ...receiver, amount: 100, description: '小费' }]);
  await cloud.advanceClock(30);
  expect(await funds('oWaiter')).toEqual({ available: 100, frozen: 0 });
  const asked = await takeBack(order, 'tip', { returnAccount: 'oWaiter', returnAmount: 100 });
  expect(asked['returnCode']).toBe('FAIL');
});

test('keeps shares and accounts over a restart', async () => {
  const first = cloud;
  const order = await paid();
  await share(order, 'restart', [part(1000)]);
  const before = await control('GET', '/funds');
  const clock = first.now().toISOString();
  await first.close();
  cloud = await openCloud({ dataDir: first.dataDir, clock, control: true });
  expect(await control('GET', '/funds')).toEqual(before);
  await cloud.advanceClock(30);
  expect(await query(order, 'restart')).toMatchObject({ status: 'FINISHED' });
});

test('no fen appears or is lost, whatever is shared, returned and refunded', async () => {
  const step = fc.record({
    kind: fc.constantFrom('share', 'finish', 'return', 'refund', 'wait'),
    amount: fc.integer({ min: 1, max: 4000 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const order = await paid();
      const others = ((await funds(platform)) as { available: number }).available;
      let refunded = 0;
      for (const [index, { kind, amount }] of steps.entries()) {
        const no = `${order.outTradeNo}-${index}`;
        if (kind === 'share') await share(order, no, [part(amount)]);
        if (kind === 'finish') await finish(order, no);
        if (kind === 'wait') await cloud.advanceClock(30);
        if (kind === 'return') {
          const outOrderNo = `${order.outTradeNo}-${index - 2}`;
          await takeBack(order, outOrderNo, { outReturnNo: no, returnAmount: amount });
        }
        if (kind === 'refund') {
          const { resultCode } = await refund(order, amount, no);
          if (resultCode === 'SUCCESS') refunded += amount;
        }
        const shop = (await funds(order.subMchId)) as { available: number; frozen: number };
        const shared = ((await funds(platform)) as { available: number }).available - others;
        expect(Math.min(shop.available, shop.frozen, shared)).toBeGreaterThanOrEqual(0);
        expect(shop.available + shop.frozen + shared + refunded).toBe(10_000);
        expect(shared).toBeLessThanOrEqual(3000);
      }
    }),
    { numRuns: 25 },
  );
});
