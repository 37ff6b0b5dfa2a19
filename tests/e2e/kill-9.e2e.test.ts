import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { valueOf } from '../support/cloud-client';
import { type CloudProcess, startCloudProcess } from '../support/cloud-process';
import { fruitShop, lin, noodleShop } from '../support/fixture';
import { pollUntil } from '../support/poll';

const dataDir = mkdtempSync(join(tmpdir(), 'kill-9-'));
const start = (): Promise<CloudProcess> => startCloudProcess({ clock: 'real', dataDir });
const walletOf = async (cloud: CloudProcess) =>
  valueOf(await cloud.callAs(lin)('wallet', 'summary', {}));

interface Purchase {
  readonly merchantCode: string;
  readonly amountFen: number;
  readonly requestId: string;
}

/** What the app does when it comes back: it asks again, pays if still asked to, and waits. */
async function finish({ merchantCode, amountFen, requestId }: Purchase): Promise<void> {
  const input = { requestId, merchantCode, amountFen, uses: [] };
  const placed = await cloud.callAs(lin)('orders', 'place', input);
  const payment = placed.ok ? placed.value.payment : null;
  if (payment !== null) await cloud.pay({ openid: lin, prepayId: payment.prepayId });
  const orderId = placed.ok ? placed.value.order.id : String(placed.error['orderId']);
  await cloud.waitForOrder({ openid: lin, orderId, state: 'completed' });
}

let cloud: CloudProcess;
beforeAll(async () => {
  cloud = await start();
});
afterAll(async () => {
  await cloud.close();
  rmSync(dataDir, { recursive: true });
});

it('keeps orders, points, coupons and a bill that waits for its payment', async () => {
  await cloud.buy({ openid: lin, merchantCode: fruitShop.code, amountFen: 100_000 });
  await pollUntil(
    async () => {
      await cloud.runTimer('dividends');
      return (await walletOf(cloud)).balanceFen === 100;
    },
    () => 'the first coupon',
  );
  const call = cloud.callAs(lin);
  const [lot] = (await walletOf(cloud)).lots;
  const { order: open } = valueOf(
    await call('orders', 'place', {
      requestId: randomUUID(),
      merchantCode: noodleShop.code,
      amountFen: 5000,
      uses: [{ lotId: lot?.id ?? '', amountFen: 60 }],
    }),
  );
  const before = await walletOf(cloud);
  expect(before).toMatchObject({ balanceFen: 40, heldFen: 60, points: 20_000 });

  await cloud.kill();
  cloud = await start();

  expect(await walletOf(cloud)).toEqual(before);
  const again = cloud.callAs(lin);
  const { payment } = valueOf(await again('orders', 'pay', { orderId: open.id }));
  await cloud.pay({ openid: lin, prepayId: payment?.prepayId ?? '' });
  await cloud.waitForOrder({ openid: lin, orderId: open.id, state: 'completed' });
  expect(await walletOf(cloud)).toMatchObject({ balanceFen: 40, heldFen: 0, savedFen: 60 });
});

it('loses and doubles nothing of purchases that the kill cut off', async () => {
  const { points } = await walletOf(cloud);
  const purchases = Array.from({ length: 10 }, (_, index) => ({
    ...{ openid: lin, merchantCode: noodleShop.code, amountFen: 1000 + index, uses: [] },
    requestId: randomUUID(),
  }));
  let finished = 0;
  const cutOff = purchases.map(async (purchase) => {
    await cloud.buy(purchase);
    finished += 1;
  });
  const outcomes = Promise.allSettled(cutOff);
  await pollUntil(
    () => finished >= 3,
    () => 'the first purchases to be finished',
  );
  await cloud.kill();
  const broken = (await outcomes).filter(({ status }) => status === 'rejected');
  expect(broken.length).toBeGreaterThan(0);
  cloud = await start();

  await Promise.all(purchases.map(finish));

  const earned = purchases.reduce((sum, { amountFen }) => sum + Math.floor(amountFen / 10), 0);
  expect(await walletOf(cloud)).toMatchObject({ points: points + earned, paidOrders: 12 });
});
