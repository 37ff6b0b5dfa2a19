// What was paid is reported to WeChat as handed over, until WeChat has it.
import { randomUUID } from 'node:crypto';
import { accountOf } from '../../src/wxcloud/identity';
import { fetchJson } from '../support/http';
import { startTestCloud, type TestCloud } from '../support/cloud';
import { earn, worldOn } from '../support/audit';
import { fruitShop, lin, noodleShop } from '../support/fixture';

const boss = 'test-boss';
const staffed = { ...fruitShop, staff: [accountOf(boss)] };
let cloud: TestCloud;
beforeEach(async () => {
  cloud = await startTestCloud({ merchants: [staffed, noodleShop] });
});
afterEach(() => cloud.close());

const runReports = () => cloud.runTimer('shipping-reports');
const buy = (amountFen: number) =>
  cloud.buy({ openid: lin, merchantCode: fruitShop.code, amountFen });
const stored = (id: string) => worldOn(cloud, () => 0).cloud.get('reports', id);
async function told(): Promise<unknown[]> {
  const { messages } = await fetchJson<{ messages: { kind: string; content: unknown }[] }>(
    `${cloud.url}/control/messages`,
  );
  return messages.filter(({ kind }) => kind === 'shipping').map(({ content }) => content);
}

test('each payment is told once, with what was bought where', async () => {
  const { id } = await buy(10_00);
  expect(await runReports()).toMatchObject({ result: { value: { sent: 1 } } });
  expect(await stored(id)).toMatchObject({ state: 'sent', attempts: 1 });
  expect(await runReports()).toMatchObject({ result: { value: { sent: 0 } } });
  expect(await told()).toMatchObject([{ outTradeNo: id, items: ['青禾鲜果'] }]);
});

test('two runs at once tell it once', async () => {
  await buy(10_00);
  await Promise.all([runReports(), runReports()]);
  expect(await told()).toHaveLength(1);
});

test('more than one batch is told in one run', async () => {
  for (let n = 0; n < 21; n += 1) await buy(100 + n);
  expect(await runReports()).toMatchObject({ result: { value: { sent: 21 } } });
});

test('without an answer WeChat is asked again after a pause, and a report it had is a success', async () => {
  const { id } = await buy(10_00);
  await cloud.setFaults([{ fault: 'reply-lost', action: 'wx.openApi*', count: 1 }]);
  await runReports();
  expect(await stored(id)).toMatchObject({ state: 'waiting', attempts: 1 });
  expect(await runReports()).toMatchObject({ result: { value: { sent: 0 } } });
  await cloud.advanceClock(61);
  expect(await stored(id)).toMatchObject({ state: 'sent', attempts: 2 });
  expect(await told()).toHaveLength(1);
});

test('a payment that went back is refused for good, and seen so', async () => {
  const { id: orderId } = await buy(10_00);
  const requestId = randomUUID();
  const refund = { requestId, orderId, amountFen: 10_00, reason: '退货' };
  expect(await cloud.callAs(boss)('merchant', 'refund', refund)).toMatchObject({ ok: true });
  expect(await runReports()).toMatchObject({ result: { value: { refused: 1 } } });
  expect(await stored(orderId)).toMatchObject({ state: 'refused' });
  expect(await runReports()).toMatchObject({ result: { value: { refused: 0 } } });
});

test('what coupons paid alone has no payment to report', async () => {
  const uses = await earn(cloud, lin);
  const { id } = await cloud.buy({
    ...{ openid: lin, merchantCode: noodleShop.code, amountFen: 1_00, uses },
  });
  expect(await stored(id)).toBeUndefined();
});
