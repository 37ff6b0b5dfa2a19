// What a refund's message says of its order: the shop, and what went back as cash and as coupons.
import { NO_FEN, type Fen } from '../../domain/money/amounts';
import type { Order } from '../../domain/orders/order';

export interface RefundTold {
  readonly merchantName: string;
  readonly cashFen: Fen;
  readonly couponFen: Fen;
  readonly returnedFen: Fen;
  readonly offsetFen: Fen;
}

const NOTHING = { cashFen: NO_FEN, couponFen: NO_FEN, returnedFen: NO_FEN, offsetFen: NO_FEN };

/** A refund's entry is `<order>:refund:<refund>`. */
export function refundToldOf(
  orders: readonly Order[],
  { orderId, entryId }: { readonly orderId: string; readonly entryId: string },
): RefundTold {
  const order = orders.find(({ id }) => id === orderId);
  const refund = order?.refunds?.find(({ id }) => entryId === `${orderId}:refund:${id}`);
  const { cashFen, couponFen, returnedFen, offsetFen } = refund ?? NOTHING;
  return { merchantName: order?.merchant.name ?? '', cashFen, couponFen, returnedFen, offsetFen };
}
