// The way to the cloud inside WeChat.
import Taro from '@tarojs/taro';
import { wasCancelled, wechatMessage } from '../wechat-error';
import type { CloudEvent, Delivery, FunctionName, Payment, PaymentOutcome } from './types';

/** Functions end within 10 s; a cold start and a slow network come on top. */
const TIMEOUT_MS = 15_000;

export function startCloud(): void {
  Taro.cloud.init(CLOUD_ENV === '' ? {} : { env: CLOUD_ENV });
}

export async function deliver(name: FunctionName, event: CloudEvent): Promise<Delivery> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Delivery>((resolve) => {
    timer = setTimeout(() => resolve({ ok: false, code: 'timeout' }), TIMEOUT_MS);
  });
  const answered = Taro.cloud
    .callFunction({ name, data: { ...event } })
    .then((answer): Delivery => ({ ok: true, result: answer.result }))
    .catch((error: unknown): Delivery => ({ ok: false, code: transportCode(error) }));
  const delivery = await Promise.race([answered, late]);
  clearTimeout(timer);
  return delivery;
}

/** WeChat tells a lost network only in the text of the error. */
function transportCode(error: unknown) {
  const text = wechatMessage(error).toLowerCase();
  if (/time ?out|time_limit/.test(text)) return 'timeout';
  if (/network|request:fail|internet|offline/.test(text)) return 'offline';
  return 'cloud-unavailable';
}

export async function requestPayment(payment: Payment): Promise<PaymentOutcome> {
  const { timeStamp, nonceStr, signType, paySign } = payment;
  try {
    await Taro.requestPayment({
      timeStamp,
      nonceStr,
      package: payment.package,
      signType: signType === 'RSA' || signType === 'HMAC-SHA256' ? signType : 'MD5',
      paySign,
    });
    return 'paid';
  } catch (error) {
    // Any other failure may have happened after the money moved, so it must be asked for.
    return wasCancelled(error) ? 'cancelled' : 'unknown';
  }
}

export function askForMessages(templateIds: readonly string[]): Promise<readonly string[]> {
  // WeChat takes the question only while it still handles the tap, so nothing comes before it.
  return Taro.requestSubscribeMessage({ tmplIds: [...templateIds], entityIds: [] })
    .then((answers) => {
      const told: Readonly<Record<string, unknown>> = { ...answers };
      return templateIds.filter((id) => told[id] === 'accept');
    })
    .catch((error: unknown) => {
      // Refused for all messages of the app, or WeChat too old for it: then there are none.
      console.info(wechatMessage(error));
      return [];
    });
}

/** WeChat's map has its own streets. */
export function fetchStreets(): Promise<unknown> {
  return Promise.resolve(undefined);
}
