// The arithmetic operators.
import {
  calculate,
  double,
  integerOf,
  isNumeric,
  kindOf,
  multiplication,
  Numeral,
  type Numeric,
  numeric,
  subtraction,
  widerKind,
} from '../../values/numeral';
import { typeName } from '../../values/type-name';
import type { Value } from '../../values/value';
import { isNothing, onOne, onValues, wholeNumber } from '../arguments';
import type { Operator } from '../operator';
import { failed } from '../failed';
import { Sum } from '../sum';

export const arithmetic: Readonly<Record<string, Operator>> = {
  $abs: ofNumber('$abs', (value) =>
    isNegative(value) ? (calculate(0, value, subtraction) ?? value) : value,
  ),
  $add: onValues('$add', { least: 0, most: Infinity }, add),
  $ceil: ofNumber('$ceil', (value) => rounded(value, Math.ceil)),
  $divide: ofTwo('$divide', (a, b) => {
    if (Number(b) === 0) throw failed("can't $divide by zero");
    return wide(a, b, Number(a) / Number(b));
  }),
  $exp: ofNumber('$exp', (value) => wide(value, value, Math.exp(Number(value)))),
  $floor: ofNumber('$floor', (value) => rounded(value, Math.floor)),
  $ln: ofNumber('$ln', (value) => {
    if (Number(value) <= 0)
      throw failed(`$ln's argument must be a positive number, but is ${String(value)}`);
    return double(Math.log(Number(value)));
  }),
  $log: ofTwo('$log', logarithm),
  $log10: ofNumber('$log10', (value) => {
    if (Number(value) <= 0) {
      throw failed(`$log10's argument must be a positive number, but is ${String(value)}`);
    }
    return double(Math.log10(Number(value)));
  }),
  $mod: ofTwo('$mod', (a, b) => {
    if (Number(b) === 0) throw failed("can't $mod by zero");
    return calculate(a, b, { exact: (x, y) => x % y, approximate: (x, y) => x % y }) ?? null;
  }),
  $multiply: onValues('$multiply', { least: 0, most: Infinity }, multiply),
  $pow: ofTwo('$pow', power),
  $round: placed('$round', roundHalfEven),
  $sqrt: ofNumber('$sqrt', (value) => {
    if (Number(value) < 0) throw failed("$sqrt's argument must be greater than or equal to 0");
    return double(Math.sqrt(Number(value)));
  }),
  $subtract: onValues('$subtract', { least: 2, most: 2 }, subtract),
  $trunc: placed('$trunc', Math.trunc),
};

function ofNumber(name: string, evaluate: (value: Numeric) => Value): Operator {
  return onOne(name, (value) => {
    if (!isNumeric(value)) {
      throw failed(`${name} only supports numeric types, not ${typeName(value)}`);
    }
    return evaluate(value);
  });
}

function ofTwo(name: string, evaluate: (a: Numeric, b: Numeric) => Value): Operator {
  return onValues(name, { least: 2, most: 2 }, ([a, b]) => {
    if (isNothing(a) || isNothing(b)) return null;
    if (!isNumeric(a) || !isNumeric(b)) {
      throw failed(`${name} only supports numeric types, not ${typeName(a)} and ${typeName(b)}`);
    }
    return evaluate(a, b);
  });
}

/** Numbers are added; to one date among them they add milliseconds. */
function add(values: readonly (Value | undefined)[]): Value {
  const sum = new Sum();
  let date: Date | undefined;
  for (const value of values) {
    if (isNothing(value)) return null;
    if (isNumeric(value)) sum.add(value);
    else if (!(value instanceof Date)) {
      throw failed(`$add only supports numeric or date types, not ${typeName(value)}`);
    } else if (date) throw failed('only one date allowed in an $add expression');
    else date = value;
  }
  return date ? new Date(date.getTime() + Math.round(sum.approximate)) : sum.result;
}

function multiply(values: readonly (Value | undefined)[]): Value {
  let product: Numeric = 1;
  for (const value of values) {
    if (isNothing(value)) return null;
    if (!isNumeric(value)) {
      throw failed(`$multiply only supports numeric types, not ${typeName(value)}`);
    }
    product = calculate(product, value, multiplication) ?? double(Number(product) * Number(value));
  }
  return product;
}

function subtract([a, b]: readonly (Value | undefined)[]): Value {
  if (isNothing(a) || isNothing(b)) return null;
  if (isNumeric(a) && isNumeric(b)) {
    return calculate(a, b, subtraction) ?? double(Number(a) - Number(b));
  }
  if (a instanceof Date && b instanceof Date) {
    return numeric('long', String(a.getTime() - b.getTime()));
  }
  if (a instanceof Date && isNumeric(b)) return new Date(a.getTime() - Math.round(Number(b)));
  throw failed(`can't $subtract ${typeName(b)} from ${typeName(a)}`);
}

function logarithm(value: Numeric, base: Numeric): Value {
  if (Number(value) <= 0) {
    throw failed(`$log's argument must be a positive number, but is ${String(value)}`);
  }
  if (Number(base) <= 0 || Number(base) === 1) {
    throw failed(`$log's base must be a positive number not equal to 1, but is ${String(base)}`);
  }
  // The ratio of two logarithms rounds twice: powers of ten and two have exact ones.
  const exact = Number(base) === 10 ? Math.log10 : Number(base) === 2 ? Math.log2 : undefined;
  return double(exact?.(Number(value)) ?? Math.log(Number(value)) / Math.log(Number(base)));
}

/** Of integers an integer while a long holds it. */
function power(base: Numeric, exponent: Numeric): Value {
  if (Number(base) === 0 && Number(exponent) < 0) {
    throw failed('$pow cannot take a base of 0 and a negative exponent');
  }
  const kind = widerKind(base, exponent);
  const result = Number(base) ** Number(exponent);
  const isWhole = (kind === 'int' || kind === 'long') && Number(exponent) >= 0;
  if (!isWhole || Math.abs(result) >= 2 ** 63) return wide(base, exponent, result);
  const whole = (integerOf(base) ?? 0n) ** (integerOf(exponent) ?? 0n);
  return kind === 'int' ? Number(whole) : numeric('long', whole.toString());
}

function isNegative(value: Numeric): boolean {
  return Number(value) < 0;
}

/** Integers are what they are. */
function rounded(value: Numeric, round: (value: number) => number): Numeric {
  const kind = kindOf(value);
  return kind === 'int' || kind === 'long' ? value : wide(value, value, round(Number(value)));
}

function wide(a: Numeric, b: Numeric, result: number): Numeric {
  return widerKind(a, b) === 'decimal' ? new Numeral('decimal', String(result)) : double(result);
}

/** To a place behind the point, or before it when it is negative. */
function placed(name: string, round: (value: number) => number): Operator {
  return onValues(name, { least: 1, most: 2 }, ([value, place]) => {
    if (isNothing(value) || place === null) return null;
    if (!isNumeric(value)) {
      throw failed(`${name} only supports numeric types, not ${typeName(value)}`);
    }
    const digits =
      place === undefined
        ? 0
        : wholeNumber(
            place,
            (given) => `precision argument to  ${name} must be a integral value, not ${given}`,
          );
    return digits === 0 ? rounded(value, round) : atPlace(value, digits, round);
  });
}

function atPlace(value: Numeric, digits: number, round: (value: number) => number): Numeric {
  const shifted = round(Number(shift(String(Number(value)), digits)));
  const result = Number(shift(String(shifted), -digits));
  const kind = kindOf(value);
  return kind === 'int' || kind === 'long'
    ? numeric(kind, String(result))
    : wide(value, value, result);
}

/** Moves the point of a number's text, which multiplying by a power of ten would round. */
function shift(text: string, digits: number): string {
  const [mantissa = '0', exponent = '0'] = text.split('e');
  return `${mantissa}e${Number(exponent) + digits}`;
}

function roundHalfEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest !== 0.5) return rest < 0.5 ? floor : floor + 1;
  return floor % 2 === 0 ? floor : floor + 1;
}
