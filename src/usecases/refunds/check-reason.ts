// The payer reads why a bill was refunded, so words of the shop's own are checked by WeChat first.
import { USUAL_REASONS } from '../../domain/orders/refund-reasons';
import { succeed, type Result } from '../../domain/result';
import { checkText, type TextFailure } from '../../wxcloud/text-check';
import type { Context } from '../serving/context';

/**
 * Nothing for the usual reasons, which therefore always can be given; one request for others. Where
 * WeChat cannot be asked, others are refused: no unchecked word is shown, and no refund is stuck.
 */
export async function checkReason(
  { openid }: Context,
  reason: string,
): Promise<Result<null, TextFailure>> {
  return USUAL_REASONS.includes(reason) ? succeed(null) : checkText({ openid, text: reason });
}
