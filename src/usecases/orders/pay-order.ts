// Goes on paying an order that is still open.
import type { ordersContract } from '../../contracts/orders';
import { fail } from '../../domain/result';
import type { UseCase } from '../serving/serve';
import { findOwnOrder } from './find-order';
import { offerPayment } from './offer-payment';

export const payOrder: UseCase<typeof ordersContract, 'pay'> = async (context, { orderId }) => {
  const found = await findOwnOrder(context.cloud, { orderId, account: context.account });
  if (!found.ok) return found;
  const { state, payBefore } = found.value;
  const isOpen = state === 'placed' && context.now() < payBefore;
  return isOpen ? offerPayment(context, found.value) : fail({ code: 'order-not-open', state });
};
