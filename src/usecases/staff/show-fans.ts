// What a shop's fans and its entry code bring: shop, account, bills, and how many fans there are.
import type { merchantContract } from '../../contracts/merchant';
import type { Output } from '../../contracts/contract';
import { activeSince } from '../../domain/fans/fan';
import { NO_FEN, subtract, totalFen } from '../../domain/money/amounts';
import type { Order } from '../../domain/orders/order';
import { standingAfter } from '../../domain/orders/standing';
import { fail, succeed } from '../../domain/result';
import { newestFirst } from '../orders/newest-first';
import { asMerchant } from '../merchants/settle-merchant';
import { merchantByCode } from '../nearby/find-merchant-by-code';
import type { UseCase } from '../serving/serve';

type Reward = Output<typeof merchantContract, 'fans'>['rewards'][number];

const MOST_REWARDS = 50;

export const showFans: UseCase<typeof merchantContract, 'fans'> = async (
  { cloud, account, policy, now },
  { merchantCode },
) => {
  const shop = await merchantByCode({ cloud }, merchantCode);
  if (shop?.staff.includes(account) !== true) return fail({ code: 'merchant-not-found' });
  const stored = await cloud.get('accounts', shop.id);
  const own = stored === undefined ? undefined : asMerchant(stored);
  const brought = await cloud.find('orders', {
    where: { 'payees.fan': shop.id, 'paidAt': cloud.command.gt(0) },
    orderBy: newestFirst('paidAt'),
    limit: MOST_REWARDS,
  });
  const lots = (own?.lots ?? []).filter(({ source }) => source === 'fan');
  return succeed({
    fans: await cloud.count('accounts', {
      'fan.merchantId': shop.id,
      'fan.state': 'fan',
      'fan.lastVisitAt': cloud.command.gte(activeSince(now(), policy)),
    }),
    balanceFen: totalFen(lots.map(({ balanceFen }) => balanceFen)),
    offsetFen: own?.fanOffsetFen ?? NO_FEN,
    rewards: brought.map(rewardView),
  });
};

function rewardView(order: Order): Reward {
  const { id, broughtBy = 'fan', merchant, paidAt = order.placedAt, effectiveAt, bill } = order;
  return {
    ...{ orderId: id, by: broughtBy, merchantName: merchant.name, paidAt },
    amountFen: subtract(bill.amountFen, order.refundedFen),
    rewardFen: standingAfter(order, order.refundedFen).shares.fan,
    ...(effectiveAt === undefined ? {} : { effectiveAt }),
  };
}
