// What $group and $bucket make of the values of many documents; some do the same with the values of
// an array in an expression.
import { compare } from '../values/compare';
import { double, isNumeric } from '../values/numeral';
import { orderKey } from '../values/order-key';
import type { Document, Value } from '../values/value';
import { isNothing } from './arguments';
import type { Operator } from './operator';
import { merged } from './expressions/objects';
import { Sum } from './sum';

/** Takes values one after the other. */
export interface Accumulator {
  add(value: Value | undefined): void;
  result(): Value;
}

export const accumulators: ReadonlyMap<string, () => Accumulator> = new Map([
  ['$addToSet', addToSet],
  ['$avg', average],
  ['$first', first],
  ['$last', last],
  ['$max', () => extreme(1)],
  ['$mergeObjects', mergeObjects],
  ['$min', () => extreme(-1)],
  ['$push', push],
  ['$stdDevPop', () => deviation(0)],
  ['$stdDevSamp', () => deviation(1)],
  ['$sum', sum],
]);

function addToSet(): Accumulator {
  const found = new Map<string, Value>();
  return {
    add: (value) => {
      const key = value === undefined ? undefined : orderKey(value);
      if (value !== undefined && key !== undefined && !found.has(key)) found.set(key, value);
    },
    result: () => [...found.values()],
  };
}

function push(): Accumulator {
  const values: Value[] = [];
  return {
    add: (value) => {
      if (value !== undefined) values.push(value);
    },
    result: () => values,
  };
}

function sum(): Accumulator {
  const total = new Sum();
  return {
    add: (value) => {
      if (isNumeric(value)) total.add(value);
    },
    result: () => total.result,
  };
}

/** Null when there is no number. */
function average(): Accumulator {
  const total = new Sum();
  let count = 0;
  return {
    add: (value) => {
      if (!isNumeric(value)) return;
      total.add(value);
      count++;
    },
    result: () => (count === 0 ? null : double(total.approximate / count)),
  };
}

function first(): Accumulator {
  let found: { value: Value | undefined } | undefined;
  return {
    add: (value) => {
      found ??= { value };
    },
    result: () => found?.value ?? null,
  };
}

function last(): Accumulator {
  let found: Value | undefined;
  return {
    add: (value) => {
      found = value;
    },
    result: () => found ?? null,
  };
}

/** Of all types, in the order of the database; null and missing do not count. */
function extreme(sign: 1 | -1): Accumulator {
  let found: Value | undefined;
  return {
    add: (value) => {
      if (isNothing(value)) return;
      if (found === undefined || compare(value, found) * sign > 0) found = value;
    },
    result: () => found ?? null,
  };
}

/** Welford's way, which does not lose digits when the numbers are close to each other. */
function deviation(fewer: 0 | 1): Accumulator {
  let [count, mean, squares] = [0, 0, 0];
  return {
    add: (value) => {
      if (!isNumeric(value)) return;
      count++;
      const distance = Number(value) - mean;
      mean += distance / count;
      squares += distance * (Number(value) - mean);
    },
    result: () => (count - fewer < 1 ? null : double(Math.sqrt(squares / (count - fewer)))),
  };
}

function mergeObjects(): Accumulator {
  let result: Document = {};
  return {
    add: (value) => {
      result = merged(result, value);
    },
    result: () => result,
  };
}

/** Those that are expressions too: of several arguments, or of the elements of one that is an array. */
export const accumulatorExpressions: Readonly<Record<string, Operator>> = Object.fromEntries(
  ['$avg', '$max', '$min', '$stdDevPop', '$stdDevSamp', '$sum'].map((name) => [
    name,
    ofValues(name),
  ]),
);

function ofValues(name: string): Operator {
  return (operand, compile) => {
    const parts = (Array.isArray(operand) ? operand : [operand]).map((part) => compile(part));
    return (scope) => {
      const accumulator = accumulators.get(name)?.();
      const values = parts.map((part) => part(scope));
      const [only] = values;
      const all = values.length === 1 && Array.isArray(only) ? only : values;
      for (const value of all) accumulator?.add(value);
      return accumulator?.result();
    };
  };
}
