import { requestPayment } from '../cloud/cloud';
import type { Payment, PaymentOutcome } from '../cloud/types';
import { refreshAfterPayment } from './query-client';

/**
 * Lets the person pay: WeChat Pay, or the cashier sheet of the browser preview. Never rejects;
 * after `unknown` show 支付结果确认中 and ask `orders.get`, never pay a second time.
 */
export function useRequestPayment(): (payment: Payment) => Promise<PaymentOutcome> {
  return payAndRefresh;
}

async function payAndRefresh(payment: Payment): Promise<PaymentOutcome> {
  const outcome = await requestPayment(payment);
  // Not waited for: the result is shown at once.
  void refreshAfterPayment();
  return outcome;
}
