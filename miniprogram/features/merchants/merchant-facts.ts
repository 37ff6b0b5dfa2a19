// A shop's facts in the words of its row: how far, open or not, what a bill earns.
import { isOpenAt, type OpeningHours } from '../../../src/domain/merchants/opening-hours';
import { walkingMinutes } from '../../../src/domain/geo/distance';
import type { MerchantCard } from '../../../src/contracts/values';

/** Farther than this nobody walks. */
const WALKABLE_METRES = 3000;
const DAY_MINUTES = 1440;

/** `320 m`, `1.2 km`. */
export function distanceText(metres: number): string {
  if (metres < 1000) return `${Math.round(metres / 10) * 10} m`;
  return `${(metres / 1000).toFixed(1)} km`;
}

/** `步行 5 分钟`; nothing where it is too far to walk. */
export function walkingText(metres: number): string | undefined {
  return metres > WALKABLE_METRES ? undefined : `步行 ${walkingMinutes(metres)} 分钟`;
}

type Trading =
  | { readonly state: 'open' | 'all-day' }
  | { readonly state: 'resting'; readonly opensMinute: number }
  | { readonly state: 'paused' | 'left' };

/** Whether a shop trades at an instant (ms). */
export function tradingAt(
  { state, openingHours }: Pick<MerchantCard, 'state' | 'openingHours'>,
  instant: number,
): Trading {
  if (state === 'left') return { state: 'left' };
  if (state === 'closed') return { state: 'paused' };
  if (isAllDay(openingHours)) return { state: 'all-day' };
  if (isOpenAt(openingHours, instant)) return { state: 'open' };
  return { state: 'resting', opensMinute: openingHours.opensMinute };
}

export function tradingText(trading: Trading): string {
  switch (trading.state) {
    case 'open':
      return '营业中';
    case 'all-day':
      return '24 小时营业';
    case 'resting':
      return `休息中 · ${clockText(trading.opensMinute)} 开门`;
    case 'paused':
      return '暂停收款';
    case 'left':
      return '已退出联盟';
  }
}

/** Whether one can pay there now. */
export function takesPayments(trading: Trading): boolean {
  return trading.state === 'open' || trading.state === 'all-day';
}

/** `07:00-22:30`, `17:00-次日 02:00`, `全天`. */
export function hoursText(hours: OpeningHours): string {
  if (isAllDay(hours)) return '全天';
  const { opensMinute, closesMinute } = hours;
  const next = closesMinute > DAY_MINUTES ? '次日 ' : '';
  return `${clockText(opensMinute)}-${next}${clockText(closesMinute)}`;
}

/** `每 100 元得 12 积分`: points per 100 yuan are the rate in percent. */
export function earningText(rebateBps: number): string {
  return `每 100 元得 ${Number((rebateBps / 100).toFixed(2))} 积分`;
}

function isAllDay({ opensMinute, closesMinute }: OpeningHours): boolean {
  return closesMinute - opensMinute >= DAY_MINUTES;
}

function clockText(minute: number): string {
  const ofDay = minute === DAY_MINUTES ? minute : minute % DAY_MINUTES;
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(ofDay / 60))}:${two(ofDay % 60)}`;
}
