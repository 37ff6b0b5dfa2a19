import {
  closeClouds,
  type Fields,
  functionsFolder,
  openCloud,
  pointSdkAt,
  sdk,
  testEnv,
  type TestCloud,
} from './fixture';

let cloud: TestCloud;

const functions = {
  paid: {
    main: `async (event) => {
      const db = cloud.database();
      const { total } = await db.collection('calls').where({ outTradeNo: event.outTradeNo }).count();
      await db.collection('calls').add({ data: { ...event, source: cloud.getWXContext().SOURCE, openidSeen: cloud.getWXContext().OPENID ?? null } });
      const refusals = Number(event.attach || 0);
      if (total < refusals) throw new Error('not now');
      return { errcode: 0, errmsg: '' };
    }`,
  },
  cashDesk: {
    main: `async (order) => (({ userInfo, ...fields }) => cloud.cloudPay.unifiedOrder(fields))(order)`,
  },
};
const functionsDir = () => functionsFolder(functions);
const collections = [{ name: 'calls', indexes: [] }];

beforeAll(async () => {
  cloud = await openCloud({
    clock: '2026-05-01T00:00:00.000Z',
    control: true,
    collections,
    functionsDir: functionsDir(),
  });
});
afterAll(closeClouds);

const pay = async (action: string, fields: Fields) => (await sdk.cloudPay[action]?.(fields)) ?? {};
const shop = { subMchId: '1900000109' };
const order = (outTradeNo: string, more: Fields = {}) => ({
  ...shop,
  ...{ outTradeNo, totalFee: 8800, body: '面馆-牛肉面', spbillCreateIp: '127.0.0.1' },
  ...{ envId: testEnv, functionName: 'paid' },
  ...more,
});
const decide = async (prepayId: unknown, outcome: string, openid = '') => {
  const response = await fetch(`${cloud.url}/cashier/${String(prepayId)}`, {
    method: 'POST',
    headers: { 'x-openid': openid },
    body: JSON.stringify({ outcome }),
  });
  return { status: response.status, body: (await response.json()) as unknown };
};
const calls = async (outTradeNo: string, db = cloud.db) =>
  (await db.collection('calls').where({ outTradeNo }).get()).data;

/** Waits until a condition holds. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 8000;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error('it never came true');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

test('orders, pays, tells the function, and answers what became of it', async () => {
  const made = await pay('unifiedOrder', order('t1', { attach: '' }));
  expect(made).toMatchObject({ returnCode: 'SUCCESS', resultCode: 'SUCCESS', tradeType: 'JSAPI' });
  expect(made['payment']).toEqual({
    ...{
      appId: 'wx0000000000000000',
      package: `prepay_id=${String(made['prepayId'])}`,
      signType: 'MD5',
    },
    ...{
      timeStamp: '1777593600',
      nonceStr: expect.any(String) as string,
      paySign: expect.any(String) as string,
    },
  });
  expect(await pay('queryOrder', { ...shop, outTradeNo: 't1' })).toMatchObject({
    resultCode: 'SUCCESS',
    tradeState: 'NOTPAY',
    totalFee: 8800,
  });
  const shown = (await (
    await fetch(`${cloud.url}/cashier/${String(made['prepayId'])}`)
  ).json()) as unknown;
  expect(shown).toEqual({ outTradeNo: 't1', totalFee: 8800, body: '面馆-牛肉面', state: 'NOTPAY' });
  expect(await decide(made['prepayId'], 'cancel')).toMatchObject({
    status: 200,
    body: { state: 'NOTPAY' },
  });
  expect(await decide(made['prepayId'], 'pay')).toMatchObject({
    status: 200,
    body: { state: 'SUCCESS' },
  });
  await until(async () => (await calls('t1')).length === 1);
  const known = await pay('queryOrder', { ...shop, outTradeNo: 't1' });
  expect(known).toMatchObject({ tradeState: 'SUCCESS', cashFee: 8800, timeEnd: '20260501080000' });
  expect(await calls('t1')).toMatchObject([
    {
      ...{
        source: 'wx_paycallback',
        openidSeen: null,
        returnCode: 'SUCCESS',
        resultCode: 'SUCCESS',
      },
      ...{ ...shop, outTradeNo: 't1', totalFee: 8800, cashFee: 8800, timeEnd: '20260501080000' },
      transactionId: known['transactionId'],
    },
  ]);
  expect((await decide(made['prepayId'], 'pay')).status).toBe(409);
});

test('gives the same order again, and refuses another one under its number', async () => {
  const first = await pay('unifiedOrder', order('t2'));
  expect((await pay('unifiedOrder', order('t2')))['prepayId']).toBe(first['prepayId']);
  expect(await pay('unifiedOrder', order('t2', { totalFee: 1 }))).toMatchObject({
    resultCode: 'FAIL',
    errCode: 0,
    errCodeDes: '201 商户订单号重复',
  });
  expect((await pay('unifiedOrder', order('t2', { subMchId: '2' })))['resultCode']).toBe('SUCCESS');
  await decide(first['prepayId'], 'pay');
  expect((await pay('unifiedOrder', order('t2')))['errCodeDes']).toBe('该订单已支付');
});

test.each<[string, Fields, string]>([
  ['no merchant', { subMchId: '' }, 'sub_mch_id参数缺失'],
  ['no environment', { envId: '' }, 'env_id参数缺失'],
  ['no function', { functionName: '' }, 'function_name参数缺失'],
  ['no description', { body: '' }, 'body参数缺失'],
  ['a number of 33 characters', { outTradeNo: 'x'.repeat(33) }, 'out_trade_no参数格式错误'],
  ['a number of other characters', { outTradeNo: 'a:b' }, 'out_trade_no参数格式错误'],
  ['nothing to pay', { totalFee: 0 }, 'total_fee参数格式错误'],
  ['half a fen', { totalFee: 0.5 }, 'total_fee参数格式错误'],
  ['a text for a sum', { totalFee: '100' }, 'total_fee参数格式错误'],
])('refuses an order with %s', async (_, more, why) => {
  expect(await pay('unifiedOrder', order('bad', more))).toMatchObject({
    resultCode: 'FAIL',
    errCodeDes: why,
  });
});

test('closes an unpaid order after five minutes, and only then', async () => {
  const made = await pay('unifiedOrder', order('t3'));
  const close = () => pay('closeOrder', { ...shop, outTradeNo: 't3' });
  expect(await close()).toMatchObject({ resultCode: 'FAIL' });
  await cloud.advanceClock(299);
  expect((await close())['errCodeDes']).toContain('最短调用时间间隔为5分钟');
  await cloud.advanceClock(1);
  expect(await close()).toMatchObject({ resultCode: 'SUCCESS' });
  expect(await close()).toMatchObject({
    resultCode: 'FAIL',
    errCodeDes: '订单已关闭，无法重复关闭',
  });
  expect((await pay('queryOrder', { ...shop, outTradeNo: 't3' }))['tradeState']).toBe('CLOSED');
  expect((await decide(made['prepayId'], 'pay')).status).toBe(409);
  expect((await pay('unifiedOrder', order('t3')))['errCodeDes']).toBe('该订单已关闭');
  expect((await pay('closeOrder', { ...shop, outTradeNo: 't1' }))['errCodeDes']).toBe('订单已支付');
  expect((await pay('closeOrder', { ...shop, outTradeNo: 'none' }))['errCodeDes']).toBe(
    '订单不存在',
  );
});

test('repeats the callback until it is confirmed, with growing pauses', async () => {
  const made = await pay('unifiedOrder', order('t4', { attach: '3' }));
  await decide(made['prepayId'], 'pay');
  await until(async () => (await calls('t4')).length === 1);
  const counts: number[] = [];
  for (const seconds of [14, 1, 14, 1, 29, 1, 3600]) {
    await cloud.advanceClock(seconds);
    counts.push((await calls('t4')).length);
  }
  expect(counts).toEqual([1, 2, 2, 3, 3, 4, 4]);
});

test('gives a callback up after fifteen repeats over more than a day', async () => {
  const made = await pay('unifiedOrder', order('t11', { attach: '99' }));
  await decide(made['prepayId'], 'pay');
  await until(async () => (await calls('t11')).length === 1);
  const minutes = [0.25, 0.25, 0.5, 3, 10, 20, 30, 30, 30, 60, 180, 180, 180, 360, 360];
  for (const [index, pause] of minutes.entries()) {
    await cloud.advanceClock(pause * 60 - 1);
    expect(await calls('t11')).toHaveLength(index + 1);
    await cloud.advanceClock(1);
    expect(await calls('t11')).toHaveLength(index + 2);
  }
  await cloud.advanceClock(2 * 86_400);
  expect(await calls('t11')).toHaveLength(16);
});

test('loses the reply and the first callback on demand, and repeats it after fifteen seconds', async () => {
  const made = await pay('unifiedOrder', order('t5'));
  expect((await decide(made['prepayId'], 'pay-lose-reply')).status).toBe(502);
  expect((await pay('queryOrder', { ...shop, outTradeNo: 't5' }))['tradeState']).toBe('SUCCESS');
  await cloud.advanceClock(14);
  expect(await calls('t5')).toHaveLength(0);
  await cloud.advanceClock(1);
  expect(await calls('t5')).toHaveLength(1);
});

const control = async (command: string, body: Fields) => {
  const response = await fetch(`${cloud.url}/control/${command}`, {
    method: 'POST',
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as unknown };
};

test('delivers a callback again on demand, many at once', async () => {
  const made = await pay('unifiedOrder', order('t9'));
  const again = `callbacks/${String(made['prepayId'])}`;
  expect((await control(again, {})).status).toBe(400);
  await decide(made['prepayId'], 'pay');
  await until(async () => (await calls('t9')).length === 1);
  expect(await control(again, { times: 3 })).toEqual({
    status: 200,
    body: { results: Array(3).fill({ errcode: 0, errmsg: '' }) as unknown },
  });
  expect(await calls('t9')).toHaveLength(4);
  for (const times of [0, 1000, 'x']) expect((await control(again, { times })).status).toBe(400);
});

test('loses every callback on demand, until it stops', async () => {
  await control('callbacks', { lost: true });
  const made = await pay('unifiedOrder', order('t10'));
  await decide(made['prepayId'], 'pay');
  await cloud.advanceClock(15);
  await control('callbacks', { lost: false });
  expect(await calls('t10')).toHaveLength(0);
  await cloud.advanceClock(60);
  expect(await calls('t10')).toHaveLength(1);
});

test('binds an order to the person whose call has made it', async () => {
  const made = (await cloud.call('cashDesk', order('t6'), { openid: 'oAlice' })) as Fields;
  expect((await decide(made['prepayId'], 'pay', 'oEve')).status).toBe(403);
  expect((await decide(made['prepayId'], 'pay', 'oAlice')).status).toBe(200);
  await until(async () => (await calls('t6')).length === 1);
  expect(await calls('t6')).toMatchObject([{ subOpenid: 'oAlice' }]);
  expect((await decide('nothing', 'pay')).status).toBe(404);
  expect((await decide(made['prepayId'], 'dance', 'oAlice')).status).toBe(400);
});

test('refunds in parts, the same once, and never more than was paid', async () => {
  const made = await pay('unifiedOrder', order('t7'));
  const refund = (outRefundNo: string, refundFee: number, totalFee = 8800) =>
    pay('refund', {
      ...shop,
      outTradeNo: 't7',
      outRefundNo,
      refundFee,
      totalFee,
      envId: testEnv,
      functionName: 'paid',
    });
  expect((await refund('r0', 1))['errCodeDes']).toBe('订单未支付，不能退款');
  await decide(made['prepayId'], 'pay');
  expect(await refund('r1', 3000)).toMatchObject({
    resultCode: 'SUCCESS',
    refundFee: 3000,
    outRefundNo: 'r1',
  });
  const again = await refund('r1', 3000);
  expect(again['refundId']).toBe((await refund('r1', 3000))['refundId']);
  expect((await refund('r1', 2999))['resultCode']).toBe('FAIL');
  expect((await refund('r2', 100, 9000))['resultCode']).toBe('FAIL');
  expect((await refund('r3', 5801))['errCodeDes']).toBe('累计退款金额大于支付金额');
  expect((await refund('r3', 5800))['resultCode']).toBe('SUCCESS');
  expect(await pay('queryRefund', { ...shop, outTradeNo: 't7' })).toMatchObject({
    refundCount: 2,
    refundFee: 8800,
    refundFee_0: 3000,
    refundFee_1: 5800,
    refundStatus_1: 'SUCCESS',
  });
  expect((await pay('queryOrder', { ...shop, outTradeNo: 't7' }))['tradeState']).toBe('REFUND');
});

test('keeps orders and callbacks that are not confirmed over a restart', async () => {
  const first = await openCloud({ collections, functionsDir: functionsDir() });
  const made = await pay('unifiedOrder', order('t8', { attach: '1' }));
  await fetch(`${first.url}/cashier/${String(made['prepayId'])}`, {
    method: 'POST',
    body: '{"outcome":"pay"}',
  });
  await until(async () => (await calls('t8', first.db)).length === 1);
  await first.close();
  const second = await openCloud({
    dataDir: first.dataDir,
    collections,
    functionsDir: functionsDir(),
  });
  pointSdkAt(second.admin);
  expect((await pay('queryOrder', { ...shop, outTradeNo: 't8' }))['tradeState']).toBe('SUCCESS');
  await second.advanceClock(15);
  expect(await calls('t8', second.db)).toHaveLength(2);
  pointSdkAt(cloud.admin);
});
