import { dayText } from '../../../components/time/day-text';

/** `2026 年 11 月`, in the time of the shops. */
export function monthText(instant: number): string {
  const day = dayText(instant);
  return day.slice(0, day.indexOf('月') + 1);
}
