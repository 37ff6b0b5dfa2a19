// WeChat's check of what people write before others read it (security.msgSecCheck, version 2). The
// function that asks declares it in its config.json.
import { fail, succeed, type Result } from '../domain/result';
import { wx } from './sdk';

export type TextFailure =
  /** Risky, or WeChat would have a person look at it first. */
  | { readonly code: 'text-refused' }
  /** WeChat did not answer, or not about the text: nobody knows. */
  | { readonly code: 'text-unchecked' };

const VERSION = 2;
/** „评论“: a sentence about something. */
const COMMENT = 2;
/** How version 1 refuses, in case WeChat answers by it. */
const RISKY = 87014;

/**
 * Whether a text may be shown to others.
 * @param openid of its writer, who has been in the mini-program within two hours
 * @param text at most 2500 characters
 */
export async function checkText({
  openid,
  text,
}: {
  openid: string;
  text: string;
}): Promise<Result<null, TextFailure>> {
  try {
    const { result } = await wx.openapi.security.msgSecCheck({
      ...{ version: VERSION, scene: COMMENT },
      ...{ openid, content: text },
    });
    return result.suggest === 'pass' ? succeed(null) : fail({ code: 'text-refused' });
  } catch (error) {
    const { errCode } = (error ?? {}) as { readonly errCode?: unknown };
    if (errCode === RISKY) return fail({ code: 'text-refused' });
    console.warn('a text could not be checked', String(error));
    return fail({ code: 'text-unchecked' });
  }
}
