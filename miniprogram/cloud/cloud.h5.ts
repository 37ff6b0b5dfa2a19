// The way to the local cloud from the browser preview.
import { previewOpenid } from './preview/people';
import { openQuestion } from './preview/question';
import { openCashier } from './preview/cashier';
import type { CloudEvent, Delivery, FunctionName, Payment, PaymentOutcome } from './types';

const TIMEOUT_MS = 15_000;

export function startCloud(): void {
  // The local cloud serves this page, so there is nothing to connect.
}

export async function deliver(name: FunctionName, event: CloudEvent): Promise<Delivery> {
  const aborter = new AbortController();
  const timer = setTimeout(() => aborter.abort(), TIMEOUT_MS);
  try {
    const response = await fetch(`/call/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-openid': await previewOpenid() },
      body: JSON.stringify(event),
      signal: aborter.signal,
    });
    const body: unknown = await response.json();
    if (typeof body === 'object' && body !== null && 'result' in body) {
      return { ok: true, result: body.result };
    }
    return { ok: false, code: 'cloud-unavailable' };
  } catch (error) {
    if (aborter.signal.aborted) return { ok: false, code: 'timeout' };
    return { ok: false, code: error instanceof TypeError ? 'offline' : 'cloud-unavailable' };
  } finally {
    clearTimeout(timer);
  }
}

export async function requestPayment(payment: Payment): Promise<PaymentOutcome> {
  return openCashier({ prepayId: payment.prepayId, openid: await previewOpenid() });
}

export async function askForMessages(templateIds: readonly string[]): Promise<readonly string[]> {
  return openQuestion({ templateIds, openid: await previewOpenid() });
}

export async function fetchStreets(siteId: string): Promise<unknown> {
  try {
    const response = await fetch(`/demo/streets/${siteId}.json`);
    return response.ok ? ((await response.json()) as unknown) : undefined;
  } catch {
    return undefined; // The pins stand on a plain ground then.
  }
}
