// A bill that moves nothing in the journal: paid to its shop itself, and too small for a rebate.
import { accountOf } from '../../src/wxcloud/identity';
import { commit } from '../../src/wxcloud/transact';
import { auditOf, worldOn } from '../support/audit';
import { startTestCloud, type TestCloud } from '../support/cloud';
import { valueOf } from '../support/cloud-client';
import { fruitShop, lin, noodleShop } from '../support/fixture';

const boss = 'test-boss';
const ownNumber = {
  ...noodleShop,
  rebateCollection: 'profit-sharing' as const,
  staff: [accountOf(boss)],
};
let cloud: TestCloud;

beforeEach(async () => {
  cloud = await startTestCloud({ merchants: [fruitShop, ownNumber] });
});

afterEach(async () => {
  expect((await auditOf(cloud)).findings).toEqual([]);
  await cloud.close();
});

test('it is posted, and refunded, like every other', async () => {
  const { id: orderId } = await cloud.buy({
    ...{ openid: lin, merchantCode: ownNumber.code, amountFen: 9 },
  });
  const refund = { requestId: 'a1b2c3d4-e5f6-7890', orderId, amountFen: 9, reason: '多付了' };
  const { order } = valueOf(await cloud.callAs(boss)('merchant', 'refund', refund));
  expect(order).toMatchObject({ state: 'refunded', refundedFen: 9 });
});

test('an order that cannot be read stops none behind it in the sweep', async () => {
  const merchantCode = fruitShop.code;
  const placing = { requestId: 'a1b2c3d4-e5f6-7890', merchantCode, amountFen: 10_00, uses: [] };
  const { order } = valueOf(await cloud.callAs(lin)('orders', 'place', placing));
  cloud.cloud.importDocuments('orders', [{ _id: 'broken', state: 'placed', payBefore: 1 }]);
  await cloud.advanceClock(20 * 60);
  await cloud.runTimer('payments-sweep');
  const found = valueOf(await cloud.callAs(lin)('orders', 'get', { orderId: order.id }));
  expect(found.order.state).toBe('closed');
  await worldOn(cloud, () => 0).cloud.transact(async (transaction) => {
    await transaction.remove('orders', 'broken');
    return commit(null);
  });
});
