// What each campaign's budget still holds and stands behind: a fold of the journal, by which what
// nobody needs any more goes back to whoever has put it aside.
import { campaignIdOf } from '../coupons/lot';
import { journalEntry, moveFen, type JournalEntry } from '../journal/entry';
import * as names from '../journal/names';
import { add, fen, NO_FEN, subtract, type Fen } from '../money/amounts';
import { DAY } from '../time';

export interface Activity {
  readonly fundFen: Fen;
  /** Coupons out, those in open orders included. */
  readonly couponsFen: Fen;
  /** From then on (ms) what is not behind a coupon goes back. */
  readonly closesAt: number;
  /** The shop that has put it aside; absent: the platform. */
  readonly issuer?: string;
  /** How often something of it has gone back: the last closing that is counted here. */
  readonly closings: number;
}

/** By campaign; one that is closed, empty and beyond refunds is dropped. */
export type Activities = Readonly<Record<string, Activity>>;

/** Two clocks differ, so a claim may be read before the budget that it is of. */
const UNKNOWN: Activity = {
  ...{ fundFen: NO_FEN, couponsFen: NO_FEN },
  ...{ closesAt: Number.MAX_SAFE_INTEGER, closings: 0 },
};
/** A bill is refunded for a year; its coupons may bring money back until then, and live a week. */
const KEPT_FOR = 400 * DAY;
const FUND = names.activityFund('');
const COUPONS = 'activity-coupons/';

/**
 * Applies what an entry moves. A closing was applied when it was written, and is passed over; only a
 * fold that begins anew reads it for the first time.
 */
export function foldActivities(activities: Activities, entry: JournalEntry): Activities {
  return entry.kind === 'campaign-closed'
    ? closedBefore(activities, entry)
    : applied(activities, entry);
}

function closedBefore(activities: Activities, entry: JournalEntry): Activities {
  const [, id = '', , number] = entry.id.split(':');
  const activity = activities[id] ?? UNKNOWN;
  const closings = Number(number);
  if (closings <= activity.closings) return activities;
  return applied({ ...activities, [id]: { ...activity, closings } }, entry);
}

function applied(activities: Activities, entry: JournalEntry): Activities {
  let after = entry.campaign === undefined ? activities : opened(activities, entry.campaign);
  for (const { from, to, amount } of entry.moves) {
    after = moved(moved(after, from, -amount), to, amount);
  }
  return after;
}

function opened(
  activities: Activities,
  { id, ...budget }: NonNullable<JournalEntry['campaign']>,
): Activities {
  return { ...activities, [id]: { ...(activities[id] ?? UNKNOWN), ...budget } };
}

function moved(activities: Activities, name: string, amount: number): Activities {
  const id = campaignIn(name);
  if (id === undefined) return activities;
  const activity = activities[id] ?? UNKNOWN;
  const key = name.startsWith(FUND) ? 'fundFen' : 'couponsFen';
  return { ...activities, [id]: { ...activity, [key]: add(activity[key], fen(amount)) } };
}

/** The campaign that a name counts for. */
function campaignIn(name: string): string | undefined {
  if (name.startsWith(FUND)) return name.slice(FUND.length);
  const [, , lotId] = name.startsWith(COUPONS) ? name.split('/') : [];
  return lotId === undefined ? undefined : campaignIdOf(lotId);
}

/**
 * Gives back what is not behind a coupon, of campaigns whose time is over; all of their coupons have
 * expired by then, so that none can come back with more than it brings along.
 */
export function closeActivities(
  activities: Activities,
  { upTo, at }: { upTo: number; at: number },
): { activities: Activities; entries: JournalEntry[] } {
  const entries: JournalEntry[] = [];
  const left: Record<string, Activity> = {};
  for (const [id, activity] of Object.entries(activities)) {
    const spareFen = subtract(activity.fundFen, activity.couponsFen);
    const isOver = activity.closesAt <= upTo && spareFen > 0;
    const closings = activity.closings + 1;
    if (isOver) entries.push(closing({ id, activity, spareFen, number: closings, at }));
    const kept = isOver ? { ...activity, fundFen: activity.couponsFen, closings } : activity;
    if (kept.fundFen > 0 || upTo < activity.closesAt + KEPT_FOR) left[id] = kept;
  }
  return { activities: left, entries };
}

function closing({
  id,
  activity: { issuer },
  spareFen,
  number,
  at,
}: {
  id: string;
  activity: Activity;
  spareFen: Fen;
  number: number;
  at: number;
}): JournalEntry {
  const to = issuer === undefined ? names.INCOME_PLATFORM : names.payableMerchant(issuer);
  return journalEntry({
    ...{ id: `campaign:${id}:closed:${number}`, kind: 'campaign-closed', at, effectiveAt: at },
    ...(issuer === undefined ? {} : { merchantId: issuer, shops: [issuer] }),
    moves: moveFen({ from: names.activityFund(id), to }, spareFen),
    matures: [],
  });
}
