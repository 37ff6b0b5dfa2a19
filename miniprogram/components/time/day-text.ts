// How instants (ms since 1970 UTC) are written: always in the time of the shops, UTC+8.
import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc';

dayjs.extend(utc);

const CHINA_OFFSET_HOURS = 8;

/** `2027 年 11 月 30 日` */
export function dayText(instant: number): string {
  return local(instant).format('YYYY [年] M [月] D [日]');
}

/** `11 月 30 日` */
export function shortDayText(instant: number): string {
  return local(instant).format('M [月] D [日]');
}

/** `2026 年 11 月` */
export function monthText(instant: number): string {
  return local(instant).format('YYYY [年] M [月]');
}

/** `14:05` */
export function clockText(instant: number): string {
  return local(instant).format('HH:mm');
}

/** `2026-11-02 14:05:09` */
export function momentText(instant: number): string {
  return local(instant).format('YYYY-MM-DD HH:mm:ss');
}

/** The last whole day before `end`, which itself is outside: `2027 年 11 月 30 日`. */
export function lastDayText(end: number): string {
  return dayText(end - 1);
}

function local(instant: number): dayjs.Dayjs {
  return dayjs(instant).utcOffset(CHINA_OFFSET_HOURS);
}
