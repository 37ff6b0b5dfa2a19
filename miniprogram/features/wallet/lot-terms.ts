// The terms of a coupon in short words: what it gives, where, when, from how much, who bears it. A
// coupon in a wallet and a campaign that gives such coupons have the same terms.
import type { LotView } from '../../../src/contracts/values';
import { writeYuan } from '../../components/price/money';
import { CATEGORY_NAMES } from '../merchants/categories';

export type Benefit = NonNullable<LotView['benefit']>;
export type Scope = LotView['scope'];
/** The city of a site, as far as it is known. */
export type CityOf = (siteId: string) => string | undefined;
type TimeWindow = NonNullable<LotView['windows']>[number];

/** `100`, `99.50`: yuan without their sign, for words that stand close. */
export function plainYuan(amountFen: number): string {
  const { whole, cents } = writeYuan(amountFen, { dropZeroCents: true });
  return cents === '' ? whole : `${whole}.${cents}`;
}

const BPS = 10_000;
/** One 折 is a tenth of the price. */
const BPS_PER_FOLD = 1000;

/** `9`, `8.5`: what is left to pay, in tenths, as shops write it. */
export function foldsText(offBps: number): string {
  return String((BPS - offBps) / BPS_PER_FOLD);
}

/** `满100减20`, `9折（最高减 10 元）`, `免配送费`. */
export function benefitText(benefit: Benefit, { minSpendFen }: Pick<LotView, 'minSpendFen'>) {
  switch (benefit.kind) {
    case 'money-off':
      return `满${plainYuan(minSpendFen)}减${plainYuan(benefit.offFen)}`;
    case 'percentage':
      return `${foldsText(benefit.offBps)}折（${ceilingText(benefit)}）`;
    case 'free-delivery':
      return '免配送费';
  }
}

/** The same where the ceiling stands beside it: `满100减20`, `9折`. */
export function shortBenefitText(benefit: Benefit, lot: Pick<LotView, 'minSpendFen'>): string {
  return benefit.kind === 'percentage'
    ? `${foldsText(benefit.offBps)}折`
    : benefitText(benefit, lot);
}

/** `最高减 10 元`. */
export function ceilingText({ ceilingFen }: { readonly ceilingFen: number }): string {
  return `最高减 ${plainYuan(ceilingFen)} 元`;
}

/** `任意联盟商家`, `限老塘河面馆等 2 家`, `限水果店`, `限杭州`. */
export function whereText(scope: Scope, cityOf: CityOf): string {
  switch (scope.kind) {
    case 'alliance':
      return '任意联盟商家';
    case 'merchants': {
      const { merchants } = scope;
      const more = merchants.length > 1 ? `等 ${merchants.length} 家` : '';
      return `限${merchants[0]?.name ?? '指定的店'}${more}`;
    }
    case 'category':
      return `限${kindText(CATEGORY_NAMES[scope.category])}`;
    case 'site':
      return `限${cityOf(scope.siteId) ?? '发券的城市'}`;
  }
}

/** The same with the name of every shop: `限老塘河面馆、青禾鲜果`. */
export function whereInFull(scope: Scope, cityOf: CityOf): string {
  if (scope.kind !== 'merchants' || scope.merchants.length === 0) return whereText(scope, cityOf);
  return `限${scope.merchants.map(({ name }) => name).join('、')}`;
}

/** `水果店`; a word that is a shop's already stays: `药店`. */
function kindText(name: string): string {
  return /[店馆]$/.test(name) ? name : `${name}店`;
}

const DAY_NAMES = ['一', '二', '三', '四', '五', '六', '日'] as const;
const WHOLE_WEEK = 7;
const DAY_MINUTES = 1440;

/** `周一至周五 14:00-17:00`; undefined for what counts at any hour. */
export function whenText(windows: readonly TimeWindow[] | undefined): string | undefined {
  if (windows === undefined) return undefined;
  return windows.map(windowText).join('，');
}

function windowText({ weekdays, fromMinute, untilMinute }: TimeWindow): string {
  const days = daysText(weekdays);
  const isWholeDay = fromMinute === 0 && untilMinute === DAY_MINUTES;
  return isWholeDay ? days : `${days} ${minuteText(fromMinute)}-${minuteText(untilMinute)}`;
}

function daysText(weekdays: readonly number[]): string {
  if (weekdays.length === WHOLE_WEEK) return '每天';
  const days = [...weekdays].sort((a, b) => a - b);
  const [first = 1] = days;
  const last = days[days.length - 1] ?? first;
  const isRow = last - first === days.length - 1 && days.length > 2;
  if (isRow) return `${dayName(first)}至${dayName(last)}`;
  return days.map(dayName).join('、');
}

function dayName(weekday: number): string {
  return `周${DAY_NAMES[weekday - 1] ?? ''}`;
}

function minuteText(minute: number): string {
  const hours = Math.floor(minute / 60);
  return `${hours}:${String(minute % 60).padStart(2, '0')}`;
}

type Limits = Pick<LotView, 'minSpendFen' | 'maxShareBps' | 'channels'> & {
  readonly benefit?: Benefit | { readonly kind: 'balance' } | undefined;
};

/** What a bill must be, and how much of it is paid; money off says its minimum itself. */
export function limitTexts({ benefit, minSpendFen, maxShareBps, channels }: Limits): string[] {
  const hasMinimum = minSpendFen > 0 && benefit?.kind !== 'money-off';
  const isShared = isShareFelt({ benefit, minSpendFen, maxShareBps });
  return [
    ...(hasMinimum ? [`满 ${plainYuan(minSpendFen)} 元可用`] : []),
    ...(isShared ? [`最多抵账单 ${maxShareBps / 100}%`] : []),
    ...(channels.includes('mall') ? [] : ['限到店付款']),
    ...(channels.includes('counter') ? [] : ['限线上下单']),
  ];
}

/** Whether the largest share of a bill can ever matter; an offer that takes less has no use for it. */
function isShareFelt({ benefit, minSpendFen, maxShareBps }: Omit<Limits, 'channels'>): boolean {
  switch (benefit?.kind) {
    case 'money-off':
      return benefit.offFen * BPS > minSpendFen * maxShareBps;
    case 'percentage':
      return benefit.offBps > maxShareBps;
    case 'free-delivery':
    case 'balance':
    case undefined:
      return maxShareBps < BPS;
  }
}

/** Who pays the shop for it, or bears it: `平台活动预算承担`. */
export function funderText(
  fundedBy: LotView['fundedBy'],
  { issuer }: { readonly issuer?: string | undefined } = {},
): string {
  switch (fundedBy) {
    case 'dividend':
      return '由商家已到账的让利支付';
    case 'fan':
      return '由让利里的粉丝奖励支付';
    case 'activity':
      return '由平台活动预算承担';
    case 'issuer':
      return `由${issuer ?? '发券的商家'}承担`;
    case 'acceptor':
      return '由商家承担';
  }
}
