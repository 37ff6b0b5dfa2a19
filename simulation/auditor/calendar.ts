// Days and months of China's calendar (UTC+8), by plain date arithmetic.

const CHINA_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

/** First instant (ms) after the month that lies `months` after the month of an instant. */
export function monthEndAfter(instant: number, months: number): number {
  const local = new Date(instant + CHINA_MS);
  return Date.UTC(local.getUTCFullYear(), local.getUTCMonth() + months + 1, 1) - CHINA_MS;
}

/** The midnight that ends the day which lies `days` after that of an instant. */
export function dayEndAfter(instant: number, days: number): number {
  const day = Math.floor((instant + CHINA_MS) / DAY_MS);
  return (day + days + 1) * DAY_MS - CHINA_MS;
}

/** `2027-11` for the month whose end that instant is. */
export function monthBefore(end: number): string {
  const local = new Date(end - 1 + CHINA_MS);
  return `${local.getUTCFullYear()}-${String(local.getUTCMonth() + 1).padStart(2, '0')}`;
}

/** End of a month of that form; nothing when it is none. */
export function endOfMonth(month: string): number | undefined {
  const [, year, number] = /^(\d{4})-(\d{2})$/.exec(month) ?? [];
  return year === undefined || number === undefined
    ? undefined
    : Date.UTC(Number(year), Number(number), 1) - CHINA_MS;
}

/** 1 Monday … 7 Sunday. */
export function weekdayOf(instant: number): number {
  return new Date(instant + CHINA_MS).getUTCDay() || 7;
}

/** Minutes since midnight. */
export function minuteOfDay(instant: number): number {
  return Math.floor(((instant + CHINA_MS) % DAY_MS) / 60_000);
}
