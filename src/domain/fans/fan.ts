// Whose fan a person is, and who brought a visit: at most one shop is rewarded for an order (A14, B8).
import type { Merchant } from '../merchants/merchant';
import { DAY, endOfMonthAfter, HOUR, startOfMonthBefore } from '../time';

/** A lock that its person may leave; once left, only the person's own tap makes a new one. */
export type FanLock =
  | {
      readonly state: 'fan';
      readonly merchantId: string;
      /** Milliseconds. */
      readonly since: number;
      readonly lastVisitAt: number;
    }
  | { readonly state: 'left'; readonly at: number };

/** The visit that a shop's entry code has brought. */
export interface EntryVisit {
  readonly merchantId: string;
  /** Purchases before this instant (ms) count as brought by it. */
  readonly until: number;
}

export interface FanRules {
  /** Months without a visit after which a lock ends. */
  readonly fanMonths: number;
  /** Hours that a visit through an entry code lasts. */
  readonly entryHours: number;
}

interface Known {
  readonly fan?: FanLock;
  readonly entry?: EntryVisit;
}

type Lock = Extract<FanLock, { state: 'fan' }>;

/** When a lock ends without another visit (ms): the last day of the month, UTC+8. */
export function fanEnd({ lastVisitAt }: Lock, { fanMonths }: FanRules): number {
  return endOfMonthAfter(lastVisitAt, fanMonths);
}

/** The earliest last visit (ms) whose lock still holds. */
export function activeSince(at: number, { fanMonths }: FanRules): number {
  return startOfMonthBefore(at, fanMonths);
}

/** The lock while it holds. */
export function activeFan(
  { fan }: Known,
  { at, rules }: { at: number; rules: FanRules },
): Lock | undefined {
  return fan?.state === 'fan' && at < fanEnd(fan, rules) ? fan : undefined;
}

interface Visit {
  readonly merchant: Pick<Merchant, 'id' | 'staff'>;
  /** Account of the visitor. */
  readonly visitor: string;
  readonly at: number;
  readonly rules: FanRules;
}

/** A visit through a shop's code: the first makes the lock, later ones keep it. */
export function afterVisit<A extends Known>(account: A, visit: Visit): A {
  const { merchant, visitor, at, rules } = visit;
  const active = activeFan(account, { at, rules });
  if (active !== undefined) return keptAlive(account, { merchantId: merchant.id, at });
  const isStaff = merchant.staff.includes(visitor);
  return isStaff || account.fan?.state === 'left' ? account : asFan(account, visit);
}

/** Its person chose so, also after having left. */
export function asFan<A extends Known>(
  account: A,
  { merchant, at }: Pick<Visit, 'merchant' | 'at'>,
): A {
  return { ...account, fan: { state: 'fan', merchantId: merchant.id, since: at, lastVisitAt: at } };
}

/** A visit, or a purchase, at the shop whose fan the person is; one a day is enough. */
export function keptAlive<A extends Known>(
  account: A,
  { merchantId, at }: { merchantId: string; at: number },
): A {
  const { fan } = account;
  if (fan?.state !== 'fan' || fan.merchantId !== merchantId) return account;
  if (at < fan.lastVisitAt + DAY) return account;
  return { ...account, fan: { ...fan, lastVisitAt: at } };
}

export function withoutFan<A extends Known>(account: A, at: number): A {
  return { ...account, fan: { state: 'left', at } };
}

/** A visit through an entry code; staff bring nobody to their own shop, themselves included. */
export function afterEntry<A extends Known>(account: A, visit: Visit): A {
  const { merchant, visitor, at, rules } = visit;
  if (merchant.staff.includes(visitor)) return account;
  const until = at + rules.entryHours * HOUR;
  return { ...account, entry: { merchantId: merchant.id, until } };
}

/** Who is rewarded for an order, and why. */
export interface Bringer {
  readonly merchantId: string;
  readonly by: 'entry' | 'fan';
}

/**
 * One payee an order, fixed when it is placed: the shop whose entry code brought this visit, when
 * it is another shop's purchase; else the shop whose fan the payer is. Nobody where the payer works.
 */
export function bringerOf(
  account: Known,
  { merchant, visitor, at, rules }: Visit,
): Bringer | undefined {
  if (merchant.staff.includes(visitor)) return undefined;
  const { entry } = account;
  if (entry !== undefined && at < entry.until && entry.merchantId !== merchant.id) {
    return { merchantId: entry.merchantId, by: 'entry' };
  }
  const fan = activeFan(account, { at, rules });
  return fan === undefined ? undefined : { merchantId: fan.merchantId, by: 'fan' };
}
