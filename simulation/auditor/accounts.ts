// An account's document against the journal, its orders, and what the rules release on its points.
import type { Books } from './books';
import { dayEndAfter, endOfMonth } from './calendar';
import type { AccountDocument, LotDocument, OrderDocument } from './documents';
import { holds, same, type Finding } from './finding';
import type { Holder } from './holder';
import { isInWallet, leaves, nameOfLot } from './lots';
import { DAY_MS } from './numbers';

/** A disputed order keeps its coupons until somebody has looked at it. */
const HOLDING = ['placed', 'disputed'];

export function checkAccount(account: AccountDocument, books: Books): Finding[] {
  const { _id: id, period, offsetFen, since } = account;
  const holder = books.holder(id);
  const missing = holder.settleSilently(Math.min(period, books.dividends.length), books.now);
  return [
    ...holds(
      'released-exactly',
      missing === undefined,
      `${id}: period ${missing ?? 0} left no entry`,
    ),
    ...holds('released-once', holder.settled <= period, `${id} is settled up to ${period} only`),
    ...holds('released-once', period <= books.dividends.length, `${id} is ahead of the pool`),
    ...checkReleases(account, holder),
    ...same('offset-exact', `${id} offset`, { says: offsetFen, is: books.offset(id) }),
    ...same('advance-exact', `${id} advance`, { says: account.advanceFen, is: books.advance(id) }),
    ...same('reward-exact', `${id} offset of rewards`, {
      says: account.fanOffsetFen ?? 0,
      is: -books.ever.get(`fan-offset/${id}`),
    }),
    ...holds(
      'leaves-all',
      (since ?? -1) >= (books.since.get(id) ?? -1),
      `${id} does not say that it was left`,
    ),
    ...(account.reading === undefined
      ? checkPoints(account, { holder, books })
      : checkShopPoints(account, { holder, books })),
    ...checkCoupons(account, books),
  ];
}

/** What was received, and each period's share as the page explains it. */
function checkReleases(
  { _id: id, receivedFen, history }: AccountDocument,
  holder: Holder,
): Finding[] {
  const releases = holder.releases();
  const received = releases.reduce((sum, { amount }) => sum + amount, 0n);
  const says = new Map(history.map((share) => [share.period, share]));
  return [
    ...same('released-exactly', `${id} received`, { says: receivedFen, is: received }),
    ...holds('released-once', says.size === history.length, `${id} names a period twice`),
    ...releases.flatMap(({ period, eligible, amount }) => {
      const share = says.get(period);
      if (share === undefined && amount === 0n) return [];
      return [
        ...same('released-exactly', `${id} period ${period}`, {
          says: share?.amountFen,
          is: amount,
        }),
        ...same('eligible-exact', `${id} period ${period} eligible`, {
          says: share?.eligible,
          is: eligible,
        }),
      ];
    }),
  ];
}

/** Points in effect and those that wait are what its orders earn, each once. */
function checkPoints(
  { _id: id, points, maturing }: AccountDocument,
  { holder, books }: { holder: Holder; books: Books },
): Finding[] {
  const waiting = maturing.reduce((sum, each) => sum + BigInt(each.points), 0n);
  const cursor = books.pool?.cursor ?? 0;
  const early = holder.points() - holder.points(cursor);
  return [
    ...same('points-exact', `${id} points`, {
      says: BigInt(points) + waiting,
      is: holder.points(),
    }),
    ...same('points-exact', `${id} points by the journal`, {
      says: BigInt(points) + waiting,
      is: books.ever.get(`points/${id}`),
    }),
    ...holds('points-in-time', waiting >= early, `${id} counts points before they take effect`),
    ...maturing.flatMap(({ orderId, points: says, effectiveAt }) => [
      ...same('points-exact', `${id} waits for ${orderId}`, {
        says,
        is: holder.earnings.get(orderId)?.points ?? 0n,
      }),
      ...same('points-in-time', `${id} waits for ${orderId} until`, {
        says: effectiveAt,
        is: holder.earnings.get(orderId)?.effectiveAt ?? 0,
      }),
    ]),
  ];
}

/** A shop has the points of all that it has read; what was refunded before stands aside. */
function checkShopPoints(
  { _id: id, points, maturing, reading, cancelled = [] }: AccountDocument,
  { holder, books }: { holder: Holder; books: Books },
): Finding[] {
  const { time, id: last } = reading ?? { time: 0, id: '' };
  let read = 0n;
  let unread = 0n;
  for (const [orderId, { effectiveAt, points: standing }] of holder.earnings) {
    const entry = books.known.has(`${orderId}:shared`) ? `${orderId}:shared` : `${orderId}:paid`;
    const isRead = effectiveAt < time || (effectiveAt === time && entry <= last);
    if (isRead) read += standing;
    else unread += standing;
  }
  const waiting = maturing.reduce((sum, each) => sum + BigInt(each.points), 0n);
  const says = BigInt(points) + waiting;
  return [
    ...same('shop-rebuilt', `${id} points`, { says, is: read }),
    ...same('shop-rebuilt', `${id} points by the journal`, {
      says: says + unread,
      is: books.ever.get(`points/${id}`),
    }),
    ...holds(
      'shop-rebuilt',
      cancelled.every(({ points: taken }) => taken > 0),
      `${id} has cancelled nothing`,
    ),
  ];
}

/** Lots and holds are what the journal says is out; none is below 0 or above its face. */
function checkCoupons(account: AccountDocument, books: Books): Finding[] {
  const { _id: id, lots, heldFen, offsetFen } = account;
  const held = heldByLot(id, books);
  const inLots = new Map(lots.map((lot) => [nameOfLot(id, lot), BigInt(lot.balanceFen)]));
  const names = new Set([...inLots.keys(), ...held.keys(), ...books.couponNames(id)]);
  const released = lots.filter(({ source }) => source === 'dividend');
  return [
    ...same('holds-exact', `${id} held`, {
      says: heldFen,
      is: [...held.values()].reduce((sum, each) => sum + each, 0n),
    }),
    ...[...names].flatMap((name) =>
      same('lots-exact', `${name} and its holds`, {
        says: (inLots.get(name) ?? 0n) + (held.get(name) ?? 0n),
        is: books.ever.get(name),
      }),
    ),
    ...holds('lots-exact', inLots.size === lots.length, `${id} has a lot twice`),
    ...holds(
      'offset-first',
      offsetFen === 0 || released.every(({ balanceFen }) => balanceFen === 0),
      `${id} owes and has coupons`,
    ),
    ...lots.flatMap((lot) => [...checkLot(id, lot), ...checkExpiry(id, lot, books)]),
  ];
}

function checkLot(id: string, { id: lot, kind, balanceFen, faceFen }: LotDocument): Finding[] {
  const isWhole = kind !== 'offer' || balanceFen === 0 || balanceFen === faceFen;
  const isWithin = balanceFen >= 0 && balanceFen <= faceFen;
  return holds('lots-exact', isWithin && isWhole, `${id} ${lot} is ${balanceFen} of ${faceFen}`);
}

function heldByLot(account: string, books: Books): Map<string, bigint> {
  const held = new Map<string, bigint>();
  for (const { payer, state, held: parts } of books.orders.values()) {
    if (payer !== account || !HOLDING.includes(state)) continue;
    for (const part of parts.filter(isInWallet)) {
      const name = nameOfLot(account, part.lot);
      held.set(name, (held.get(name) ?? 0n) + leaves(part));
    }
  }
  return held;
}

/**
 * A lot ends with its month, or its campaign's days; or a week after it came back from an order that
 * had outlived it; or, held a second time over its end, when that order is closed.
 */
function checkExpiry(account: string, lot: LotDocument, books: Books): Finding[] {
  const week = books.numbers.returnedLotDays * DAY_MS;
  const ends = endOf(lot, books);
  if (ends === undefined) return [{ rule: 'expires-in-time', text: `${lot.id} has no end` }];
  const cameBack = lot.expiresAt - week;
  const gaveBack = (at: number): boolean =>
    [...books.orders.values()].some(
      (order) => order.payer === account && cameBackAt(order, lot.id).includes(at),
    );
  return holds(
    'expires-in-time',
    lot.expiresAt === ends || (cameBack >= ends && gaveBack(cameBack)) || gaveBack(lot.expiresAt),
    `${account} ${lot.id} ends ${lot.expiresAt}, not ${ends}`,
  );
}

function endOf(lot: LotDocument, { campaigns }: Books): number | undefined {
  const terms = campaigns.get(lot.campaignId ?? '')?.terms;
  return terms === undefined
    ? endOfMonth(lot.id.replace(/^(dividend|advance|fan)-/, ''))
    : Math.min(dayEndAfter(lot.startsAt, terms.validDays), terms.validUntil);
}

function cameBackAt({ held, closedAt, refunds = [] }: OrderDocument, lotId: string): number[] {
  if (!held.some(({ lot }) => lot.id === lotId)) return [];
  return [...(closedAt === undefined ? [] : [closedAt]), ...refunds.map(({ at }) => at)];
}
