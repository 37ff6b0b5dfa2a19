// Who calls. getWXContext() is the only identity: an event proves nothing.
import { createHash } from 'node:crypto';
import { wx } from './sdk';

export interface Caller {
  /** Empty for timers. */
  readonly openid: string;
  /** Exactly as the cloud says: wx_client, wx_trigger, wx_paycallback, or a chain with commas. */
  readonly source: string;
}

export const TIMER_SOURCE = 'wx_trigger';
export const PAY_CALLBACK_SOURCE = 'wx_paycallback';

export function readCaller(): Caller {
  const { OPENID = '', SOURCE = '' } = wx.getWXContext();
  return { openid: OPENID, source: SOURCE };
}

/** The account of a person: no openid stands in the journal. */
export function accountOf(openid: string): string {
  return `u-${createHash('sha256').update(`account:${openid}`).digest('hex').slice(0, 24)}`;
}

/** 32 hex characters from several parts; the same parts give the same id. */
export function stableId(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 32);
}
