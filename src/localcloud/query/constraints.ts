// What a filter says about single fields, in the form an index can use. A filter becomes branches,
// of which at least one holds; each branch bounds fields. What cannot be said so is left out: the
// filter itself is still checked on every candidate.
import { isNumeric } from '../values/numeral';
import {
  afterAll,
  type Direction,
  orderKey,
  type OrderKey,
  typeBracket,
} from '../values/order-key';
import { isDocument, isScalar, type Document, type Value } from '../values/value';

export type Comparison = '$gt' | '$gte' | '$lt' | '$lte';

export interface FieldConstraint {
  /** The field equals one of these. */
  equals?: Value[];
  /** Bounds that hold together. */
  bounds?: { operator: Comparison; operand: Value }[];
}

export interface Branch {
  readonly fields: ReadonlyMap<string, FieldConstraint>;
  /** The constraints say all that the branch says, so a candidate needs no further check. */
  readonly exact: boolean;
}

const maxBranches = 32;
const maxEquals = 200;
const comparisons = new Set<string>(['$gt', '$gte', '$lt', '$lte']);

export function branchesOf(filter: Document): Branch[] {
  return conjunction(filter);
}

function conjunction(filter: Document): Branch[] {
  let branches: Branch[] = [{ fields: new Map(), exact: true }];
  for (const [key, operand] of Object.entries(filter)) {
    const next = branchesOfEntry(key, operand);
    branches =
      branches.length * next.length > maxBranches
        ? branches.map(inexact)
        : branches.flatMap((a) => next.map((b) => merge(a, b)));
  }
  return branches;
}

function branchesOfEntry(key: string, operand: Value): Branch[] {
  if (key === '$and' && Array.isArray(operand)) {
    return operand
      .map((part) => (isDocument(part) ? conjunction(part) : [unknownBranch]))
      .reduce<Branch[]>(
        (all, next) =>
          all.length * next.length > maxBranches
            ? all.map(inexact)
            : all.flatMap((a) => next.map((b) => merge(a, b))),
        [{ fields: new Map(), exact: true }],
      );
  }
  if (key === '$or' && Array.isArray(operand) && operand.length > 0) {
    const branches = operand.flatMap((part) =>
      isDocument(part) ? conjunction(part) : [unknownBranch],
    );
    return branches.length > maxBranches ? [unknownBranch] : branches;
  }
  if (key.startsWith('$')) return [unknownBranch];
  return [constrain(key, operand)];
}

const unknownBranch: Branch = { fields: new Map(), exact: false };

function inexact(branch: Branch): Branch {
  return { ...branch, exact: false };
}

function merge(a: Branch, b: Branch): Branch {
  const fields = new Map(a.fields);
  let exact = a.exact && b.exact;
  for (const [field, constraint] of b.fields) {
    const known = fields.get(field);
    if (!known) {
      fields.set(field, constraint);
      continue;
    }
    // Two constraints on one field: keep the sharper one, and let the filter check the other.
    exact = false;
    fields.set(field, {
      ...known,
      ...constraint,
      ...(known.bounds && constraint.bounds
        ? { bounds: [...known.bounds, ...constraint.bounds] }
        : {}),
    });
  }
  return { fields, exact };
}

function constrain(field: string, operand: Value): Branch {
  if (isScalar(operand)) return one(field, { equals: [operand] }, operand !== null);
  if (!isDocument(operand) || !Object.keys(operand)[0]?.startsWith('$')) return unknownBranch;
  const constraint: FieldConstraint = {};
  let exact = true;
  for (const [operator, value] of Object.entries(operand)) {
    exact = addOperator(constraint, operator, value) && exact;
  }
  return one(field, constraint, exact);
}

function one(field: string, constraint: FieldConstraint, exact: boolean): Branch {
  return { fields: new Map([[field, constraint]]), exact };
}

/** Adds what an operator says; false when it says more than was added. */
function addOperator(constraint: FieldConstraint, operator: string, value: Value): boolean {
  if (operator === '$eq' && isScalar(value) && !constraint.equals) {
    constraint.equals = [value];
    return value !== null;
  }
  if (operator === '$in' && Array.isArray(value) && !constraint.equals) {
    if (value.length > maxEquals || !value.every(isScalar)) return false;
    constraint.equals = value;
    return !value.includes(null);
  }
  if (isComparison(operator) && isScalar(value) && value !== null) {
    constraint.bounds = [...(constraint.bounds ?? []), { operator, operand: value }];
    return true;
  }
  return false;
}

function isComparison(operator: string): operator is Comparison {
  return comparisons.has(operator);
}

/** The part of a key range that bounds on one component of the key make. */
export function boundsRange(
  bounds: readonly { operator: Comparison; operand: Value }[],
  direction: Direction,
  multikey: boolean,
): { lower: OrderKey; upper: OrderKey } | undefined {
  // On arrays each bound may hold for another element, so only one of them can be used.
  const used = multikey ? bounds.slice(0, 1) : bounds;
  let range: { lower: OrderKey; upper: OrderKey } | undefined;
  for (const bound of used) {
    const next = boundRange(bound, direction);
    if (!range) range = next;
    else {
      range = {
        lower: next.lower > range.lower ? next.lower : range.lower,
        upper: next.upper < range.upper ? next.upper : range.upper,
      };
    }
  }
  return range;
}

function boundRange(
  { operator, operand }: { operator: Comparison; operand: Value },
  direction: Direction,
): { lower: OrderKey; upper: OrderKey } {
  const key = orderKey(operand, direction);
  const inclusive = operator === '$gte' || operator === '$lte';
  // Nothing is more or less than NaN.
  if (isNaNumber(operand)) return { lower: key, upper: inclusive ? key + afterAll : key };
  const bracket = comparedBracket(operand, direction);
  const above = (operator === '$gt' || operator === '$gte') === (direction === 1);
  if (above) return { lower: inclusive ? key : key + afterAll, upper: bracket.to };
  return { lower: bracket.from, upper: inclusive ? key + afterAll : key };
}

/** The keys of the operand's type, without NaN, which sorts before all numbers. */
function comparedBracket(operand: Value, direction: Direction) {
  const { from, to } = typeBracket(operand, direction);
  if (!isNumeric(operand)) return { from, to };
  const nan = orderKey(NaN, direction);
  return direction === 1 ? { from: nan + afterAll, to } : { from, to: nan };
}

function isNaNumber(value: Value): boolean {
  return isNumeric(value) && Number.isNaN(Number(value));
}
