// Timer expressions of the cloud: second minute hour day month weekday year, in UTC+8.
// Fields take *, numbers, names (MON, JAN), lists, ranges and steps. When both day and weekday are
// given, either of them is enough.

const hourMs = 3_600_000;
const chinaOffsetMs = 8 * hourMs;
const monthNames = [
  'JAN',
  'FEB',
  'MAR',
  'APR',
  'MAY',
  'JUN',
  'JUL',
  'AUG',
  'SEP',
  'OCT',
  'NOV',
  'DEC',
];
const dayNames = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

export interface Cron {
  readonly seconds: ReadonlySet<number>;
  readonly minutes: ReadonlySet<number>;
  readonly hours: ReadonlySet<number>;
  readonly days: ReadonlySet<number> | undefined;
  readonly months: ReadonlySet<number>;
  readonly weekdays: ReadonlySet<number> | undefined;
  readonly years: ReadonlySet<number>;
}

/** @throws SyntaxError when it is no expression of seven fields */
export function parseCron(expression: string): Cron {
  const [second, minute, hour, day, month, weekday, year, ...rest] = expression.trim().split(/\s+/);
  if (year === undefined || rest.length > 0) {
    throw new SyntaxError(`a timer has seven fields: "${expression}"`);
  }
  return {
    seconds: field(second, 0, 59),
    minutes: field(minute, 0, 59),
    hours: field(hour, 0, 23),
    days: isAny(day) ? undefined : field(day, 1, 31),
    months: field(month, 1, 12, monthNames),
    weekdays: isAny(weekday) ? undefined : field(weekday, 0, 7, dayNames),
    years: field(year, 1970, 2099),
  };
}

/** The first moment after `afterMs`; nothing when there is none up to the year 2099. */
export function nextTime(cron: Cron, afterMs: number): number | undefined {
  let local = Math.floor((afterMs + chinaOffsetMs) / 1000) * 1000 + 1000;
  const lastYear = Math.max(...cron.years);
  for (;;) {
    const at = new Date(local);
    if (at.getUTCFullYear() > lastYear) return undefined;
    const skipped = firstMiss(cron, at);
    if (skipped === undefined) return local - chinaOffsetMs;
    local = skipped;
  }
}

/** Where to go on searching when a field does not fit; nothing when all fit. */
function firstMiss(cron: Cron, at: Date): number | undefined {
  const [year, month, day] = [at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()];
  const [hour, minute, second] = [at.getUTCHours(), at.getUTCMinutes(), at.getUTCSeconds()];
  if (!cron.years.has(year)) return Date.UTC(year + 1, 0, 1);
  if (!cron.months.has(month + 1)) return Date.UTC(year, month + 1, 1);
  if (!fitsDay(cron, at)) return Date.UTC(year, month, day + 1);
  if (!cron.hours.has(hour)) return Date.UTC(year, month, day, hour + 1);
  if (!cron.minutes.has(minute)) return Date.UTC(year, month, day, hour, minute + 1);
  if (!cron.seconds.has(second)) return Date.UTC(year, month, day, hour, minute, second + 1);
  return undefined;
}

function fitsDay({ days, weekdays }: Cron, at: Date): boolean {
  if (!days && !weekdays) return true;
  const weekday = at.getUTCDay();
  // Sunday is 0 and 7.
  const fitsWeekday =
    weekdays !== undefined && (weekdays.has(weekday) || (weekday === 0 && weekdays.has(7)));
  return fitsWeekday || days?.has(at.getUTCDate()) === true;
}

function isAny(text: string | undefined): boolean {
  return text === '*' || text === '?';
}

function field(
  text: string | undefined,
  min: number,
  max: number,
  names: readonly string[] = [],
): ReadonlySet<number> {
  const values = new Set<number>();
  for (const part of (text ?? '').split(',')) {
    const [range = '', stepText] = part.split('/');
    const step =
      stepText === undefined ? 1 : number(stepText, { min: 1, max, names: [], first: 0 });
    const first = names.length === 12 ? 1 : 0;
    const limits = { min, max, names, first };
    const [from, to] = bounds(range, limits, stepText !== undefined);
    for (let value = from; value <= to; value += step) values.add(value);
  }
  return values;
}

interface Limits {
  readonly min: number;
  readonly max: number;
  readonly names: readonly string[];
  /** The number of the first name. */
  readonly first: number;
}

function bounds(range: string, limits: Limits, hasStep: boolean): [number, number] {
  if (isAny(range)) return [limits.min, limits.max];
  const [from = '', to] = range.split('-');
  const start = number(from, limits);
  if (to !== undefined) return [start, number(to, limits)];
  return [start, hasStep ? limits.max : start];
}

function number(text: string, { min, max, names, first }: Limits): number {
  const named = names.indexOf(text.toUpperCase());
  const value = named >= 0 ? named + first : /^\d+$/.test(text) ? Number(text) : NaN;
  if (!(value >= min && value <= max)) throw new SyntaxError(`"${text}" is not in ${min}-${max}`);
  return value;
}
