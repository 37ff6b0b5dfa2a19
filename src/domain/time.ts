// Calendar of the rules: UTC+8, instants in milliseconds.
import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc';

dayjs.extend(utc);

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const CHINA_OFFSET_HOURS = 8;

/** First instant after the month (UTC+8) that lies `months` after the month of `instant`. */
export function endOfMonthAfter(instant: number, months: number): number {
  return dayjs(instant)
    .utcOffset(CHINA_OFFSET_HOURS)
    .startOf('month')
    .add(months + 1, 'month')
    .valueOf();
}

/** First instant of the month (UTC+8) that lies `months` before the month of `instant`. */
export function startOfMonthBefore(instant: number, months: number): number {
  return dayjs(instant)
    .utcOffset(CHINA_OFFSET_HOURS)
    .startOf('month')
    .subtract(months, 'month')
    .valueOf();
}

/** `2027-11` for the month (UTC+8) whose last instant lies just before `end`. */
export function monthEndingAt(end: number): string {
  return dayjs(end - 1)
    .utcOffset(CHINA_OFFSET_HOURS)
    .format('YYYY-MM');
}

/** Minutes after midnight, UTC+8. */
export function minuteOfDay(instant: number): number {
  const local = dayjs(instant).utcOffset(CHINA_OFFSET_HOURS);
  return local.hour() * 60 + local.minute();
}

/** 1 Monday … 7 Sunday, UTC+8. */
export function weekday(instant: number): number {
  const day = dayjs(instant).utcOffset(CHINA_OFFSET_HOURS).day();
  return day === 0 ? 7 : day;
}

/** `2026-11-22`, the day of an instant, UTC+8. */
export function dayOf(instant: number): string {
  return dayjs(instant).utcOffset(CHINA_OFFSET_HOURS).format('YYYY-MM-DD');
}

/** First instant of the next day, UTC+8. */
export function startOfNextDay(instant: number): number {
  return dayjs(instant).utcOffset(CHINA_OFFSET_HOURS).startOf('day').add(1, 'day').valueOf();
}
