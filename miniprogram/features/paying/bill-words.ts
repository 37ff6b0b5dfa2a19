// What a bill says to people.
import type { Bill, CouponUse } from '../../../src/contracts/values';
import { clockText } from '../../components/time/day-text';
import { pointsText, yuanText } from '../../components/price/money';
import { isBest, type CouponChoice, type OfferedLot } from './coupon-choice';

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

/** Why a lot pays nothing of this bill; undefined when it may. */
export function unusableText({ unusable }: Pick<OfferedLot, 'unusable'>): string | undefined {
  switch (unusable) {
    case undefined:
      return undefined;
    case 'not-started':
      return '还没到可用的日子';
    case 'expired':
      return '已过期';
    case 'below-minimum':
      return '这笔金额还用不了';
    case 'other-merchant':
      return '这张券本店用不了：仅限指定的店';
    case 'other-category':
      return '这张券本店用不了：仅限指定类型的店';
    case 'other-site':
      return '这张券本店用不了：仅限指定地区';
    case 'other-time':
      return '现在不是可用的时间';
    case 'other-channel':
      return '这张券不能在柜台用';
    case 'no-delivery':
      return '这笔没有配送费';
  }
}

/** Beside 消费券: how many are used, and whether the cloud chose them. */
export function couponNote(
  { uses, lots }: { readonly uses: readonly CouponUse[]; readonly lots: readonly OfferedLot[] },
  choice: CouponChoice,
): string {
  if (lots.length === 0) return '暂无';
  if (lots.every(({ usableFen }) => usableFen === 0)) return '这笔用不了';
  if (uses.length === 0) return '不用券';
  return isBest(choice) ? `已选最省 · ${uses.length} 张` : `已选 ${uses.length} 张`;
}
