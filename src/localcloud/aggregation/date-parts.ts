// What a calendar shows of a moment. Moments are milliseconds since 1970, here shifted to the zone,
// so that reading them as UTC reads local time.

const dayMs = 86_400_000;

export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

export function partsOf(localMs: number): DateParts {
  const date = new Date(localMs);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    millisecond: date.getUTCMilliseconds(),
  };
}

/** Parts beyond their ranges carry over. */
export function momentOf(parts: DateParts): number {
  const date = new Date(0);
  date.setUTCFullYear(parts.year, parts.month - 1, parts.day);
  date.setUTCHours(parts.hour, parts.minute, parts.second, parts.millisecond);
  return date.getTime();
}

/** 1 is the first of January. */
export function dayOfYear(localMs: number): number {
  const { year } = partsOf(localMs);
  return Math.floor((localMs - startOfYear(year)) / dayMs) + 1;
}

/** 1 is Sunday. */
export function dayOfWeek(localMs: number): number {
  return new Date(localMs).getUTCDay() + 1;
}

/** 1 is Monday. */
export function isoDayOfWeek(localMs: number): number {
  return new Date(localMs).getUTCDay() || 7;
}

/** Weeks begin on Sundays; the days before the first one are week 0. */
export function week(localMs: number): number {
  return Math.floor((dayOfYear(localMs) + 7 - dayOfWeek(localMs)) / 7);
}

/** The year that the week's Thursday lies in. */
export function isoWeekYear(localMs: number): number {
  return partsOf(thursday(localMs)).year;
}

/** Week 1 has the first Thursday. */
export function isoWeek(localMs: number): number {
  return Math.floor((dayOfYear(thursday(localMs)) - 1) / 7) + 1;
}

/** The midnight at which a day of an ISO week begins; days and weeks beyond the year carry over. */
export function momentOfIsoDay(year: number, isoWeekOfYear: number, day: number): number {
  const fourth = momentOf({ ...midnight, year, month: 1, day: 4 });
  const monday = fourth - (isoDayOfWeek(fourth) - 1) * dayMs;
  return monday + ((isoWeekOfYear - 1) * 7 + day - 1) * dayMs;
}

const midnight = { hour: 0, minute: 0, second: 0, millisecond: 0 };

function startOfYear(year: number): number {
  return momentOf({ ...midnight, year, month: 1, day: 1 });
}

function thursday(localMs: number): number {
  return localMs + (4 - isoDayOfWeek(localMs)) * dayMs;
}
