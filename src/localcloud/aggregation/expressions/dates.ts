// The operators on dates.
import { isNumeric, numeric } from '../../values/numeral';
import { typeName } from '../../values/type-name';
import { isDocument, ObjectId, type Document, type Value } from '../../values/value';
import { isNothing, named } from '../arguments';
import { formatDate, parseDate, parseFormatted } from '../date-format';
import {
  dayOfWeek,
  dayOfYear,
  isoDayOfWeek,
  isoWeek,
  isoWeekYear,
  momentOf,
  momentOfIsoDay,
  partsOf,
  week,
} from '../date-parts';
import type { Compile, Expression, Operator, Scope } from '../operator';
import { failed } from '../failed';
import { offsetMs, utcOf } from '../time-zone';

export const dates: Readonly<Record<string, Operator>> = {
  $dateFromParts: dateFromParts,
  $dateFromString: dateFromString,
  $dateToParts: dateToParts,
  $dateToString: dateToString,
  $year: part('$year', (ms) => partsOf(ms).year),
  $month: part('$month', (ms) => partsOf(ms).month),
  $dayOfMonth: part('$dayOfMonth', (ms) => partsOf(ms).day),
  $hour: part('$hour', (ms) => partsOf(ms).hour),
  $minute: part('$minute', (ms) => partsOf(ms).minute),
  $second: part('$second', (ms) => partsOf(ms).second),
  $millisecond: part('$millisecond', (ms) => partsOf(ms).millisecond),
  $dayOfYear: part('$dayOfYear', dayOfYear),
  $dayOfWeek: part('$dayOfWeek', dayOfWeek),
  $week: part('$week', week),
  $isoDayOfWeek: part('$isoDayOfWeek', isoDayOfWeek),
  $isoWeek: part('$isoWeek', isoWeek),
  $isoWeekYear: part('$isoWeekYear', (ms) => numeric('long', String(isoWeekYear(ms)))),
};

/** Of a date, or of `{date, timezone}`. */
function part(name: string, read: (localMs: number) => Value): Operator {
  return (operand, compile) => {
    const { date, zone } = dateAndZone(name, operand, compile);
    return (scope) => {
      const [ms, at] = [msOf(date(scope)), zoneOf(zone(scope))];
      return ms === undefined || at === null ? null : read(ms + offsetMs(at ?? 'UTC', ms));
    };
  };
}

function dateAndZone(name: string, operand: Value, compile: Compile) {
  const [only, ...others] = Array.isArray(operand) ? operand : [operand];
  if (others.length > 0 || only === undefined) {
    const given = Array.isArray(operand) ? operand.length : 1;
    throw failed(`${name} accepts exactly one argument if given an array, but was given ${given}`);
  }
  const isNamed = isDocument(only) && !Object.keys(only)[0]?.startsWith('$');
  const fields: Document = isNamed
    ? named(name, only, { required: ['date'], optional: ['timezone'] })
    : { date: only };
  return { date: compile(fields['date']), zone: compile(fields['timezone']) };
}

/** Milliseconds; an id knows when it was made. */
function msOf(value: Value | undefined): number | undefined {
  if (isNothing(value)) return undefined;
  if (value instanceof Date) return value.getTime();
  if (value instanceof ObjectId) return parseInt(value.hex.slice(0, 8), 16) * 1000;
  throw failed(`can't convert from BSON type ${typeName(value)} to Date`);
}

/** Null when it is null, nothing when none was given. */
function zoneOf(value: Value | undefined): string | null | undefined {
  if (isNothing(value)) return value;
  if (typeof value !== 'string') {
    throw failed(`timezone must evaluate to a string, found ${typeName(value)}`);
  }
  return value;
}

function dateToString(operand: Value, compile: Compile): Expression {
  const fields = named('$dateToString', operand, {
    required: ['date'],
    optional: ['format', 'timezone', 'onNull'],
  });
  const [date, format, zone, onNull] = ['date', 'format', 'timezone', 'onNull'].map((name) =>
    compile(fields[name]),
  );
  return (scope) => {
    const [ms, at] = [msOf(date?.(scope)), zoneOf(zone?.(scope))];
    if (ms === undefined) return 'onNull' in fields ? onNull?.(scope) : null;
    const written = 'format' in fields ? format?.(scope) : defaultFormat(at);
    if (isNothing(written) || at === null) return null;
    if (typeof written !== 'string') {
      throw failed(`$dateToString requires that 'format' be a string, found: ${typeName(written)}`);
    }
    return formatDate(ms, written, at ?? 'UTC');
  };
}

/** Local time is written without the letter that stands for UTC. */
function defaultFormat(zone: string | null | undefined): string {
  const isUtc = isNothing(zone) || /^(utc|gmt|z)$/i.test(zone);
  return `%Y-%m-%dT%H:%M:%S.%L${isUtc ? 'Z' : ''}`;
}

function dateFromString(operand: Value, compile: Compile): Expression {
  const fields = named('$dateFromString', operand, {
    required: ['dateString'],
    optional: ['format', 'timezone', 'onError', 'onNull'],
  });
  const [given, format, zone, onError, onNull] = [
    ...['dateString', 'format', 'timezone', 'onError', 'onNull'],
  ].map((name) => compile(fields[name]));
  const read = (scope: Scope, text: Value): Value => {
    const [at, shape] = [zoneOf(zone?.(scope)), format?.(scope)];
    if (at === null || shape === null) return null;
    if (typeof text !== 'string') {
      throw failed(
        `$dateFromString requires that 'dateString' be a string, found: ${typeName(text)}`,
      );
    }
    const ms = typeof shape === 'string' ? parseFormatted(text, shape, at) : parseDate(text, at);
    return new Date(ms);
  };
  return (scope) => {
    const text = given?.(scope);
    if (isNothing(text)) return 'onNull' in fields ? onNull?.(scope) : null;
    if (!('onError' in fields)) return read(scope, text);
    try {
      return read(scope, text);
    } catch {
      return onError?.(scope);
    }
  };
}

const clockParts = ['hour', 'minute', 'second', 'millisecond'] as const;

/** From year, month and day, or from isoWeekYear, isoWeek and isoDayOfWeek. */
function dateFromParts(operand: Value, compile: Compile): Expression {
  const isIso = isDocument(operand) && 'isoWeekYear' in operand;
  const dayParts = isIso ? ['isoWeekYear', 'isoWeek', 'isoDayOfWeek'] : ['year', 'month', 'day'];
  const [first = 'year'] = dayParts;
  const fields = named('$dateFromParts', operand, {
    required: [first],
    optional: [...dayParts, ...clockParts, 'timezone'],
  });
  const zone = compile(fields['timezone']);
  const parts = [...dayParts, ...clockParts].map((name) => ({
    name,
    value: name in fields ? compile(fields[name]) : () => (dayParts.includes(name) ? 1 : 0),
  }));
  return (scope) => {
    const at = zoneOf(zone(scope));
    const values = parts.map(({ name, value }) => wholePart(name, value(scope)));
    if (at === null || values.includes(undefined)) return null;
    const [year = 1, month = 1, day = 1, ...clock] = values.map((value) => value ?? 0);
    if (year < 1 || year > 9999) {
      throw failed(`'${first}' must evaluate to an integer in the range 1 to 9999, found ${year}`);
    }
    const shown = isIso
      ? momentOfIsoDay(year, month, day) + timeOf(clock)
      : momentOf({ year, month, day, ...clockOf(clock) });
    return new Date(utcOf(at ?? 'UTC', shown));
  };
}

function wholePart(name: string, value: Value | undefined): number | undefined {
  if (isNothing(value)) return undefined;
  const number = isNumeric(value) ? Number(value) : NaN;
  if (!Number.isInteger(number)) {
    throw failed(`'${name}' must evaluate to an integer, found ${typeName(value)}`);
  }
  return number;
}

function clockOf([hour = 0, minute = 0, second = 0, millisecond = 0]: readonly number[]) {
  return { hour, minute, second, millisecond };
}

function timeOf(clock: readonly number[]): number {
  return momentOf({ year: 1970, month: 1, day: 1, ...clockOf(clock) });
}

function dateToParts(operand: Value, compile: Compile): Expression {
  const fields = named('$dateToParts', operand, {
    required: ['date'],
    optional: ['timezone', 'iso8601'],
  });
  const [date, zone, iso] = ['date', 'timezone', 'iso8601'].map((name) => compile(fields[name]));
  return (scope) => {
    const [ms, at] = [msOf(date?.(scope)), zoneOf(zone?.(scope))];
    if (ms === undefined || at === null) return null;
    const local = ms + offsetMs(at ?? 'UTC', ms);
    const { year, month, day, ...clock } = partsOf(local);
    if (iso?.(scope) !== true) return { year, month, day, ...clock };
    return {
      isoWeekYear: isoWeekYear(local),
      isoWeek: isoWeek(local),
      isoDayOfWeek: isoDayOfWeek(local),
      ...clock,
    };
  };
}
