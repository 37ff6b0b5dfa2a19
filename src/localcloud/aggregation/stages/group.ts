// $group, and the stages that are groupings of a special kind.
import { double, isNumeric } from '../../values/numeral';
import { compare } from '../../values/compare';
import { orderKey } from '../../values/order-key';
import { isDocument, type Document, type Value } from '../../values/value';
import { type Accumulator, accumulators } from '../accumulators';
import { compileExpression } from '../expression';
import type { Expression, Scope } from '../operator';
import { failed } from '../failed';
import type { RunStage, StageContext } from '../stage';
import { roundsTo } from './preferred-numbers';

interface Output {
  readonly field: string;
  readonly create: () => Accumulator;
  readonly value: Expression;
}

interface Group {
  readonly id: Value;
  readonly members: readonly { readonly output: Output; readonly accumulator: Accumulator }[];
}

export function group(operand: Value, context: StageContext): RunStage {
  if (!isDocument(operand)) throw failed("a group's fields must be specified in an object");
  const { _id, ...fields } = operand;
  if (_id === undefined) throw failed('a group specification must include an _id');
  const id = compile(_id, context);
  const outputs = readOutputs(fields, context);
  return (documents) => grouped(documents, { id, outputs, context });
}

function grouped(
  documents: readonly Document[],
  by: { id: Expression; outputs: readonly Output[]; context: StageContext },
): Document[] {
  const groups = new Map<string, Group>();
  for (const root of documents) {
    const scope = scopeOf(root, by.context);
    const id = by.id(scope) ?? null;
    const key = orderKey(id);
    let found = groups.get(key);
    if (!found) groups.set(key, (found = newGroup(id, by.outputs)));
    addTo(found, scope);
  }
  return [...groups.values()].map(resultOf);
}

function newGroup(id: Value, outputs: readonly Output[]): Group {
  return { id, members: outputs.map((output) => ({ output, accumulator: output.create() })) };
}

function addTo({ members }: Group, scope: Scope): void {
  for (const { output, accumulator } of members) accumulator.add(output.value(scope));
}

function resultOf({ id, members }: Group): Document {
  const result: Document = { _id: id };
  for (const { output, accumulator } of members) result[output.field] = accumulator.result();
  return result;
}

function readOutputs(fields: Document, context: StageContext): Output[] {
  return Object.entries(fields).map(([field, operand]) => {
    if (field.includes('.')) throw failed(`The field name '${field}' cannot contain '.'`);
    if (!isDocument(operand) || Object.keys(operand).length === 0) {
      throw failed(`The field '${field}' must be an accumulator object`);
    }
    const [[name, value] = ['', null], ...others] = Object.entries(operand);
    if (others.length > 0) throw failed(`The field '${field}' must specify one accumulator`);
    const create = accumulators.get(name);
    if (!create) throw failed(`unknown group operator '${name}'`);
    return { field, create, value: compile(value, context) };
  });
}

/** `{count: {$sum: 1}}` unless something else is asked for. */
function outputsOf(output: Value | undefined, context: StageContext): Output[] {
  return readOutputs(isDocument(output) ? output : { count: { $sum: 1 } }, context);
}

/** From each boundary to below the next one; what lies outside goes to the default, if there is one. */
export function bucket(operand: Value, context: StageContext): RunStage {
  if (!isDocument(operand)) throw failed('Argument to $bucket stage must be an object');
  const { groupBy, boundaries, default: otherwise, output } = operand;
  if (groupBy === undefined || !Array.isArray(boundaries)) {
    throw failed('$bucket requires `groupBy` and `boundaries` to be specified');
  }
  assertBoundaries(boundaries);
  const bounds = boundaries;
  const value = compile(groupBy, context);
  const outputs = outputsOf(output, context);
  const id: Expression = (scope) => bucketOf(value(scope) ?? null, bounds, otherwise);
  return (documents) =>
    grouped(documents, { id, outputs, context }).sort((a, b) => compare(a['_id'], b['_id']));
}

function assertBoundaries(bounds: readonly Value[]): void {
  if (bounds.length < 2) {
    throw failed(
      `The $bucket 'boundaries' field must have at least 2 values, but found ${bounds.length} value(s).`,
    );
  }
  for (const [i, bound] of bounds.entries()) {
    if (i > 0 && compare(bounds[i - 1], bound) >= 0) {
      throw failed(
        "The 'boundaries' option to $bucket must be sorted, but elements are not in ascending order",
      );
    }
  }
}

function bucketOf(value: Value, bounds: readonly Value[], otherwise: Value | undefined): Value {
  const above = bounds.findIndex((bound) => compare(value, bound) < 0);
  const found = above > 0 ? bounds[above - 1] : otherwise;
  if (found !== undefined) return found;
  throw failed(
    '$switch could not find a matching branch for an input, and no default was specified.',
  );
}

/** As many buckets as asked for, of as equal sizes as the values allow. */
export function bucketAuto(operand: Value, context: StageContext): RunStage {
  if (!isDocument(operand)) throw failed('The argument to $bucketAuto must be an object');
  const { groupBy, buckets, granularity, output } = operand;
  if (groupBy === undefined || buckets === undefined) {
    throw failed("$bucketAuto requires 'groupBy' and 'buckets' to be specified");
  }
  if (!isNumeric(buckets) || !Number.isInteger(Number(buckets)) || Number(buckets) < 1) {
    throw failed("The $bucketAuto 'buckets' field must be an integer greater than 0");
  }
  const round = granularity === undefined ? undefined : roundsTo(granularity);
  const value = compile(groupBy, context);
  const outputs = outputsOf(output, context);
  return (documents) => {
    const placed = documents
      .map((root) => ({
        scope: scopeOf(root, context),
        value: value(scopeOf(root, context)) ?? null,
      }))
      .sort((a, b) => compare(a.value, b.value));
    return filledBuckets(placed, { count: Number(buckets), round }).map(({ id, items }) => {
      const bucketed = newGroup(id, outputs);
      for (const { scope } of items) addTo(bucketed, scope);
      return resultOf(bucketed);
    });
  };
}

interface Placed {
  readonly scope: Scope;
  readonly value: Value;
}

interface Rounding {
  readonly up: (value: number) => number;
  readonly down: (value: number) => number;
}

interface Filled {
  readonly id: Document;
  readonly items: readonly Placed[];
}

/** Equal values are never torn apart; a bucket ends where the next one begins. */
function filledBuckets(
  placed: readonly Placed[],
  { count, round }: { count: number; round: Rounding | undefined },
): Filled[] {
  const size = Math.max(1, Math.round(placed.length / count));
  const filled: Filled[] = [];
  let start = 0;
  while (start < placed.length && filled.length < count) {
    const isLast = filled.length === count - 1;
    const end = isLast
      ? placed.length
      : endOf(placed, Math.min(start + size, placed.length), round);
    filled.push(filledFrom(placed, { start, end, previous: filled.at(-1)?.id['max'], round }));
    start = end;
  }
  return filled;
}

/** Moves the end behind all that equal, or round up to, the last one before it. */
function endOf(placed: readonly Placed[], end: number, round: Rounding | undefined): number {
  const last = placed[end - 1]?.value ?? null;
  const border = round ? roundUp(last, round) : last;
  let moved = end;
  while (moved < placed.length) {
    const order = compare(placed[moved]?.value, border);
    if (round ? order >= 0 : order > 0) break;
    moved++;
  }
  return moved;
}

function filledFrom(
  placed: readonly Placed[],
  from: { start: number; end: number; previous: Value | undefined; round: Rounding | undefined },
): Filled {
  const { start, end, previous, round } = from;
  const items = placed.slice(start, end);
  const [least, greatest] = [items[0]?.value ?? null, items.at(-1)?.value ?? null];
  const next = placed[end]?.value;
  const min = round ? (previous ?? roundDown(least, round)) : least;
  const max = round ? roundUp(greatest, round) : (next ?? greatest);
  return { id: { min, max }, items };
}

function roundUp(value: Value, round: Rounding): Value {
  return double(round.up(numberToRound(value)));
}

function roundDown(value: Value, round: Rounding): Value {
  return double(round.down(numberToRound(value)));
}

function numberToRound(value: Value): number {
  if (isNumeric(value) && Number(value) >= 0) return Number(value);
  throw failed(
    '$bucketAuto can only support non-negative numeric values when a granularity is specified',
  );
}

/** `{_id: value, count}`, the most frequent first. */
export function sortByCount(operand: Value, context: StageContext): RunStage {
  const isExpression = typeof operand === 'string' ? operand.startsWith('$') : isDocument(operand);
  if (!isExpression) {
    throw failed(
      "the sortByCount field must be specified as a string or as an object: a field path begins with '$'",
    );
  }
  const counted = group({ _id: operand, count: { $sum: 1 } }, context);
  return (documents) => counted(documents).sort((a, b) => compare(b['count'], a['count']));
}

/** One document with the number of documents, none when there are none. */
export function count(operand: Value): RunStage {
  if (typeof operand !== 'string' || operand === '' || /^\$|\./.test(operand)) {
    throw failed('the count field must be a non-empty string that is no path');
  }
  return (documents) => (documents.length === 0 ? [] : [{ [operand]: documents.length }]);
}

function compile(operand: Value, { variables }: StageContext): Expression {
  return compileExpression(operand, Object.keys(variables));
}

function scopeOf(root: Document, { variables, nowMs }: StageContext): Scope {
  return { root, variables, nowMs };
}
