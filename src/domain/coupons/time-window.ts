// Hours of the week at which an offer counts, UTC+8.
import { minuteOfDay, weekday } from '../time';

export interface TimeWindow {
  /** 1 Monday … 7 Sunday. */
  readonly weekdays: readonly number[];
  /** Minutes after midnight; `untilMinute` is the first at which it no longer counts. */
  readonly fromMinute: number;
  readonly untilMinute: number;
}

export function isWithinWindows(windows: readonly TimeWindow[] | undefined, at: number): boolean {
  if (windows === undefined) return true;
  const minute = minuteOfDay(at);
  const day = weekday(at);
  return windows.some(
    ({ weekdays, fromMinute, untilMinute }) =>
      weekdays.includes(day) && fromMinute <= minute && minute < untilMinute,
  );
}
