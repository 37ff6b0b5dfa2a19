// The operators on objects, and on sets, which are arrays whose order and repeats mean nothing.
import { compare, isEqual } from '../../values/compare';
import { typeName } from '../../values/type-name';
import { isDocument, type Document, type Value } from '../../values/value';
import { isNothing, listOf, onOne, onValues } from '../arguments';
import type { Operator } from '../operator';
import { failed } from '../failed';
import { isTrue } from '../truth';

export const objects: Readonly<Record<string, Operator>> = {
  $mergeObjects: onValues('$mergeObjects', { least: 0, most: Infinity }, (values) => {
    const [only] = values;
    const all = values.length === 1 && Array.isArray(only) ? only : values;
    return all.reduce<Document>(merged, {});
  }),
  $objectToArray: onOne('$objectToArray', (value) => {
    if (!isDocument(value)) {
      throw failed(`$objectToArray requires a document input, found: ${typeName(value)}`);
    }
    return Object.entries(value).map(([k, v]) => ({ k, v }));
  }),
};

/** The fields of both, those of the second before those of the first. */
export function merged(result: Document, value: Value | undefined): Document {
  if (isNothing(value)) return result;
  if (!isDocument(value)) {
    throw failed(`$mergeObjects requires object inputs, but input is of type ${typeName(value)}`);
  }
  return { ...result, ...value };
}

export const sets: Readonly<Record<string, Operator>> = {
  $allElementsTrue: onValues('$allElementsTrue', { least: 1, most: 1 }, ([value]) =>
    truths('$allElementsTrue', value).every(isTrue),
  ),
  $anyElementTrue: onValues('$anyElementTrue', { least: 1, most: 1 }, ([value]) =>
    truths('$anyElementTrue', value).some(isTrue),
  ),
  $setDifference: onValues('$setDifference', { least: 2, most: 2 }, ([a, b]) => {
    const [items, taken] = [
      listOf(
        a,
        (type) =>
          `both operands of $setDifference must be arrays. First argument is of type: ${type}`,
      ),
      listOf(
        b,
        (type) =>
          `both operands of $setDifference must be arrays. Second argument is of type: ${type}`,
      ),
    ];
    if (!items || !taken) return null;
    return distinct(items).filter((item) => !taken.some((other) => isEqual(item, other)));
  }),
  $setEquals: onValues('$setEquals', { least: 2, most: Infinity }, (values) => {
    const [first = [], ...others] = values.map((value) =>
      setOf(
        value,
        (type) => `All operands of $setEquals must be arrays. One argument is of type: ${type}`,
      ),
    );
    return others.every((other) => isEqual(first, other));
  }),
  $setIntersection: onValues('$setIntersection', { least: 0, most: Infinity }, (values) => {
    const lists = values.map((value) =>
      listOf(
        value,
        (type) =>
          `All operands of $setIntersection must be arrays. One argument is of type: ${type}`,
      ),
    );
    if (lists.includes(undefined)) return null;
    const [first = [], ...others] = lists;
    return ordered(first).filter((item) =>
      others.every((other) => other?.some((own) => isEqual(own, item))),
    );
  }),
  $setIsSubset: onValues('$setIsSubset', { least: 2, most: 2 }, ([a, b]) => {
    const [items, all] = [
      setOf(
        a,
        (type) =>
          `both operands of $setIsSubset must be arrays. First argument is of type: ${type}`,
      ),
      setOf(
        b,
        (type) =>
          `both operands of $setIsSubset must be arrays. Second argument is of type: ${type}`,
      ),
    ];
    return items.every((item) => all.some((other) => isEqual(item, other)));
  }),
  $setUnion: onValues('$setUnion', { least: 0, most: Infinity }, (values) => {
    const lists = values.map((value) =>
      listOf(
        value,
        (type) => `All operands of $setUnion must be arrays. One argument is of type: ${type}`,
      ),
    );
    return lists.includes(undefined) ? null : ordered(lists.flatMap((list) => list ?? []));
  }),
};

function truths(name: string, value: Value | undefined): Value[] {
  if (Array.isArray(value)) return value;
  throw failed(`${name}'s argument must be an array, but is ${typeName(value)}`);
}

function setOf(value: Value | undefined, complain: (type: string) => string): Value[] {
  if (!Array.isArray(value)) throw failed(complain(typeName(value)));
  return ordered(value);
}

/** Without repeats, sorted: sets come in this order. */
function ordered(items: readonly Value[]): Value[] {
  const sorted = [...items].sort(compare);
  return sorted.filter((item, i) => i === 0 || !isEqual(item, sorted[i - 1]));
}

function distinct(items: readonly Value[]): Value[] {
  return items.filter((item, i) => items.findIndex((other) => isEqual(item, other)) === i);
}
