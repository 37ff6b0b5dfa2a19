// Dates as texts: the specifiers of $dateToString and $dateFromString.
import {
  type DateParts,
  dayOfWeek,
  dayOfYear,
  isoDayOfWeek,
  isoWeek,
  isoWeekYear,
  momentOf,
  momentOfIsoDay,
  partsOf,
  week,
} from './date-parts';
import { failed } from './failed';
import { offsetMs, utcOf } from './time-zone';

type Write = (localMs: number, aheadMs: number) => string;

const writers: ReadonlyMap<string, Write> = new Map<string, Write>([
  ['d', (ms) => padded(partsOf(ms).day, 2)],
  ['G', (ms) => padded(isoWeekYear(ms), 4)],
  ['H', (ms) => padded(partsOf(ms).hour, 2)],
  ['j', (ms) => padded(dayOfYear(ms), 3)],
  ['L', (ms) => padded(partsOf(ms).millisecond, 3)],
  ['m', (ms) => padded(partsOf(ms).month, 2)],
  ['M', (ms) => padded(partsOf(ms).minute, 2)],
  ['S', (ms) => padded(partsOf(ms).second, 2)],
  ['w', (ms) => String(dayOfWeek(ms))],
  ['u', (ms) => String(isoDayOfWeek(ms))],
  ['U', (ms) => padded(week(ms), 2)],
  ['V', (ms) => padded(isoWeek(ms), 2)],
  ['Y', (ms) => padded(partsOf(ms).year, 4)],
  ['z', (_ms, ahead) => offsetText(ahead)],
  ['Z', (_ms, ahead) => String(Math.round(ahead / 60_000))],
  ['%', () => '%'],
]);

export function isoText(ms: number): string {
  return new Date(ms).toISOString();
}

/** @throws CloudError for a specifier that does not exist */
export function formatDate(ms: number, format: string, zone: string): string {
  const ahead = offsetMs(zone, ms);
  return format.replace(/%(.?)/gs, (_all, letter: string) => {
    if (letter === '') throw failed("Unmatched '%' at end of format string");
    const write = writers.get(letter);
    if (!write) throw failed(`Invalid format character '%${letter}' in format string`);
    return write(ms + ahead, ahead);
  });
}

function padded(value: number, digits: number): string {
  return String(value).padStart(digits, '0');
}

function offsetText(ahead: number): string {
  const minutes = Math.abs(Math.round(ahead / 60_000));
  const sign = ahead < 0 ? '-' : '+';
  return `${sign}${padded(Math.floor(minutes / 60), 2)}${padded(minutes % 60, 2)}`;
}

const readers: ReadonlyMap<string, { pattern: string; field: string }> = new Map([
  ['d', { pattern: '\\d{2}', field: 'day' }],
  ['G', { pattern: '\\d{4}', field: 'isoYear' }],
  ['H', { pattern: '\\d{2}', field: 'hour' }],
  ['j', { pattern: '\\d{3}', field: 'dayOfYear' }],
  ['L', { pattern: '\\d{3}', field: 'millisecond' }],
  ['m', { pattern: '\\d{2}', field: 'month' }],
  ['M', { pattern: '\\d{2}', field: 'minute' }],
  ['S', { pattern: '\\d{2}', field: 'second' }],
  ['u', { pattern: '[1-7]', field: 'isoDay' }],
  ['V', { pattern: '\\d{1,2}', field: 'isoWeek' }],
  ['Y', { pattern: '\\d{4}', field: 'year' }],
  ['z', { pattern: '[+-]\\d{2}:?\\d{2}|Z', field: 'zone' }],
  ['Z', { pattern: '[+-]\\d{1,3}', field: 'zoneMinutes' }],
]);

/**
 * Reads a text that was written by a format.
 * @throws CloudError when it does not fit
 */
export function parseFormatted(text: string, format: string, zone: string | undefined): number {
  const found = new RegExp(`^${patternOf(format)}$`).exec(text)?.groups;
  if (!found) throw notParsed(text, 'it does not fit the format');
  const number = (field: string, otherwise: number) => Number(found[field] ?? otherwise);
  const clock = {
    hour: number('hour', 0),
    minute: number('minute', 0),
    second: number('second', 0),
    millisecond: number('millisecond', 0),
  };
  const isIso = found['isoYear'] !== undefined || found['isoWeek'] !== undefined;
  const shown = isIso
    ? momentOfIsoDay(number('isoYear', 1970), number('isoWeek', 1), number('isoDay', 1)) +
      momentOf({ year: 1970, month: 1, day: 1, ...clock })
    : checked(
        text,
        {
          year: number('year', 1970),
          month: number('month', 1),
          day: number('day', number('dayOfYear', 1)),
          ...clock,
        },
        found['dayOfYear'] !== undefined,
      );
  const minutes = found['zoneMinutes'];
  if (minutes !== undefined) return shown - Number(minutes) * 60_000;
  return inZone(shown, { own: found['zone'], given: zone });
}

function patternOf(format: string): string {
  return format.replace(/%(.?)|[\\^$.*+?()[\]{}|]/gs, (all, letter?: string) => {
    if (letter === undefined) return `\\${all}`;
    if (letter === '%') return '%';
    const reader = readers.get(letter);
    if (!reader) throw failed(`Invalid format character '%${letter}' in format string`);
    return `(?<${reader.field}>${reader.pattern})`;
  });
}

const isoShape =
  /^(?<year>\d{4})-(?<month>\d{1,2})(?:-(?<day>\d{1,2}))?(?:[T ](?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,](?<fraction>\d{1,9}))?)?)?\s*(?<zone>Z|[+-]\d{2}(?::?\d{2})?|[A-Za-z]+(?:\/[A-Za-z_]+)?)?$/i;

/**
 * Reads a date as people and machines write it: ISO 8601 and what is near it, or a text that
 * JavaScript reads as a date.
 * @throws CloudError when it is no date
 */
export function parseDate(text: string, zone: string | undefined): number {
  const found = isoShape.exec(text.trim())?.groups;
  if (!found) return parseOther(text, zone);
  const shown = checked(text, {
    year: Number(found['year']),
    month: Number(found['month']),
    day: Number(found['day'] ?? 1),
    hour: Number(found['hour'] ?? 0),
    minute: Number(found['minute'] ?? 0),
    second: Number(found['second'] ?? 0),
    millisecond: Math.floor(Number(`0.${found['fraction'] ?? '0'}`) * 1000 + 1e-9),
  });
  return inZone(shown, { own: found['zone'], given: zone });
}

function parseOther(text: string, zone: string | undefined): number {
  const ms = Date.parse(
    /\d{1,2}:\d{2}.*(?:z|gmt|utc|[+-]\d{2}:?\d{2})$/i.test(text) ? text : `${text} UTC`,
  );
  if (Number.isNaN(ms)) throw notParsed(text, 'Unexpected character');
  return inZone(ms, { own: undefined, given: zone });
}

function inZone(
  shownMs: number,
  zone: { own: string | undefined; given: string | undefined },
): number {
  if (zone.own !== undefined && zone.given !== undefined) {
    throw failed(
      `you cannot pass in a date/time string with time zone information ('${zone.own}') together with a timezone argument`,
    );
  }
  return utcOf(zone.own ?? zone.given ?? 'UTC', shownMs);
}

/** A calendar has no 31st of February; a day of the year may be any, though. */
function checked(text: string, parts: DateParts, isDayOfYear = false): number {
  const ms = momentOf(parts);
  const read = partsOf(ms);
  const isSame = isDayOfYear || (read.month === parts.month && read.day === parts.day);
  if (!isSame || parts.hour > 24 || parts.minute > 59 || parts.second > 59) {
    throw notParsed(text, 'The parsed date was invalid');
  }
  return ms;
}

function notParsed(text: string, why: string) {
  return failed(`Error parsing date string '${text}'; ${why}`);
}
