// The update operators, each as what it makes of the value at a path.
import { requestFailed } from '../errors';
import { matcherOf } from '../query/filter';
import { readSort, sortBy } from '../query/sort';
import { compare } from '../values/compare';
import {
  addition,
  calculate,
  integerOf,
  isNumeric,
  kindOf,
  multiplication,
  numberOf,
  numeric,
} from '../values/numeral';
import { orderKey } from '../values/order-key';
import { Pattern } from '../values/pattern';
import { show } from '../values/show';
import { typeName } from '../values/type-name';
import { isDocument, type Value } from '../values/value';
import type { Draft, Slot } from './draft';

type Operator = (draft: Draft, path: string, operand: Value, nowMs: number) => void;

export const updateOperators: Readonly<Record<string, Operator>> = {
  $set: (draft, path, operand) => draft.slotAt(path, true)?.set(operand),
  $setOnInsert: () => undefined,
  $unset: (draft, path) => draft.slotAt(path, false)?.remove(),
  $inc: arithmetic('$inc', addition),
  $mul: arithmetic('$mul', multiplication),
  $min: keepWhen((operand, current) => compare(operand, current) < 0),
  $max: keepWhen((operand, current) => compare(operand, current) > 0),
  $rename: rename,
  $push: push,
  $addToSet: addToSet,
  $pop: (draft, path, operand) => {
    onArray('$pop', draft.slotAt(path, false), (items) =>
      numberOf(operand) === -1 ? items.slice(1) : items.slice(0, -1),
    );
  },
  $pull: (draft, path, operand) => {
    const isPulled = pullCondition(operand);
    onArray('$pull', draft.slotAt(path, false), (items) => items.filter((item) => !isPulled(item)));
  },
  $pullAll: (draft, path, operand) => {
    const pulled = new Set(listOf('$pullAll', operand).map((value) => orderKey(value)));
    onArray('$pullAll', draft.slotAt(path, false), (items) =>
      items.filter((item) => !pulled.has(orderKey(item))),
    );
  },
  $bit: bit,
  $currentDate: (draft, path, _operand, nowMs) => draft.slotAt(path, true)?.set(new Date(nowMs)),
};

/** A missing field counts as zero of the operand's kind. */
function arithmetic(name: string, operation: typeof addition): Operator {
  return (draft, path, operand) => {
    if (!isNumeric(operand)) {
      throw requestFailed(
        'Update',
        `Cannot ${verbs[name] ?? name} with non-numeric argument: {${path}: ${show(operand)}}`,
      );
    }
    const slot = draft.slotAt(path, true);
    const current = slot?.get() ?? (slot?.get() === null ? null : 0);
    if (!isNumeric(current)) {
      throw requestFailed(
        'Update',
        `Cannot apply ${name} to a value of non-numeric type. {_id: ${show(draft.root['_id'])}} has the field '${path}' of non-numeric type ${typeName(current)}`,
      );
    }
    const result = calculate(current, operand, operation);
    if (result === undefined) {
      throw requestFailed(
        'Update',
        `Failed to apply ${name} operations to current value ((NumberLong)${String(current)}) for document {_id: ${show(draft.root['_id'])}}`,
      );
    }
    slot?.set(result);
  };
}

const verbs: Readonly<Record<string, string>> = { $inc: 'increment', $mul: 'multiply' };

function keepWhen(isKept: (operand: Value, current: Value) => boolean): Operator {
  return (draft, path, operand) => {
    const slot = draft.slotAt(path, true);
    const current = slot?.get();
    if (current === undefined || isKept(operand, current)) slot?.set(operand);
  };
}

function rename(draft: Draft, path: string, operand: Value): void {
  if (typeof operand !== 'string') {
    throw requestFailed('Update', `The 'to' field for $rename must be a string: ${path}`);
  }
  const from = draft.slotAt(path, false);
  const value = from?.get();
  if (!from || value === undefined) return;
  from.remove();
  draft.slotAt(operand, true)?.set(value);
}

function push(draft: Draft, path: string, operand: Value): void {
  const each = isDocument(operand) ? operand['$each'] : undefined;
  const modifiers = each !== undefined && isDocument(operand) ? operand : {};
  const added = each === undefined ? [operand] : listOf('$push', each);
  const slot = draft.slotAt(path, true);
  if (slot?.get() === undefined) slot?.set([]);
  onArray('$push', slot, (items) => {
    const at = numberOf(modifiers['$position']) ?? items.length;
    const all = [...items.slice(0, at), ...added, ...items.slice(at)];
    return slice(sorted(all, modifiers['$sort']), modifiers['$slice']);
  });
}

function sorted(items: Value[], order: Value | undefined): Value[] {
  if (order === undefined) return items;
  const direction = numberOf(order);
  if (direction !== undefined) return [...items].sort((a, b) => compare(a, b) * direction);
  return sortBy(items, readSort(order), (item) => (isDocument(item) ? item : {}));
}

function slice(items: Value[], operand: Value | undefined): Value[] {
  const limit = numberOf(operand);
  if (limit === undefined) return items;
  return limit < 0 ? items.slice(limit) : items.slice(0, limit);
}

function addToSet(draft: Draft, path: string, operand: Value): void {
  const each = isDocument(operand) ? operand['$each'] : undefined;
  const added = each === undefined ? [operand] : listOf('$addToSet', each);
  const slot = draft.slotAt(path, true);
  if (slot?.get() === undefined) slot?.set([]);
  onArray('$addToSet', slot, (items) => {
    const known = new Set(items.map((item) => orderKey(item)));
    const fresh = added.filter((value) => {
      const key = orderKey(value);
      const isNew = !known.has(key);
      known.add(key);
      return isNew;
    });
    return [...items, ...fresh];
  });
}

/** Of integers; a missing field counts as zero. */
function bit(draft: Draft, path: string, operand: Value): void {
  const slot = draft.slotAt(path, true);
  const current = slot?.get() ?? 0;
  const [name = '', by] = isDocument(operand) ? (Object.entries(operand)[0] ?? []) : [];
  const [bits, mask] = [current, by].map((value) =>
    isNumeric(value) && /int|long/.test(kindOf(value)) ? integerOf(value) : undefined,
  );
  if (bits === undefined || mask === undefined) {
    throw requestFailed('Update', `Cannot apply $bit to a value of non-integral type at '${path}'`);
  }
  const results = new Map([
    ['and', bits & mask],
    ['or', bits | mask],
    ['xor', bits ^ mask],
  ]);
  const result = results.get(name);
  if (result === undefined) {
    throw requestFailed(
      'Update',
      `The $bit modifier only supports 'and', 'or', and 'xor', not '${name}'`,
    );
  }
  const kind = [current, by].some((value) => isNumeric(value) && kindOf(value) === 'long');
  slot?.set(numeric(kind ? 'long' : 'int', result.toString()));
}

function pullCondition(operand: Value): (item: Value) => boolean {
  if (!isDocument(operand) && !(operand instanceof Pattern)) {
    const key = orderKey(operand);
    return (item) => orderKey(item) === key;
  }
  const isOperators = isDocument(operand) && Object.keys(operand)[0]?.startsWith('$') === true;
  if (isOperators || operand instanceof Pattern) {
    const matches = matcherOf({ item: operand });
    return (item) => matches({ item });
  }
  const matches = matcherOf(operand);
  return (item) => isDocument(item) && matches(item);
}

function onArray(name: string, slot: Slot | undefined, change: (items: Value[]) => Value[]): void {
  const current = slot?.get();
  if (!slot || current === undefined) return;
  if (!Array.isArray(current)) {
    throw requestFailed('Update', `Cannot apply ${name} to a non-array value`);
  }
  slot.set(change(current));
}

function listOf(name: string, value: Value): Value[] {
  if (!Array.isArray(value))
    throw requestFailed('Update', `The argument to ${name} must be an array`);
  return value;
}
