// WeChat Pay's callback. It comes at least once, late, repeated and out of order.
import * as z from 'zod';
import { noticeOf } from '../../wxcloud/pay';
import type { World } from '../serving/context';
import { postPaid } from './post-paid';

const callback = z.object({
  returnCode: z.literal('SUCCESS'),
  resultCode: z.literal('SUCCESS'),
  outTradeNo: z.string().min(1),
  subMchId: z.string(),
  totalFee: z.int().min(1),
  transactionId: z.string().min(1),
});

/** True when nothing more is to do; otherwise WeChat calls again. */
export async function receivePayment(world: World, event: unknown): Promise<boolean> {
  const read = callback.loose().safeParse(event);
  if (!read.success) {
    console.warn('a callback of another form', read.error.message);
    return false;
  }
  const posted = await postPaid(world, noticeOf(read.data));
  return posted.outcome === 'settled';
}
