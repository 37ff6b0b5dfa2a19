// The operators on texts. Places count bytes of UTF-8 or code points, never JavaScript's units.
import { kindOf, isNumeric } from '../../values/numeral';
import { typeName } from '../../values/type-name';
import type { Value } from '../../values/value';
import { isNothing, onValues, wholeNumber } from '../arguments';
import { isoText } from '../date-format';
import type { Operator } from '../operator';
import { failed } from '../failed';
import { bound } from './arrays';

export const strings: Readonly<Record<string, Operator>> = {
  $concat: onValues('$concat', { least: 0, most: Infinity }, (values) => {
    if (values.some(isNothing)) return null;
    return values
      .map((value) => textOf(value, (type) => `$concat only supports strings, not ${type}`))
      .join('');
  }),
  $indexOfBytes: onValues('$indexOfBytes', { least: 2, most: 4 }, (values) =>
    indexOf('$indexOfBytes', values, findBytes),
  ),
  $indexOfCP: onValues('$indexOfCP', { least: 2, most: 4 }, (values) =>
    indexOf('$indexOfCP', values, findCodePoints),
  ),
  $split: onValues('$split', { least: 2, most: 2 }, ([text, separator]) => {
    if (isNothing(text) || isNothing(separator)) return null;
    const whole = textOf(
      text,
      (type) =>
        `$split requires an expression that evaluates to a string as a first argument, found: ${type}`,
    );
    const between = textOf(
      separator,
      (type) =>
        `$split requires an expression that evaluates to a string as a second argument, found: ${type}`,
    );
    if (between === '') throw failed('$split requires a non-empty separator');
    return whole.split(between);
  }),
  $strLenBytes: onValues('$strLenBytes', { least: 1, most: 1 }, ([value]) =>
    Buffer.byteLength(
      textOf(value, (type) => `$strLenBytes requires a string argument, found: ${type}`),
    ),
  ),
  $strLenCP: onValues(
    '$strLenCP',
    { least: 1, most: 1 },
    ([value]) =>
      Array.from(textOf(value, (type) => `$strLenCP requires a string argument, found: ${type}`))
        .length,
  ),
  $strcasecmp: onValues('$strcasecmp', { least: 2, most: 2 }, ([a, b]) => {
    const [first, second] = [upper(coerced(a)), upper(coerced(b))];
    return Buffer.compare(Buffer.from(first), Buffer.from(second));
  }),
  $substr: substring('$substr', ofBytes),
  $substrBytes: substring('$substrBytes', ofBytes),
  $substrCP: substring('$substrCP', ofCodePoints),
  $toLower: onValues('$toLower', { least: 1, most: 1 }, ([value]) =>
    coerced(value).replace(/[A-Z]/g, (letter) => letter.toLowerCase()),
  ),
  $toUpper: onValues('$toUpper', { least: 1, most: 1 }, ([value]) => upper(coerced(value))),
};

/** Only the letters of ASCII have two cases here. */
function upper(text: string): string {
  return text.replace(/[a-z]/g, (letter) => letter.toUpperCase());
}

function textOf(value: Value | undefined, complain: (type: string) => string): string {
  if (typeof value !== 'string') throw failed(complain(typeName(value)));
  return value;
}

/** Numbers and dates count as their texts, nothing as the empty one. */
function coerced(value: Value | undefined): string {
  if (isNothing(value)) return '';
  if (typeof value === 'string') return value;
  if (isNumeric(value)) return kindOf(value) === 'double' ? String(Number(value)) : String(value);
  if (value instanceof Date) return isoText(value.getTime());
  throw failed(`can't convert from BSON type ${typeName(value)} to String`);
}

function indexOf(
  name: string,
  values: readonly (Value | undefined)[],
  find: (text: string, part: string, between: { from: number; to: number }) => number,
): Value {
  const [text, part, start, end] = values;
  if (isNothing(text)) return null;
  const whole = textOf(
    text,
    (type) => `${name} requires a string as the first argument, found: ${type}`,
  );
  const wanted = textOf(
    part,
    (type) => `${name} requires a string as the second argument, found: ${type}`,
  );
  const from = bound(name, 'starting', start, 0);
  const to = bound(name, 'ending', end, Infinity);
  return to < from ? -1 : find(whole, wanted, { from, to });
}

type Between = { readonly from: number; readonly to: number };

function findBytes(text: string, part: string, { from, to }: Between): number {
  const bytes = Buffer.from(text);
  return from > bytes.length ? -1 : bytes.subarray(0, to).indexOf(Buffer.from(part), from);
}

function findCodePoints(text: string, part: string, { from, to }: Between): number {
  const letters = Array.from(text);
  if (from > letters.length) return -1;
  const searched = letters.slice(from, to).join('');
  const unit = searched.indexOf(part);
  return unit < 0 ? -1 : from + Array.from(searched.slice(0, unit)).length;
}

function substring(
  name: string,
  cut: (text: string, from: number, count: number) => string,
): Operator {
  return onValues(name, { least: 3, most: 3 }, ([value, start, length]) => {
    const text = coerced(value);
    const from = wholeNumber(
      start,
      (given) => `${name}:  starting index must be a numeric type (is BSON type ${given})`,
    );
    const count = wholeNumber(
      length,
      (given) => `${name}:  length must be a numeric type (is BSON type ${given})`,
    );
    // A start before the text gives nothing; a length below zero means all the rest.
    if (from < 0) return '';
    return cut(text, from, count < 0 ? Infinity : count);
  });
}

function ofBytes(text: string, from: number, count: number): string {
  const bytes = Buffer.from(text);
  const end = Math.min(bytes.length, from + count);
  if (isInsideCodePoint(bytes, from)) {
    throw failed(`$substrBytes:  Invalid range, starting index is a UTF-8 continuation byte.`);
  }
  if (isInsideCodePoint(bytes, end)) {
    throw failed(
      `$substrBytes:  Invalid range, ending index is in the middle of a UTF-8 character.`,
    );
  }
  return bytes.subarray(from, end).toString();
}

function isInsideCodePoint(bytes: Buffer, place: number): boolean {
  return ((bytes[place] ?? 0) & 0xc0) === 0x80;
}

function ofCodePoints(text: string, from: number, count: number): string {
  return Array.from(text)
    .slice(from, from + count)
    .join('');
}
