// What the comparing operators of queries ask of a single value.
import { requestFailed } from '../errors';
import { compare, isComparable, isEqual } from '../values/compare';
import { isNumeric, numberOf } from '../values/numeral';
import { orderKey } from '../values/order-key';
import { Pattern } from '../values/pattern';
import { typeName, typeNumbers } from '../values/type-name';
import { isDocument, isScalar, type Value } from '../values/value';
import type { ValueTest } from './field-test';

/** From this many on, a list is looked up by keys instead of being gone through. */
const longList = 8;

export function equals(operand: Value): ValueTest {
  if (operand === null) return (value) => value === undefined || value === null;
  if (typeof operand === 'string') return (value) => value === operand;
  return (value) => isEqual(value, operand);
}

export function isIn(operand: Value, name = '$in'): ValueTest {
  if (!Array.isArray(operand)) throw requestFailed('Find', `${name} needs an array`);
  if (operand.some((item) => isDocument(item) && Object.keys(item)[0]?.startsWith('$'))) {
    throw requestFailed('Find', `cannot nest $ under ${name}`);
  }
  if (operand.length >= longList && operand.every(isScalar)) return isInKeys(operand);
  const tests = operand.map((item) =>
    item instanceof Pattern ? matchesPattern(item) : equals(item),
  );
  return (value) => tests.some((test) => test(value));
}

function isInKeys(operand: readonly Value[]): ValueTest {
  const keys = new Set(operand.map((item) => orderKey(item)));
  return (value) => keys.has(orderKey(value));
}

/** Comparisons never leave the type of the operand; NaN is no less and no more than anything. */
export function compares(operand: Value, isMet: (order: number) => boolean): ValueTest {
  if (operand === null) {
    const isNullMet = isMet(0);
    return (value) => isNullMet && (value === undefined || value === null);
  }
  const isOperandNaN = isNaNumber(operand);
  return (value) => {
    if (value === undefined || value === null || !isComparable(value, operand)) return false;
    if (isOperandNaN || isNaNumber(value)) return isOperandNaN && isNaNumber(value) && isMet(0);
    return isMet(compare(value, operand));
  };
}

function isNaNumber(value: Value): boolean {
  return isNumeric(value) && Number.isNaN(Number(value));
}

/** A text the pattern is found in, or a stored pattern that is the same. */
export function matchesPattern(pattern: Pattern): ValueTest {
  assertReadable(pattern);
  return (value) =>
    typeof value === 'string'
      ? pattern.test(value)
      : value instanceof Pattern && isEqual(value, pattern);
}

function assertReadable(pattern: Pattern): void {
  try {
    pattern.test('');
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw requestFailed('Find', `Regular expression is invalid: ${why}`);
  }
}

/** `[divisor, remainder]`; fractions of both and of the value are dropped. */
export function hasRemainder(operand: Value): ValueTest {
  if (!Array.isArray(operand)) throw requestFailed('Find', 'malformed mod, needs to be an array');
  if (operand.length < 2) throw requestFailed('Find', 'malformed mod, not enough elements');
  if (operand.length > 2) throw requestFailed('Find', 'malformed mod, too many elements');
  const [divisor, remainder] = operand.map((part) => Math.trunc(numberOf(part) ?? NaN));
  if (divisor === undefined || Number.isNaN(divisor)) {
    throw requestFailed('Find', 'malformed mod, divisor not a number');
  }
  if (divisor === 0) throw requestFailed('Find', 'divisor cannot be 0');
  return (value) => {
    const number = numberOf(value);
    if (number === undefined || !Number.isFinite(number)) return false;
    // Adding zero turns minus zero into zero.
    return (Math.trunc(number) % divisor) + 0 === remainder;
  };
}

export function hasSize(operand: Value): ValueTest {
  const size = numberOf(operand);
  if (size === undefined) throw requestFailed('Find', '$size needs a number');
  if (size < 0 || !Number.isInteger(size)) {
    throw requestFailed('Find', '$size may not be negative and must be a whole number');
  }
  return (value) => Array.isArray(value) && value.length === size;
}

export function hasType(operand: Value): ValueTest {
  const names = (Array.isArray(operand) ? operand : [operand]).map(readType);
  if (names.length === 0) throw requestFailed('Find', '$type must match at least one type');
  return (value) => {
    const name = typeName(value);
    return names.includes(name) || (names.includes('number') && isNumeric(value));
  };
}

const knownTypes = new Set([...typeNumbers.values(), 'number']);

function readType(value: Value): string {
  const number = numberOf(value);
  const name = number === undefined ? value : typeNumbers.get(number);
  if (typeof name !== 'string' || !knownTypes.has(name)) {
    const shown = typeof value === 'string' ? value : String(number);
    throw requestFailed('Find', `Unknown type name alias: ${shown}`);
  }
  return name;
}

/** How a flag such as that of $exists is read: anything but false, zero and null is true. */
export function isTruthy(value: Value | undefined): boolean {
  if (value === undefined || value === null || value === false) return false;
  return !isNumeric(value) || Number(value) !== 0;
}
