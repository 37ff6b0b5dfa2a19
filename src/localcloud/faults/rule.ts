// A bad day: rules that say which fault happens where and how often, and the seed of its chance.
import type { CloudErrorCode } from '../errors';

/** Where each kind of fault can happen, and what it does there. */
export const faultKinds = {
  /** A write in a transaction is refused; the cloud has aborted the transaction. */
  'conflict': ['request'],
  /** The commit is refused; nothing of the transaction is there. */
  'conflict-at-commit': ['request'],
  /** All is done, and the connection is cut before the answer. */
  'reply-lost': ['request', 'invocation'],
  /** Nothing is done, and an error is answered. */
  'error-before': ['request', 'invocation'],
  /** All is done, and an error is answered. */
  'error-after': ['request', 'invocation'],
  /** It is done up to `seconds` later. */
  'delay': ['request', 'invocation'],
  /** No answer in time; done or not. */
  'timeout': ['request', 'invocation'],
  /** The instance that sent the request ends when the request has been done. */
  'instance-killed': ['request'],
  'callback-lost': ['callback'],
  /** The callback comes `seconds` later. */
  'callback-late': ['callback'],
  /** It comes twice at once; with `seconds`, again so much later though it was confirmed. */
  'callback-doubled': ['callback'],
  /** It comes after the callback of another order, at the latest after `seconds`. */
  'callback-out-of-order': ['callback'],
  /** The timer's function is invoked twice at once. */
  'timer-doubled': ['timer'],
  /** The timer fires `seconds` later, with the time at which it was due. */
  'timer-late': ['timer'],
  /** An instance's clock is wrong by up to `seconds`, ahead or behind. */
  'clock-skew': ['instance'],
} as const satisfies Readonly<Record<string, readonly Place[]>>;

type Place = 'request' | 'invocation' | 'callback' | 'timer' | 'instance';

export type FaultKind = keyof typeof faultKinds;

/** Codes that an error on demand can have. */
export const faultCodes = [
  'SYS_ERR',
  'SERVER_TIMEOUT',
  'EXCEED_REQUEST_LIMIT',
  'EXCEED_CONCURRENT_REQUEST_LIMIT',
  'DATABASE_REQUEST_FAILED',
  'FUNCTIONS_REQUEST_FAIL',
  'FUNCTIONS_EXECUTE_FAIL',
] as const satisfies readonly CloudErrorCode[];

export interface FaultRule {
  readonly fault: FaultKind;
  /**
   * Only at this action of the protocol, or with a star at its end at all that begin so:
   * `database.commitTransaction`, `database.*`, `wx.wxPayApi.refund`, `functions.invokeFunction`
   * (every invocation, whoever calls).
   */
  readonly action?: string;
  /** Only at this function: requests it sends, its invocations, timer, callbacks, instances. */
  readonly function?: string;
  readonly collection?: string;
  /** How likely it is each time, 0 to 1. Without it, always. */
  readonly rate?: number;
  /** At most so many times. */
  readonly count?: number;
  /** See the kinds. Real seconds for `delay` and `timeout`, else seconds of the cloud's clock. */
  readonly seconds?: number;
  /** Of an error; SYS_ERR without it. */
  readonly code?: (typeof faultCodes)[number];
  /** Of a timeout: whether the work is done. Without it chance decides. */
  readonly isDone?: boolean;
}

export interface BadDay {
  readonly seed: number;
  readonly rules: readonly FaultRule[];
}

/** What a fault takes when its rule does not say. */
export const defaultSeconds: Readonly<Partial<Record<FaultKind, number>>> = {
  'delay': 0.1,
  'callback-late': 60,
  'callback-out-of-order': 60,
  'timer-late': 20,
  'clock-skew': 60,
};

export const maxSkewSeconds = 60;
