// Subscription messages (订阅消息): what WeChat tells a person who has allowed it. The function that
// sends them declares subscribeMessage.send in its config.json.
import { fail, succeed, type Result } from '../domain/result';
import { wx } from './sdk';

export interface SubscribeMessage {
  readonly openid: string;
  readonly templateId: string;
  /** Page that it opens, with its parameters. */
  readonly page: string;
  /** Texts by the template's keywords: `{ thing1: '…' }`. */
  readonly data: Readonly<Record<string, string>>;
}

export type SendFailure =
  /** The person allows none any more; that is ordinary. */
  | { readonly code: 'not-allowed'; readonly reason: string }
  /** No answer, or WeChat is busy: it may or may not have been sent. */
  | { readonly code: 'not-answered'; readonly reason: string }
  /** Template, page or words are wrong, or the account is banned: sending again does not help. */
  | { readonly code: 'not-possible'; readonly reason: string };

/** „user refuse to accept the msg“: never asked, refused, or used up. */
const REFUSED_BY_PERSON = 43101;
/** WeChat busy, too many calls, the same message at once. */
const PASSING: ReadonlySet<unknown> = new Set([-1, 43108, 45009, 45047]);

/** WeChat has no number by which it would know a message that is sent twice. */
export async function sendMessage(message: SubscribeMessage): Promise<Result<null, SendFailure>> {
  const { openid, templateId, page, data } = message;
  const values = Object.entries(data).map(([keyword, value]) => [keyword, { value }]);
  try {
    await wx.openapi.subscribeMessage.send({
      ...{ touser: openid, templateId, page },
      data: Object.fromEntries(values) as unknown,
    });
    return succeed(null);
  } catch (error) {
    return fail(failureOf(error));
  }
}

function failureOf(error: unknown): SendFailure {
  const { errCode } = (error ?? {}) as { readonly errCode?: unknown };
  const reason = String(error);
  if (errCode === REFUSED_BY_PERSON) return { code: 'not-allowed', reason };
  // Negative numbers are those of the cloud: no answer, no permission yet.
  const isFinal = typeof errCode === 'number' && errCode > 0 && !PASSING.has(errCode);
  return { code: isFinal ? 'not-possible' : 'not-answered', reason };
}
