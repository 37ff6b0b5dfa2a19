// Interfaces of the open platform through the unmodified SDK.
import jsqr from 'jsqr';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import {
  closeClouds,
  failure,
  type Fields,
  functionsFolder,
  openCloud,
  sdk,
  testEnv,
  type TestCloud,
} from './fixture';

let cloud: TestCloud;

const functionsDir = functionsFolder({
  declared: { main: `async ({ scene }) => cloud.openapi.wxacode.getUnlimited({ scene })` },
  silent: { main: `async ({ scene }) => cloud.openapi.wxacode.getUnlimited({ scene })` },
});
const permissions = { permissions: { openapi: ['wxacode.getUnlimited'] } };
writeFileSync(path.join(functionsDir, 'declared', 'config.json'), JSON.stringify(permissions));

beforeAll(async () => {
  cloud = await openCloud({
    clock: '2026-05-01T00:00:00.000Z',
    control: true,
    functionsDir,
    miniProgram: { pages: ['pages/pay/index'], riskyWords: ['代开发票'] },
  });
});
afterAll(closeClouds);

const code = (fields: Fields) =>
  sdk.openapi['wxacode']?.['getUnlimited']?.(fields) as Promise<Fields>;
const check = (fields: Fields) =>
  sdk.openapi['security']?.['msgSecCheck']?.(fields) as Promise<Fields>;

/** Reads a PNG with one bit a pixel and a palette, as the cloud writes it. */
function pixelsOf(png: Buffer): {
  side: number;
  palette: Buffer;
  alpha: number;
  rgba: Uint8ClampedArray;
} {
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    chunks.set(png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  const side = chunks.get('IHDR')?.readUInt32BE(0) ?? 0;
  const palette = chunks.get('PLTE') ?? Buffer.alloc(0);
  const rows = inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0));
  const rowBytes = rows.length / side;
  const rgba = new Uint8ClampedArray(side * side * 4);
  for (let pixel = 0; pixel < side * side; pixel++) {
    const [row, column] = [Math.floor(pixel / side), pixel % side];
    const byte = rows.readUInt8(row * rowBytes + 1 + (column >> 3));
    const index = (byte >> (7 - (column & 7))) & 1;
    rgba.set([...palette.subarray(index * 3, index * 3 + 3), 255], pixel * 4);
  }
  return { side, palette, alpha: chunks.get('tRNS')?.[0] ?? 255, rgba };
}

const read = (answer: Fields): string | undefined => {
  const { side, rgba } = pixelsOf(answer['buffer'] as Buffer);
  return jsqr(rgba, side, side)?.data;
};

test('draws a code that a reader reads as the page with its scene', async () => {
  const scene = "m=7&t=12,x!#$'()*+/:;=?@-._~";
  const made = await code({ scene, page: 'pages/pay/index' });
  expect(made).toMatchObject({ contentType: 'image/png', errCode: 0 });
  expect(read(made)).toBe(`pages/pay/index?scene=${encodeURIComponent(scene)}`);
  expect(pixelsOf(made['buffer'] as Buffer)).toMatchObject({ side: 430, alpha: 255 });
});

test('draws codes in the asked size and colour, on nothing if asked', async () => {
  const lineColor = { r: 10, g: 90, b: '30' };
  const made = await code({ scene: 'a', width: 280, lineColor, isHyaline: true });
  const { side, palette, alpha } = pixelsOf(made['buffer'] as Buffer);
  expect({ side, alpha, dark: [...palette.subarray(3)] }).toEqual({
    side: 280,
    alpha: 0,
    dark: [10, 90, 30],
  });
  expect(read(made)).toBe('?scene=a');
  expect(pixelsOf((await code({ scene: 'a', width: 5000 }))['buffer'] as Buffer).side).toBe(1280);
});

test.each<[string, Fields, number, string]>([
  ['no scene', {}, 40169, 'invalid length for scene, or the data is not json string'],
  ['a scene of 33 characters', { scene: 'a'.repeat(33) }, 40169, 'invalid length for scene'],
  ['Chinese in a scene', { scene: '店' }, 40129, 'invalid scene'],
  ['percent in a scene', { scene: 'a%20' }, 40129, 'invalid scene'],
  ['a page that is not published', { scene: 'a', page: 'pages/no/index' }, 41030, 'invalid page'],
  ['a page with a slash', { scene: 'a', page: '/pages/pay/index' }, 41030, 'invalid page'],
  ['a page with a query', { scene: 'a', page: 'pages/pay/index?a=1' }, 41030, 'invalid page'],
  ['an unknown version', { scene: 'a', envVersion: 'beta' }, 40097, 'invalid args'],
])('refuses a code with %s', async (_, fields, errCode, why) => {
  const seen = await failure(code(fields));
  expect(seen.errCode).toBe(errCode);
  expect(seen.message).toContain(`openapi.wxacode.getUnlimited:fail ${why}`);
});

test('draws a code of an unpublished page when the path is not to be checked', async () => {
  const made = await code({ scene: 'a', page: 'pages/no/index', checkPath: false });
  expect(read(made)).toBe('pages/no/index?scene=a');
  expect(read(await code({ scene: 'a'.repeat(32) }))).toBe(`?scene=${'a'.repeat(32)}`);
});

test('lets a function call what its config.json declares, and nothing else', async () => {
  const caller = { openid: 'oAlice' };
  const made = (await cloud.call('declared', { scene: 'x' }, caller)) as Fields;
  expect(made['errCode']).toBe(0);
  const refused = await failure(cloud.call('silent', { scene: 'x' }, caller));
  expect(refused.message).toContain('-604101');
  expect(cloud.logged).toContainEqual(
    expect.stringMatching(/WARNING \[silent\].*not declared in permissions\.openapi/),
  );
});

test('answers an interface that is not served as a missing permission, and says so', async () => {
  const asked = sdk.openapi['wxacode']?.['get']?.({ path: 'p' }) as Promise<Fields>;
  expect((await failure(asked)).errCode).toBe(-604101);
  expect(cloud.logged).toContain(
    'WARNING openapi.wxacode.get is not served by the local cloud: -604101',
  );
});

const comment = { version: 2, scene: 2, openid: 'oAlice' };

test('finds a text risky for a listed word, wherever it stands', async () => {
  const clean = await check({ ...comment, content: '好吃！'.repeat(700) });
  expect(clean).toMatchObject({ result: { suggest: 'pass', label: 100 } });
  expect(typeof clean['traceId']).toBe('string');
  const risky = await check({ ...comment, content: '可以代开发票吗' });
  expect(risky).toMatchObject({
    result: { suggest: 'risky', label: 21000 },
    detail: [
      { strategy: 'content_model', suggest: 'risky' },
      { strategy: 'keyword', keyword: '代开发票' },
    ],
  });
  const named = await check({ ...comment, content: '好', nickname: '代开发票' });
  expect(named).toMatchObject({ result: { suggest: 'risky' } });
});

test.each<[string, Fields, number]>([
  ['an empty text', { ...comment, content: '' }, 44004],
  ['2501 characters', { ...comment, content: '好'.repeat(2501) }, 45002],
  ['nobody', { ...comment, openid: '', content: '好' }, 40003],
  ['an unknown scene', { ...comment, scene: 5, content: '好' }, 40129],
  ['a risky text under version 1', { content: '代开发票' }, 87014],
  ["WeChat's own test text", { content: '特3456书yuuo莞6543李zxcz蒜7782法fgnv级' }, 87014],
])('refuses to check %s', async (_, fields, errCode) => {
  expect((await failure(check(fields))).errCode).toBe(errCode);
});

const ship = (fields: Fields) => {
  const { openapi } = sdk as unknown as {
    openapi: { wxa: { sec: { order: { uploadShippingInfo(fields: Fields): Promise<Fields> } } } };
  };
  return openapi.wxa.sec.order.uploadShippingInfo(fields);
};
const reportOf = (orderKey: Fields, more: Fields = {}): Fields => ({
  orderKey,
  ...{ logisticsType: 4, deliveryMode: 1, shippingList: [{ itemDesc: '到店消费' }] },
  ...{ uploadTime: '2026-05-01T08:00:00.120+08:00', payer: { openid: 'oAlice' } },
  ...more,
});
const shop = { mchid: '1900000109' };

async function paid(
  outTradeNo: string,
  { openid = 'oAlice', isPaid = true } = {},
): Promise<Fields> {
  const { subMchId } = { subMchId: shop.mchid };
  const form = new FormData();
  const order = {
    ...{ sub_mch_id: subMchId, out_trade_no: outTradeNo, total_fee: 100, body: '面' },
    ...{ spbill_create_ip: '127.0.0.1', env_id: testEnv, function_name: 'none' },
  };
  form.set('action', 'wx.wxPayApi');
  form.set('apiName', 'unifiedOrder');
  form.set('requestData', JSON.stringify(order));
  const made = await fetch(`${cloud.admin}/as/${openid}`, { method: 'POST', body: form });
  const { prepay_id: prepayId } = (await made.json()) as Record<string, string>;
  if (isPaid) {
    await fetch(`${cloud.url}/cashier/${String(prepayId)}`, {
      method: 'POST',
      headers: { 'x-openid': openid },
      body: '{"outcome":"pay"}',
    });
  }
  return (await sdk.cloudPay['queryOrder']?.({ subMchId, outTradeNo })) ?? {};
}

const sent = async (outTradeNo: string) => {
  const response = await fetch(`${cloud.url}/control/messages`);
  const { messages } = (await response.json()) as { messages: Fields[] };
  return messages.filter(({ content }) => (content as Fields)['outTradeNo'] === outTradeNo);
};

test('takes the shipping report of a payment, and tells the payer', async () => {
  const { transactionId } = await paid('s1');
  const answer = await ship(reportOf({ orderNumberType: 2, transactionId }));
  expect(answer).toMatchObject({ errCode: 0 });
  expect(await sent('s1')).toEqual([
    {
      ...{ at: '2026-05-01T00:00:00.000Z', kind: 'shipping', openid: 'oAlice' },
      content: {
        ...{ transactionId, outTradeNo: 's1', subMchId: '1900000109' },
        ...{ logisticsType: 4, items: ['到店消费'] },
      },
    },
  ]);
});

test('takes one change of a report, later than the first, and no second', async () => {
  await paid('s2');
  const key = { orderNumberType: 1, ...shop, outTradeNo: 's2' };
  const changed = (itemDesc: string, second: number) =>
    ship(
      reportOf(key, {
        shippingList: [{ itemDesc }],
        uploadTime: `2026-05-01T08:00:${String(second).padStart(2, '0')}+08:00`,
      }),
    );
  await changed('面', 1);
  expect((await failure(changed('面', 2))).errCode).toBe(10060023);
  expect((await failure(changed('汤', 1))).errCode).toBe(268485216);
  expect(await changed('汤', 2)).toMatchObject({ errCode: 0 });
  expect((await failure(changed('饭', 3))).errCode).toBe(10060003);
  expect(await sent('s2')).toHaveLength(2);
});

test('takes parcels one after the other', async () => {
  await paid('s3');
  const parcels = (count: number, isAllDelivered: boolean, second: number) =>
    ship(
      reportOf(
        { orderNumberType: 1, ...shop, outTradeNo: 's3' },
        {
          ...{ logisticsType: 1, deliveryMode: 2, isAllDelivered },
          shippingList: Array.from({ length: count }, (_, n) => ({
            ...{ itemDesc: '面', trackingNo: `T${n}`, expressCompany: 'STO' },
          })),
          uploadTime: `2026-05-01T08:00:0${second}+08:00`,
        },
      ),
    );
  for (const [index, count] of [1, 2, 3].entries()) {
    expect(await parcels(count, count === 3, index)).toMatchObject({ errCode: 0 });
  }
  expect((await failure(parcels(16, true, 5))).errCode).toBe(10060024);
});

const byNumber = { orderNumberType: 1, ...shop, outTradeNo: 's4' };

test.each<[string, Fields, number]>([
  ['an unknown payment', reportOf({ orderNumberType: 2, transactionId: 'none' }), 10060001],
  ['an unpaid order', reportOf({ orderNumberType: 1, ...shop, outTradeNo: 's5' }), 10060001],
  ['the wrong payer', reportOf(byNumber, { payer: { openid: 'oEve' } }), 10060031],
  ['no payer', reportOf(byNumber, { payer: {} }), 47001],
  ['an unknown way', reportOf(byNumber, { logisticsType: 5 }), 10060005],
  ['an unknown mode', reportOf(byNumber, { deliveryMode: 3 }), 268485224],
  ['parcels without express', reportOf(byNumber, { deliveryMode: 2 }), 10060006],
  ['no word of the rest', reportOf(byNumber, { deliveryMode: 2, logisticsType: 1 }), 10060007],
  ['no goods', reportOf(byNumber, { shippingList: [{ itemDesc: '' }] }), 10060008],
  ['long goods', reportOf(byNumber, { shippingList: [{ itemDesc: '面'.repeat(121) }] }), 10060009],
  ['two parcels as one', reportOf(byNumber, { shippingList: [{}, {}] }), 268485228],
  ['express without a number', reportOf(byNumber, { logisticsType: 1 }), 268485226],
  ['a time without a zone', reportOf(byNumber, { uploadTime: '2026-05-01 08:00:00' }), 268485216],
  ['no kind of number', reportOf({ ...shop, outTradeNo: 's4' }), 268485194],
  ['no number of WeChat', reportOf({ orderNumberType: 2 }), 268485195],
  ['no merchant', reportOf({ orderNumberType: 1, outTradeNo: 's4' }), 268485196],
  ['no number of the merchant', reportOf({ orderNumberType: 1, ...shop }), 268485197],
])('refuses a shipping report with %s', async (_, report, errCode) => {
  await paid('s4');
  await paid('s5', { isPaid: false });
  expect((await failure(ship(report))).errCode).toBe(errCode);
  expect(await sent('s4')).toEqual([]);
});

test('takes no report of a payment that went back in full', async () => {
  await paid('s6');
  await sdk.cloudPay['refund']?.({
    ...{ subMchId: shop.mchid, outTradeNo: 's6', outRefundNo: 's6', totalFee: 100, refundFee: 100 },
    ...{ envId: testEnv, functionName: 'none' },
  });
  const key = { orderNumberType: 1, ...shop, outTradeNo: 's6' };
  expect((await failure(ship(reportOf(key)))).errCode).toBe(10060004);
});
