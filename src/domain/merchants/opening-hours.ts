// Whether a shop is open now.
import { minuteOfDay } from '../time';

const DAY_MINUTES = 1440;

export interface OpeningHours {
  /** Minutes after midnight, UTC+8. */
  readonly opensMinute: number;
  /** May pass 1440 when the shop closes after midnight; opens 0 and closes 1440 is all day. */
  readonly closesMinute: number;
}

export function isOpenAt({ opensMinute, closesMinute }: OpeningHours, instant: number): boolean {
  const minute = minuteOfDay(instant);
  return [minute, minute + DAY_MINUTES].some((m) => m >= opensMinute && m < closesMinute);
}
