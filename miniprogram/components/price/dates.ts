// How instants are written: in China's time, wherever the phone is.
import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc';

dayjs.extend(utc);

const CHINA_OFFSET_HOURS = 8;

/** `2027 年 11 月 30 日`. */
export function dateText(instant: number): string {
  return dayjs(instant).utcOffset(CHINA_OFFSET_HOURS).format('YYYY 年 M 月 D 日');
}

/** `2027-11-30 14:05`. */
export function minuteText(instant: number): string {
  return dayjs(instant).utcOffset(CHINA_OFFSET_HOURS).format('YYYY-MM-DD HH:mm');
}

/** The last day on which something that ends at `end` (ms, exclusive) still holds. */
export function lastDayText(end: number): string {
  return dateText(end - 1);
}
