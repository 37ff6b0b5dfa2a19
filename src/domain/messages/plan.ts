// What a person who has allowed messages is due to be told of a settled account.
import type { Account } from '../accounts/account';
import { totalFen } from '../money/amounts';
import { DAY } from '../time';
import { daysBefore, endingsOf, nextEndingDay } from './endings';
import { couponsOfShare } from './inbox';
import { newReminder, type Reminder } from './reminder';
import { leftOf, type Subscription } from './subscription';

/** Coupons may come that end sooner than any that were there, so an account is looked at daily. */
const LOOK_EVERY = DAY;

interface Look {
  readonly subscription: Subscription;
  /** Settled; undefined where the person has none yet. */
  readonly account: Account | undefined;
  /** The pool's period of the same read. */
  readonly period: number;
  readonly at: number;
}

/** Reminders with ids that a repeat meets again, and the subscription that has been looked at. */
export function planReminders(look: Look): {
  readonly reminders: readonly Reminder[];
  readonly subscription: Subscription;
} {
  const { subscription, account, period, at } = look;
  if (account === undefined) return { reminders: [], subscription: lookedAt(look) };
  const { toldPeriod = period, lookAt = Infinity } = subscription;
  return {
    reminders: [
      ...(toldPeriod < period ? arrivals(look, { account, after: toldPeriod }) : []),
      ...(lookAt <= at && leftOf(subscription, 'expiring') > 0 ? endings(account, at) : []),
    ],
    subscription: lookedAt(look),
  };
}

/**
 * Several new periods are one message, since each message uses up an allowance. An account that is
 * newer than the pool that was read has periods which the next look tells.
 */
function arrivals(
  { subscription, period, at }: Look,
  { account, after }: { account: Account; after: number },
): Reminder[] {
  const { left = 0, since = 0 } = subscription.allowances.arrived ?? {};
  const news = account.history.filter(
    (share) =>
      share.period > after &&
      share.period <= period &&
      share.declaredAt >= since &&
      couponsOfShare(share) > 0,
  );
  const [first] = news;
  const last = news[news.length - 1];
  if (left === 0 || first === undefined || last === undefined) return [];
  const amountFen = totalFen(news.map(couponsOfShare));
  const { period: lastPeriod, expiresAt } = last;
  const subject = { firstPeriod: first.period, lastPeriod, amountFen, expiresAt };
  const id = `${account.id}:arrived:${lastPeriod}`;
  return [newReminder({ template: 'arrived', ...subject }, { id, account: account.id, at })];
}

function endings(account: Account, at: number): Reminder[] {
  return endingsOf(account, at).flatMap((ending) => {
    const days = daysBefore(ending, at);
    if (days === undefined) return [];
    const { expiresAt } = ending;
    const subject = { template: 'expiring', daysBefore: days, expiresAt } as const;
    const id = `${account.id}:expiring-${days}:${expiresAt}`;
    return [newReminder(subject, { id, account: account.id, at })];
  });
}

function lookedAt({ subscription, account, period, at }: Look): Subscription {
  const { toldPeriod, lookAt } = subscription;
  const next = account === undefined ? undefined : nextEndingDay(account, at);
  return {
    ...subscription,
    ...(toldPeriod === undefined ? {} : { toldPeriod: Math.max(toldPeriod, period) }),
    ...(lookAt === undefined || lookAt > at
      ? {}
      : { lookAt: Math.min(at + LOOK_EVERY, next ?? Infinity) }),
  };
}
