// The id that a refund is asked for under. It stays over every retry of the same refund, so that
// one whose answer was lost is not made twice, and is new for every other.
import type { ShopOrder } from '../../../../src/contracts/merchant';
import type { InputOf } from '../../../cloud/types';

export type AskedRefund = Omit<InputOf<'merchant', 'refund'>, 'requestId'>;

export type Refund = ShopOrder['refunds'][number];

export interface RefundRequest {
  readonly requestId: string;
  /** The refund in writing, for comparing. */
  readonly body: string;
}

export function refundRequestFor(
  { orderId, amountFen, reason }: AskedRefund,
  { before, newId }: { readonly before: RefundRequest | undefined; readonly newId: () => string },
): RefundRequest {
  const body = JSON.stringify([orderId, amountFen, reason]);
  return before?.body === body ? before : { requestId: newId(), body };
}

/** The refund that was asked for: the latest of its amount and reason. */
export function refundIn(
  { refunds }: ShopOrder,
  { amountFen, reason }: Pick<AskedRefund, 'amountFen' | 'reason'>,
): Refund | undefined {
  return [...refunds]
    .reverse()
    .find((refund) => refund.amountFen === amountFen && refund.reason === reason);
}
