// The port of profit sharing and shipping reports against the local cloud, as use cases see it.
import { openPay } from '../../src/wxcloud/pay';
import { closeClouds, openCloud, testEnv, type TestCloud } from '../localcloud/fixture';

const shop = '1600000001';
const platform = { merchantNumber: '1900000001' };
const pay = openPay(testEnv);
let cloud: TestCloud;

beforeAll(async () => {
  cloud = await openCloud({ clock: '2026-05-01T04:00:00.000Z', control: true });
  await pay.sharing.addReceiver({ subMchId: shop, receiver: platform });
});
afterAll(closeClouds);

/** A bill of 100.00 that the shop has just been paid. */
async function paid(outTradeNo: string): Promise<{ subMchId: string; transactionId: string }> {
  const bill = { outTradeNo, totalFen: 100_00, subMchId: shop, body: '面馆' };
  const placed = await pay.order({ ...bill, isShared: true });
  if (!placed.ok) throw new Error(placed.error.reason);
  const response = await fetch(`${cloud.url}/cashier/${placed.value.prepayId}`, {
    method: 'POST',
    body: '{"outcome":"pay"}',
  });
  expect(response.status).toBe(200);
  const known = await pay.query({ outTradeNo, subMchId: shop });
  if (!known.ok || known.value.state !== 'paid') throw new Error('not paid');
  return { subMchId: shop, transactionId: known.value.notice.transactionId };
}

const part = (amountFen: number) => ({ receiver: platform, amountFen, description: '让利' });
const done = { ok: true, value: null };

test('a share is not ready at first, then pending, then done', async () => {
  const key = { ...(await paid('o1')), shareNo: 'o1-share' };
  const share = () => pay.sharing.share({ ...key, parts: [part(10_00)] });
  expect(await share()).toMatchObject({ ok: false, error: { code: 'share-not-ready' } });
  await cloud.advanceClock(60);
  expect(await share()).toEqual(done);
  const told = { receiver: platform, amountFen: 10_00 };
  expect(await pay.sharing.state(key)).toEqual({
    ok: true,
    value: { isFinished: false, parts: [{ ...told, result: 'pending' }] },
  });
  await cloud.advanceClock(30);
  expect(await share()).toEqual(done);
  expect(await pay.sharing.state(key)).toEqual({
    ok: true,
    value: { isFinished: true, parts: [{ ...told, result: 'done' }] },
  });
});

test('a share over the allowed part is refused, with the reason of WeChat', async () => {
  const key = { ...(await paid('o2')), shareNo: 'o2-share' };
  await cloud.advanceClock(60);
  expect(await pay.sharing.share({ ...key, parts: [part(30_01)] })).toEqual({
    ok: false,
    error: { code: 'share-refused', reason: '分账金额超出最大分账比例' },
  });
});

test('a finished order is refunded in full once the part is back', async () => {
  const key = await paid('o3');
  const request = { outTradeNo: 'o3', outRefundNo: 'o3-r', subMchId: shop, totalFen: 100_00 };
  await cloud.advanceClock(60);
  await pay.sharing.share({ ...key, shareNo: 'o3-share', parts: [part(10_00)] });
  await cloud.advanceClock(30);
  expect(await pay.sharing.finish({ ...key, shareNo: 'o3-end', reason: '完结' })).toEqual(done);
  expect(await pay.refund({ ...request, refundFen: 100_00 })).toMatchObject({ ok: false });
  await cloud.advanceClock(30);
  const back = { subMchId: shop, shareNo: 'o3-share', returnNo: 'o3-back', reason: '退款' };
  const takeBack = (amountFen: number) => pay.sharing.takeBack({ ...back, ...platform, amountFen });
  expect(await takeBack(10_01)).toEqual({
    ok: false,
    error: { code: 'share-refused', reason: 'INVALID_REQUEST 回退金额超过原分账金额' },
  });
  expect(await takeBack(10_00)).toEqual(done);
  expect(await pay.refund({ ...request, refundFen: 100_00 })).toEqual(done);
  expect(await pay.sharing.state({ ...key, shareNo: 'o3-end' })).toEqual({
    ok: true,
    value: { isFinished: true, parts: [] },
  });
});

test('a part that an abnormal account did not take has failed', async () => {
  const key = { ...(await paid('o4')), shareNo: 'o4-share' };
  await cloud.advanceClock(60);
  const abnormal = (isAbnormal: boolean) =>
    fetch(`${cloud.url}/control/funds/abnormal`, {
      method: 'POST',
      body: JSON.stringify({ account: platform.merchantNumber, abnormal: isAbnormal }),
    });
  await abnormal(true);
  await pay.sharing.share({ ...key, parts: [part(10_00)] });
  await cloud.advanceClock(30);
  expect(await pay.sharing.state(key)).toMatchObject({
    value: { isFinished: true, parts: [{ result: 'failed' }] },
  });
  await abnormal(false);
});

test('a share in the dark has the code of an unknown outcome', async () => {
  const key = { ...(await paid('o5')), shareNo: 'o5-share' };
  const [known, dark] = [process.env['TCB_CONTEXT_CNFG'], { URL: 'http://127.0.0.1:9/admin' }];
  process.env['TCB_CONTEXT_CNFG'] = JSON.stringify(dark);
  const seen = await pay.sharing.share({ ...key, parts: [part(1)] });
  process.env['TCB_CONTEXT_CNFG'] = known;
  expect(seen).toMatchObject({ ok: false, error: { code: 'payment-unavailable' } });
});

test('a payment is reported as shipped once, however often it is reported', async () => {
  const { transactionId } = await paid('o6');
  const report = (at: number) =>
    pay.reportShipped({ transactionId, openid: 'oLin', goods: '面馆 到店消费', at });
  const at = Date.parse('2026-05-01T05:00:00.000Z');
  expect(await report(at)).toEqual(done);
  expect(await report(at + 1000)).toEqual(done);
  const { messages } = (await (await fetch(`${cloud.url}/control/messages`)).json()) as {
    messages: unknown[];
  };
  expect(messages).toMatchObject([
    { kind: 'shipping', openid: 'oLin', content: { transactionId, items: ['面馆 到店消费'] } },
  ]);
});

test('a report is told apart as too early or refused', async () => {
  const payment = { openid: 'oLin', goods: '面', at: 0 };
  const early = await pay.reportShipped({ ...payment, transactionId: 'unknown' });
  expect(early).toMatchObject({ ok: false, error: { code: 'report-not-ready' } });
  const { transactionId } = await paid('o7');
  for (const wrong of [{ goods: '' }, { openid: '' }]) {
    const refused = await pay.reportShipped({ ...payment, transactionId, ...wrong });
    expect(refused).toMatchObject({ ok: false, error: { code: 'report-refused' } });
  }
});
