// A coupon lot: balance that is spent in parts, or an offer that one bill takes whole.
import type { Category } from '../merchants/category';
import {
  add,
  atLeastZero,
  basisPoints,
  NO_FEN,
  subtract,
  totalFen,
  type BasisPoints,
  type Fen,
} from '../money/amounts';
import { invariant } from '../result';
import { DAY, endOfMonthAfter, monthEndingAt } from '../time';
import type { TimeWindow } from './time-window';

export type Channel = 'counter' | 'mall';
/** A shop as coupons name it. */
export interface NamedShop {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}
export type LotScope =
  | { readonly kind: 'alliance' }
  | { readonly kind: 'merchants'; readonly merchants: readonly NamedShop[] }
  | { readonly kind: 'category'; readonly category: Category }
  | { readonly kind: 'site'; readonly siteId: string };

/** Where a lot comes from; an offer of the `shop` itself is in nobody's wallet. */
export type LotSource = 'dividend' | 'advance' | 'fan' | 'campaign' | 'shop';
/**
 * Who pays the shop for it: a fund, or the budget that the platform (activity) or a shop (issuer)
 * has put aside; the acceptor bears its own.
 */
export type LotFunder = 'dividend' | 'fan' | 'activity' | 'issuer' | 'acceptor';

export type Benefit =
  | { readonly kind: 'money-off'; readonly offFen: Fen }
  | {
      readonly kind: 'percentage';
      /** Taken off the bill: 1200 is 12 % off. */
      readonly offBps: BasisPoints;
      readonly ceilingFen: Fen;
    }
  | { readonly kind: 'free-delivery'; readonly ceilingFen: Fen };

interface AnyLot {
  readonly id: string;
  readonly source: LotSource;
  readonly fundedBy: LotFunder;
  /** Of campaigns only: which, and what it is called. */
  readonly campaignId?: string;
  readonly name?: string;
  /** Where an issuer pays: the name of that shop. */
  readonly issuerName?: string;
  readonly scope: LotScope;
  readonly channels: readonly Channel[];
  /** Smallest bill that takes it. */
  readonly minSpendFen: Fen;
  /** Largest part of a bill that it may pay. */
  readonly maxShareBps: BasisPoints;
  /** Hours at which it counts; absent: always. */
  readonly windows?: readonly TimeWindow[];
  /** Balance: all that was ever put in. Offer: the most that it can cost. */
  readonly faceFen: Fen;
  /** What is left; of an offer all or nothing. */
  readonly balanceFen: Fen;
  readonly startsAt: number;
  /** First instant (ms) at which it can no longer be spent. */
  readonly expiresAt: number;
  /** Of what came back after its end (ms): it lives on, worth what it brought along. */
  readonly returnedAt?: number;
}

export interface BalanceLot extends AnyLot {
  readonly kind: 'balance';
}

export interface OfferLot extends AnyLot {
  readonly kind: 'offer';
  readonly benefit: Benefit;
}

export type Lot = BalanceLot | OfferLot;

/** Which fund stands behind balance that counts everywhere. */
const FUNDS = { dividend: 'dividend', advance: 'dividend', fan: 'fan' } as const;

/** Balance of a fund that pays any part of any bill, at every shop. */
export function fundLot({
  source,
  amountFen,
  startsAt,
  expiresAt,
}: {
  source: keyof typeof FUNDS;
  amountFen: Fen;
  startsAt: number;
  expiresAt: number;
}): BalanceLot {
  return {
    id: fundLotId(source, expiresAt),
    kind: 'balance',
    ...{ source, fundedBy: FUNDS[source], startsAt, expiresAt },
    scope: { kind: 'alliance' },
    channels: ['counter', 'mall'],
    minSpendFen: NO_FEN,
    maxShareBps: basisPoints(10_000),
    ...{ faceFen: amountFen, balanceFen: amountFen },
  };
}

/** Coupons of one source and one expiry month are one lot, so that a wallet stays small. */
export function fundLotId(source: LotSource, expiresAt: number): string {
  return `${source}-${monthEndingAt(expiresAt)}`;
}

/** The campaign of a lot, which begins with its id and a dot; undefined: of no campaign. */
export function campaignIdOf(lotId: string): string | undefined {
  const [campaignId, rest] = lotId.split('.');
  return rest === undefined ? undefined : campaignId;
}

/** When coupons declared at an instant expire: the end of the month, UTC+8, `months` later. */
export function lotExpiry(declaredAt: number, months: number): number {
  return endOfMonthAfter(declaredAt, months);
}

/** Whether the account's wallet holds it, so that using it takes it out. */
export function isInWallet({ source }: Pick<Lot, 'source'>): boolean {
  return source !== 'shop';
}

/** What lots hold that is spent in parts; what an offer is worth, its bill decides. */
export function balanceOf(lots: readonly Lot[]): Fen {
  return totalFen(lots.map(({ kind, balanceFen }) => (kind === 'balance' ? balanceFen : NO_FEN)));
}

/** Whether it has neither ended nor come back after its end. */
export function isOfItsTime({ expiresAt, returnedAt }: Lot, at: number): boolean {
  return expiresAt > at && returnedAt === undefined;
}

/** What leaves the wallet when a bill takes `amountFen` of a lot: an offer leaves whole. */
export function takenFrom(lot: Lot, amountFen: Fen): Fen {
  return lot.kind === 'offer' ? lot.balanceFen : amountFen;
}

/** Puts coupons into the lot of the same id, or opens it. Lots stay ordered by expiry, then id. */
export function putIntoLots(lots: readonly Lot[], added: Lot): Lot[] {
  const same = lots.find((lot) => lot.id === added.id);
  const merged: Lot =
    same === undefined
      ? added
      : {
          ...same,
          faceFen: add(same.faceFen, added.faceFen),
          balanceFen: add(same.balanceFen, added.balanceFen),
          expiresAt: Math.max(same.expiresAt, added.expiresAt),
          ...(added.returnedAt === undefined ? {} : { returnedAt: added.returnedAt }),
        };
  return [...lots.filter((lot) => lot.id !== added.id), merged].sort(bySoonestExpiry);
}

/** Takes from a lot. An emptied lot stays until it expires, so that what returns finds it. */
export function takeFromLot(
  lots: readonly Lot[],
  { lotId, amountFen }: { lotId: string; amountFen: Fen },
): Lot[] {
  const lot = lots.find(({ id }) => id === lotId);
  invariant(
    lot !== undefined && amountFen > 0 && amountFen <= lot.balanceFen,
    `take from ${lotId}`,
  );
  const balanceFen = subtract(lot.balanceFen, amountFen);
  return lots.map((each) => (each.id === lotId ? { ...each, balanceFen } : each));
}

/**
 * Puts a part that was held or spent back. Its own lot still counts it in its face; where that
 * has expired, the part lives on as a lot of the same id for `days` from now. Where its owner has
 * left since and began anew, a lot of the same id counts it only now. An offer is worth what it
 * brings.
 */
export function giveBackToLot(
  lots: readonly Lot[],
  { part, amountFen, at, days }: { part: Lot; amountFen: Fen; at: number; days: number },
): Lot[] {
  const others = part.kind === 'offer' ? lots.filter(({ id }) => id !== part.id) : lots;
  const own = others.find(({ id, expiresAt }) => id === part.id && expiresAt === part.expiresAt);
  const countedFen = own === undefined ? NO_FEN : subtract(own.faceFen, own.balanceFen);
  const end =
    part.expiresAt > at
      ? { expiresAt: part.expiresAt }
      : { expiresAt: at + days * DAY, returnedAt: at };
  const faceFen = atLeastZero(subtract(amountFen, countedFen));
  return putIntoLots(others, { ...part, faceFen, balanceFen: amountFen, ...end });
}

export function bySoonestExpiry(a: Lot, b: Lot): number {
  return a.expiresAt - b.expiresAt || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
