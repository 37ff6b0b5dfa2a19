// What a bill says to people.
import type { Bill, OrderView } from '../../../src/contracts/values';
import type { OutputOf } from '../../cloud/types';
import { clockText } from '../../components/time/day-text';
import { pointsText, yuanText } from '../../components/price/money';
import { nameText } from '../wallet/lot-words';
import { isBest, isOn, takenOf, type CouponChoice } from './coupon-choice';
import {
  amountsOfQuote,
  amountsOfUses,
  groupOf,
  groupsOf,
  type CouponGroup,
} from './coupon-groups';
import type { LotStanding } from './lot-standing';

type Quote = OutputOf<'orders', 'quote'>;

/** What the shop gives on this bill, and to whom: one or two short sentences. */
export function rebateText(
  { rebateFen, payerPoints, merchantPoints }: Bill,
  { maturityDays }: { readonly maturityDays: number },
): string {
  if (rebateFen === 0) return '金额太小，这笔没有让利，也不产生积分。';
  const rebate = `本单让利 ${yuanText(rebateFen)}`;
  if (payerPoints === 0) return `${rebate}。您在这家店任职，这笔不计积分。`;
  const gain = merchantPoints === 0 ? '您得' : '您和商家各得';
  const later = maturityDays === 0 ? '' : `付款 ${maturityDays} 天后生效。`;
  return `${rebate}，${gain} ${pointsText(payerPoints)} 积分。${later}`;
}

/** On the pay key. */
export function payLabel(cashFen: number): { readonly verb: string; readonly amount: string } {
  return cashFen === 0
    ? { verb: '用券支付', amount: '' }
    : { verb: '支付', amount: yuanText(cashFen) };
}

/** Before the same amount is paid again at the same shop. */
export function sameBillText({
  merchantName,
  amountFen,
  paidAt,
}: {
  readonly merchantName: string;
  readonly amountFen: number;
  readonly paidAt: number;
}): string {
  return `${clockText(paidAt)} 您刚向「${merchantName}」付过 ${yuanText(amountFen)}。确定再付一笔吗？`;
}

/** Why a lot pays nothing of this bill. */
export function unusableText(why: Extract<LotStanding, { kind: 'unusable' }>['why']): string {
  switch (why) {
    case 'not-started':
      return '还没到可用的日子';
    case 'expired':
      return '已过期';
    case 'other-merchant':
      return '本店用不了：仅限指定的店';
    case 'other-category':
      return '本店用不了：仅限指定类型的店';
    case 'other-site':
      return '本店用不了：仅限指定地区';
    case 'other-time':
      return '现在不是可用的时间';
    case 'other-channel':
      return '这张券不能在柜台用';
    case 'no-delivery':
      return '这笔没有配送费';
  }
}

/** Why a lot is not used; undefined where it is, or is free to be. */
export function notUsedText(standing: LotStanding): string | undefined {
  switch (standing.kind) {
    case 'used':
    case 'free':
      return undefined;
    case 'unusable':
      return unusableText(standing.why);
    case 'below-minimum':
      return `还差 ${yuanText(standing.missingFen)} 可用`;
    case 'too-small':
      return '这笔金额太小，用不上';
    case 'not-together':
      return '与已选的优惠不同享';
    case 'bill-paid':
      return '账单已抵完，不用它';
    case 'shop-share':
      return `商家优惠合计最多抵账单 ${standing.shopShareBps / 100}%`;
  }
}

type Chosen = Pick<Quote, 'uses' | 'lots'>;

/** Beside 消费券: how many are used, and whether the cloud chose them. */
export function couponNote({ uses, lots }: Chosen, choice: CouponChoice): string {
  const balances = lots.filter(({ lot }) => groupOf(lot) === 'balance');
  if (balances.length === 0) return '暂无';
  if (balances.every(({ usableFen }) => usableFen === 0)) return '这笔用不了';
  const used = balances.filter(({ lot }) => takenOf(uses, lot.id) > 0).length;
  if (used === 0) return balances.every(({ lot }) => !isOn(choice, lot.id)) ? '不用券' : '没用到';
  return isBest(choice) ? `已选最省 · ${used} 张` : `已选 ${used} 张`;
}

/** Beside 商家优惠 and 优惠券: what is used of them, or that nothing is. */
function offerNote({ uses, lots }: Chosen, group: CouponGroup): string {
  const its = lots.filter(({ lot }) => groupOf(lot) === group);
  const used = its.filter(({ lot }) => takenOf(uses, lot.id) > 0);
  if (used.length > 0) return used.map(({ lot }) => nameText(lot)).join('、');
  return its.every(({ usableFen }) => usableFen === 0) ? '这笔用不了' : '没用';
}

export interface GroupLine {
  readonly group: CouponGroup;
  readonly amountFen: number;
  readonly note: string;
}

/** What lowers a bill, line by line: each group that has lots, and 消费券 always. */
export function quoteLines(quote: Quote, choice: CouponChoice): readonly GroupLine[] {
  const amounts = amountsOfQuote(quote.bill, quote);
  const groups = groupsOf(quote.lots).map(({ group }) => group);
  return [
    ...groups
      .filter((group) => group !== 'balance')
      .map((group) => ({ group, amountFen: amounts[group], note: offerNote(quote, group) })),
    { group: 'balance', amountFen: amounts.balance, note: couponNote(quote, choice) },
  ];
}

/** What lowers an order that waits for its payment; its coupons are kept for it. */
export function heldLines({ bill, uses }: Pick<OrderView, 'bill' | 'uses'>): readonly GroupLine[] {
  const amounts = amountsOfUses(bill, uses);
  const lines = (['shop', 'offers', 'balance'] as const)
    .filter((group) => amounts[group] > 0)
    .map((group) => ({ group, amountFen: amounts[group], note: '已留着' }));
  return lines.length > 0 ? lines : [{ group: 'balance', amountFen: 0, note: '' }];
}
