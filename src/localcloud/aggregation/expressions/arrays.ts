// The operators on arrays.
import { isEqual } from '../../values/compare';
import { isNumeric } from '../../values/numeral';
import { show } from '../../values/show';
import { typeName } from '../../values/type-name';
import { isDocument, type Document, type Value } from '../../values/value';
import { isNothing, listOf, named, onOne, onValues, wholeNumber } from '../arguments';
import type { Compile, Expression, Operator } from '../operator';
import { failed } from '../failed';
import { isTrue } from '../truth';

export const arrays: Readonly<Record<string, Operator>> = {
  $arrayElemAt: onValues('$arrayElemAt', { least: 2, most: 2 }, elementAt),
  $arrayToObject: onOne('$arrayToObject', arrayToObject),
  $concatArrays: onValues('$concatArrays', { least: 0, most: Infinity }, (values) => {
    const lists = values.map((value) =>
      listOf(value, (type) => `$concatArrays only supports arrays, not ${type}`),
    );
    return lists.includes(undefined) ? null : lists.flatMap((list) => list ?? []);
  }),
  $filter: filter,
  $in: onValues('$in', { least: 2, most: 2 }, ([value, list]) => {
    if (!Array.isArray(list)) {
      throw failed(`$in requires an array as a second argument, found: ${typeName(list)}`);
    }
    return list.some((item) => isEqual(item, value));
  }),
  $indexOfArray: onValues('$indexOfArray', { least: 2, most: 4 }, indexOf),
  $isArray: onValues('$isArray', { least: 1, most: 1 }, ([value]) => Array.isArray(value)),
  $map: map,
  $range: onValues('$range', { least: 2, most: 3 }, range),
  $reduce: reduce,
  $reverseArray: onOne('$reverseArray', (value) =>
    [
      ...arrayOf(
        value,
        (type) => `The argument to $reverseArray must be an array, but was of type: ${type}`,
      ),
    ].reverse(),
  ),
  $size: onValues('$size', { least: 1, most: 1 }, ([value]) => {
    if (Array.isArray(value)) return value.length;
    throw failed(`The argument to $size must be an array, but was of type: ${typeName(value)}`);
  }),
  $slice: onValues('$slice', { least: 2, most: 3 }, slice),
  $zip: zip,
};

function elementAt([list, index]: readonly (Value | undefined)[]): Value | undefined {
  if (isNothing(list) || isNothing(index)) return null;
  const items = arrayOf(
    list,
    (type) => `$arrayElemAt's first argument must be an array, but is ${type}`,
  );
  if (!isNumeric(index)) {
    throw failed(
      `$arrayElemAt's second argument must be a numeric value, but is ${typeName(index)}`,
    );
  }
  const place = wholeNumber(
    index,
    (given) => `$arrayElemAt's second argument must be representable as a 32-bit integer: ${given}`,
  );
  return items.at(place);
}

/** Of pairs `[name, value]`, or of documents `{k, v}`; of two of a name the last counts. */
function arrayToObject(value: Value): Value {
  const items = arrayOf(value, (type) => `$arrayToObject requires an array input, found: ${type}`);
  const isOfPairs = Array.isArray(items[0]);
  const result: Document = {};
  for (const item of items) {
    if (Array.isArray(item) !== isOfPairs) {
      throw failed(
        `$arrayToObject requires a consistent input format. Elements must all be arrays or all be objects.`,
      );
    }
    const [name, own] = Array.isArray(item) ? pairOf(item) : keyAndValue(item);
    result[name] = own;
  }
  return result;
}

function pairOf(pair: Value[]): [string, Value] {
  const [name, value] = pair;
  if (pair.length !== 2 || value === undefined) {
    throw failed(
      `$arrayToObject requires an array of size 2 arrays,found array of size: ${pair.length}`,
    );
  }
  if (typeof name !== 'string') {
    throw failed(
      `$arrayToObject requires an array of key-value pairs, where the key must be of type string. Found key type: ${typeName(name)}`,
    );
  }
  return [name, value];
}

function keyAndValue(item: Value): [string, Value] {
  if (!isDocument(item))
    throw failed(`Unrecognised input type format for $arrayToObject: ${typeName(item)}`);
  const { k, v } = item;
  if (Object.keys(item).length !== 2 || k === undefined || v === undefined) {
    throw failed(
      "$arrayToObject requires an object with keys 'k' and 'v'. Missing either or both keys",
    );
  }
  if (typeof k !== 'string') {
    throw failed(
      `$arrayToObject requires an object with keys 'k' and 'v', where the value of 'k' must be of type string. Found type: ${typeName(k)}`,
    );
  }
  return [k, v];
}

function filter(operand: Value, compile: Compile): Expression {
  const fields = named('$filter', operand, {
    required: ['input', 'cond'],
    optional: ['as', 'limit'],
  });
  const name = nameOf(fields['as'], 'this');
  const input = compile(fields['input']);
  const condition = compile(fields['cond'], [name]);
  const limit = compile(fields['limit']);
  return (scope) => {
    const items = listOf(input(scope), (type) => `input to $filter must be an array not ${type}`);
    if (!items) return null;
    const most = limit(scope);
    const kept = items.filter((item) =>
      isTrue(condition({ ...scope, variables: { ...scope.variables, [name]: item } })),
    );
    return isNumeric(most) ? kept.slice(0, Number(most)) : kept;
  };
}

function map(operand: Value, compile: Compile): Expression {
  const fields = named('$map', operand, { required: ['input', 'in'], optional: ['as'] });
  const name = nameOf(fields['as'], 'this');
  const input = compile(fields['input']);
  const each = compile(fields['in'], [name]);
  return (scope) => {
    const items = listOf(input(scope), (type) => `input to $map must be an array not ${type}`);
    if (!items) return null;
    return items.map(
      (item) => each({ ...scope, variables: { ...scope.variables, [name]: item } }) ?? null,
    );
  };
}

function nameOf(value: Value | undefined, otherwise: string): string {
  if (value === undefined) return otherwise;
  if (typeof value !== 'string' || !/^[a-z\u0080-\uffff][\w\u0080-\uffff]*$/.test(value)) {
    throw failed(`${show(value)} starts with an invalid character for a user variable name`);
  }
  return value;
}

function reduce(operand: Value, compile: Compile): Expression {
  const fields = named('$reduce', operand, { required: ['input', 'initialValue', 'in'] });
  const input = compile(fields['input']);
  const initial = compile(fields['initialValue']);
  const each = compile(fields['in'], ['this', 'value']);
  return (scope) => {
    const items = listOf(
      input(scope),
      (type) => `$reduce requires that 'input' be an array, found: ${type}`,
    );
    if (!items) return null;
    return items.reduce<Value | undefined>(
      (value, item) => each({ ...scope, variables: { ...scope.variables, this: item, value } }),
      initial(scope),
    );
  };
}

/** @returns -1 when it is not among the elements from the start to the end */
function indexOf(values: readonly (Value | undefined)[]): Value {
  const [list, wanted, start, end] = values;
  const items = listOf(
    list,
    (type) => `$indexOfArray requires an array as a first argument, found: ${type}`,
  );
  if (!items) return null;
  const from = bound('$indexOfArray', 'starting', start, 0);
  const to = bound('$indexOfArray', 'ending', end, items.length);
  return items.findIndex((item, place) => place >= from && place < to && isEqual(item, wanted));
}

/** A start or an end, for the operators that look for a place. */
export function bound(
  name: string,
  which: 'starting' | 'ending',
  value: Value | undefined,
  otherwise: number,
): number {
  if (value === undefined) return otherwise;
  const place = wholeNumber(
    value,
    (given) => `${name} requires an integral ${which} index, found a value of type: ${given}`,
  );
  if (place < 0) throw failed(`${name} requires a nonnegative ${which} index, found: ${place}`);
  return place;
}

function range([start, end, step]: readonly (Value | undefined)[]): Value {
  const [from, to, by] = [
    wholeNumber(
      start,
      (given) => `$range requires a numeric starting value, found value of type:${given}`,
    ),
    wholeNumber(
      end,
      (given) => `$range requires a numeric ending value, found value of type:${given}`,
    ),
    step === undefined
      ? 1
      : wholeNumber(
          step,
          (given) => `$range requires a numeric step value, found value of type:${given}`,
        ),
  ];
  if (by === 0) throw failed('$range requires a non-zero step value');
  const count = Math.max(0, Math.ceil((to - from) / by));
  return Array.from({ length: count }, (_, i) => from + i * by);
}

function slice([list, first, second]: readonly (Value | undefined)[]): Value {
  if (isNothing(list) || first === null || second === null) return null;
  const items = arrayOf(
    list,
    (type) => `First argument to $slice must be an array, but is of type: ${type}`,
  );
  const place = wholeNumber(
    first,
    (given) => `Second argument to $slice must be a numeric value, but is of type: ${given}`,
  );
  if (second === undefined) return place < 0 ? items.slice(place) : items.slice(0, place);
  const count = wholeNumber(
    second,
    (given) => `Third argument to $slice must be numeric, but is of type: ${given}`,
  );
  if (count <= 0) throw failed(`Third argument to $slice must be positive: ${count}`);
  const from = place < 0 ? Math.max(0, items.length + place) : place;
  return items.slice(from, from + count);
}

function zip(operand: Value, compile: Compile): Expression {
  const fields = named('$zip', operand, {
    required: ['inputs'],
    optional: ['useLongestLength', 'defaults'],
  });
  const { inputs, defaults, useLongestLength = false } = fields;
  if (!Array.isArray(inputs))
    throw failed(`inputs must be an array of expressions, found ${typeName(inputs)}`);
  if (inputs.length === 0) throw failed('$zip requires at least one input array');
  if (typeof useLongestLength !== 'boolean') throw failed('useLongestLength must be a bool');
  if (defaults !== undefined && !useLongestLength) {
    throw failed('cannot specify defaults unless useLongestLength is true');
  }
  const lists = inputs.map((input) => compile(input));
  const fillers = Array.isArray(defaults) ? defaults.map((filler) => compile(filler)) : [];
  return (scope) => {
    const zipped = lists.map((list) =>
      listOf(list(scope), (type) => `$zip found a non-array expression in input: ${type}`),
    );
    const known = zipped.filter((list) => list !== undefined);
    if (known.length < zipped.length) return null;
    const lengths = known.map((list) => list.length);
    const length = useLongestLength ? Math.max(...lengths) : Math.min(...lengths);
    return Array.from({ length }, (_, i) =>
      known.map((list, of) => list[i] ?? fillers[of]?.(scope) ?? null),
    );
  };
}

function arrayOf(value: Value, complain: (type: string) => string): Value[] {
  if (!Array.isArray(value)) throw failed(complain(typeName(value)));
  return value;
}
