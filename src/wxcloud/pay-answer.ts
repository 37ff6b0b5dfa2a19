// How an answer of cloudPay is asked for and read. Business failures resolve with resultCode FAIL.
import { fail, succeed, type Result } from '../domain/result';
import { wx, type PayAnswer, type SdkPay } from './sdk';

export type PayFailure = { readonly code: 'payment-unavailable'; readonly reason: string };

export async function askPay<T>(
  send: (pay: SdkPay) => Promise<PayAnswer>,
  read: (answer: PayAnswer) => T,
): Promise<Result<T, PayFailure>> {
  const answer = await answerOf(send);
  if (typeof answer === 'string') return fail({ code: 'payment-unavailable', reason: answer });
  if (isSuccess(answer)) return succeed(read(answer));
  return fail({ code: 'payment-unavailable', reason: reasonOf(answer) });
}

/** The answer, or why none came. */
export async function answerOf(
  send: (pay: SdkPay) => Promise<PayAnswer>,
): Promise<PayAnswer | string> {
  try {
    return await send(wx.cloudPay);
  } catch (error) {
    return String(error);
  }
}

export function isSuccess(answer: PayAnswer): boolean {
  return answer['returnCode'] === 'SUCCESS' && answer['resultCode'] === 'SUCCESS';
}

/**
 * Why WeChat refuses. The SDK writes its own errCode 0 over WeChat's err_code, so the text is all
 * there is; only the returning of shares has a code of another name (errorCode, errorMsg).
 */
export function reasonOf(answer: PayAnswer): string {
  const told = [answer['errorCode'], answer['errCodeDes'], answer['errorMsg']];
  const reason = told.filter((part) => typeof part === 'string').join(' ');
  return reason === '' ? String(answer['returnMsg']) : reason;
}
