// 消费返券: what a bill gives back in coupons, where they count, and from when.
import type { LotView, OrderView } from '../../../src/contracts/values';
import type { OutputOf } from '../../cloud/types';
import { yuanText } from '../../components/price/money';
import { shortDayText } from '../../components/time/day-text';
import { whereInFull, type Scope } from '../wallet/lot-terms';
import { isSpendBack } from '../wallet/lot-words';

type Quote = OutputOf<'orders', 'quote'>;
type Campaigns = OutputOf<'campaigns', 'list'>['campaigns'];

/** Before it is paid; undefined where the bill gives none. */
export function spendBackText(
  { spendBackFen, maturityDays }: Pick<Quote, 'spendBackFen' | 'maturityDays'>,
  place: string | undefined,
): string | undefined {
  if (spendBackFen === 0) return undefined;
  const when = maturityDays === 0 ? '到账就能用' : `${maturityDays} 天后可用`;
  return `付款后返 ${yuanText(spendBackFen)} 消费返券，${joined(place, when)}。`;
}

type Paid = Pick<OrderView, 'spendBackFen' | 'merchant' | 'effectiveAt' | 'paidAt'>;
export interface Seen {
  readonly lots: readonly LotView[];
  readonly now: number;
}

/** On the result: coupons that have come; undefined where the bill gave none. */
export function givenBackText(order: Paid, seen: Seen): string | undefined {
  if (order.spendBackFen === 0) return undefined;
  const when = startText(order, seen) ?? '现在就能用';
  const what = `另返 ${yuanText(order.spendBackFen)} 消费返券`;
  return `${joined(what, placeOfGiven(order, seen), '已在券包', when)}。`;
}

type Ordered = Paid & Pick<OrderView, 'state' | 'refundedFen'>;

/** In the bill of an order; undefined where it gives none. */
export function spendBackLine(
  order: Ordered,
  seen: Seen,
): { readonly title: string; readonly note: string } | undefined {
  const { spendBackFen, state, paidAt, refundedFen } = order;
  if (spendBackFen === 0 || state === 'closed') return undefined;
  if (paidAt === undefined) return { title: '消费返券', note: '付款后返到券包' };
  const given = refundedFen === 0 ? '已返到券包' : '退款后还算数的部分';
  const note = joined(given, placeOfGiven(order, seen), startText(order, seen));
  return { title: '消费返券', note };
}

/** Where a shop's bills give coupons back for; undefined where that is not known for certain. */
export function placeOfCampaigns(campaigns: Campaigns, shopId: string): string | undefined {
  const its = campaigns.filter(({ kind }) => kind === 'spend-back');
  return onePlace(
    its.map(({ scope }) => scope),
    shopId,
  );
}

function placeOfGiven({ merchant }: Paid, { lots }: Seen): string | undefined {
  const scopes = givenAt(merchant.id, lots).map(({ scope }) => scope);
  return onePlace(scopes, merchant.id);
}

/**
 * From when they can be used, where that is not yet so. They start when the points would that the
 * payment itself earns; those of a bill that is looked at first have their day on the coupon.
 */
function startText(order: Paid, { lots, now }: Seen): string | undefined {
  const [first, ...others] = givenAt(order.merchant.id, lots);
  const startsAt = order.effectiveAt ?? (others.length === 0 ? first?.startsAt : undefined);
  if (startsAt === undefined) return '可用日期见券包';
  const isLater = startsAt > Math.max(now, order.paidAt ?? 0);
  return isLater ? `${shortDayText(startsAt)}起可用` : undefined;
}

/** Coupons of my wallet that this shop's bills gave back, or those of a shop beside it. */
function givenAt(shopId: string, lots: readonly LotView[]): readonly LotView[] {
  return lots.filter(
    ({ id, scope }) =>
      isSpendBack(id) &&
      scope.kind === 'merchants' &&
      scope.merchants.some((shop) => shop.id === shopId),
  );
}

/** Undefined where there are none, or several that differ. */
function onePlace(scopes: readonly Scope[], shopId: string): string | undefined {
  const [place, ...others] = new Set(scopes.map((scope) => placeText(scope, shopId)));
  return others.length === 0 ? place : undefined;
}

/** `限本店`, `限老塘河面馆、青禾鲜果` */
function placeText(scope: Scope, shopId: string): string {
  const shops = scope.kind === 'merchants' ? scope.merchants : [];
  const isHere = shops.length === 1 && shops[0]?.id === shopId;
  return isHere ? '限本店' : whereInFull(scope, () => undefined);
}

function joined(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join('，');
}
