// The ledger of how many messages a person has allowed. WeChat counts for itself and tells nobody;
// this is what we know: an accepted question is one message, and each message takes one.
import type { JournalEntry } from '../journal/entry';

/** What a person can be told outside of the app; WeChat has a template for each. */
export const TEMPLATE_NAMES = ['arrived', 'expiring', 'refunded'] as const;
export type TemplateName = (typeof TEMPLATE_NAMES)[number];

/** More answers than these are not counted: nobody needs so many at once. */
export const MAX_ALLOWED = 20;
/** Answers that are remembered, so that one that is sent again does not count twice. */
const REMEMBERED_ANSWERS = 20;

export interface Allowance {
  readonly left: number;
  /** When the first of those that are left was allowed (ms): nothing before it is told. */
  readonly since: number;
  readonly lastAllowedAt: number;
}

export interface Subscription {
  /** The account. */
  readonly id: string;
  readonly openid: string;
  readonly allowances: Readonly<Partial<Record<TemplateName, Allowance>>>;
  /** While arrivals may be told: the last period that was looked at. */
  readonly toldPeriod?: number;
  /** While endings may be told: when the account is looked at next (ms). */
  readonly lookAt?: number;
  /** The last answers, by their requestId. */
  readonly answers: readonly string[];
}

export function newSubscription({ id, openid }: { id: string; openid: string }): Subscription {
  return { id, openid, allowances: {}, answers: [] };
}

export function leftOf({ allowances }: Subscription, template: TemplateName): number {
  return allowances[template]?.left ?? 0;
}

/** One more of each that was accepted; the same answer again changes nothing. */
export function withAccepted(
  subscription: Subscription,
  answer: { requestId: string; accepted: readonly TemplateName[]; at: number },
): Subscription {
  const { requestId, accepted, at } = answer;
  if (subscription.answers.includes(requestId)) return subscription;
  const counted = [...new Set(accepted)].reduce((so, template) => {
    const left = leftOf(so, template);
    const since = left === 0 ? at : (so.allowances[template]?.since ?? at);
    const more = { left: Math.min(left + 1, MAX_ALLOWED), since, lastAllowedAt: at };
    return withAllowance(so, { template, allowance: more });
  }, subscription);
  const answers = [requestId, ...subscription.answers].slice(0, REMEMBERED_ANSWERS);
  return { ...counted, answers };
}

/** One message less. */
export function withOneTaken(subscription: Subscription, template: TemplateName): Subscription {
  return withLeft(subscription, {
    template,
    left: Math.max(0, leftOf(subscription, template) - 1),
  });
}

/** A message that WeChat certainly did not take. */
export function withOneBack(subscription: Subscription, template: TemplateName): Subscription {
  const left = Math.min(MAX_ALLOWED, leftOf(subscription, template) + 1);
  return withLeft(subscription, { template, left });
}

/**
 * WeChat says that nothing is allowed. What the person allowed after it was asked (ms) still is.
 */
export function withNoneLeft(
  subscription: Subscription,
  { template, askedAt }: { template: TemplateName; askedAt: number },
): Subscription {
  const { lastAllowedAt = 0 } = subscription.allowances[template] ?? {};
  if (lastAllowedAt > askedAt) return subscription;
  return withLeft(subscription, { template, left: 0 });
}

/** Whether a refund is told: it came after the person had allowed it. */
export function tellsRefund({ allowances }: Subscription, { at }: Pick<JournalEntry, 'at'>) {
  const { left = 0, since = 0 } = allowances.refunded ?? {};
  return left > 0 && at >= since;
}

function withLeft(
  subscription: Subscription,
  { template, left }: { template: TemplateName; left: number },
): Subscription {
  const { since = 0, lastAllowedAt = 0 } = subscription.allowances[template] ?? {};
  return withAllowance(subscription, { template, allowance: { left, since, lastAllowedAt } });
}

/** The two marks by which the sender finds a person are there only while there is one to send. */
function withAllowance(
  { toldPeriod = 0, lookAt = 0, ...rest }: Subscription,
  { template, allowance }: { template: TemplateName; allowance: Allowance },
): Subscription {
  const after = { ...rest, allowances: { ...rest.allowances, [template]: allowance } };
  return {
    ...after,
    ...(leftOf(after, 'arrived') > 0 ? { toldPeriod } : {}),
    ...(leftOf(after, 'expiring') > 0 ? { lookAt } : {}),
  };
}
