// The key ranges of an index in which the documents of one branch of a filter lie.
import type { KeyRange } from '../storage/collection';
import type { OrderedIndex } from '../storage/indexes';
import { afterAll, orderKey, type OrderKey } from '../values/order-key';
import { boundsRange, type Branch, type FieldConstraint } from './constraints';

export interface BranchRanges {
  readonly ranges: KeyRange[];
  /** Leading fields of the index that equal one single value. */
  readonly pinned: number;
  /** The more it is, the fewer documents are likely to be read. */
  readonly score: number;
  /** All that the branch says is in the ranges. */
  readonly exact: boolean;
}

/** @returns nothing when the index does not have all documents that may match */
export function branchRanges(index: OrderedIndex, branch: Branch): BranchRanges | undefined {
  const equal = equalFields(index, branch);
  const bounded = boundedField(index, branch, equal.length);
  if (index.sparse && !bounded && equal.every(({ equals }) => equals?.includes(null))) {
    return undefined;
  }
  const prefixes = prefixesOf(index, equal);
  const manyAt = equal.findIndex(({ equals }) => equals?.length !== 1);
  const isWhole = index.unique && equal.length === index.fields.length;
  const usedWholly = equal.filter(({ bounds }) => !bounds).length + (bounded?.isUsedWholly ? 1 : 0);
  return {
    ranges: prefixes.map((prefix) => within(prefix, bounded?.range)),
    pinned: manyAt < 0 ? equal.length : manyAt,
    score: equal.length * 10 + (bounded ? 5 : 0) + (isWhole ? 1 : 0),
    exact: branch.exact && usedWholly === branch.fields.size,
  };
}

/** The constraints of the leading fields of the index that equal something. */
function equalFields(index: OrderedIndex, branch: Branch): FieldConstraint[] {
  const equal: FieldConstraint[] = [];
  for (const { field } of index.fields) {
    const constraint = branch.fields.get(field);
    if (!constraint?.equals) break;
    equal.push(constraint);
  }
  return equal;
}

/** The range of the field that follows the equal ones, if it is bounded. */
function boundedField(
  index: OrderedIndex,
  branch: Branch,
  at: number,
): { range: KeyRange; isUsedWholly: boolean } | undefined {
  const next = index.fields[at];
  const bounds = next && branch.fields.get(next.field)?.bounds;
  const range = bounds && boundsRange(bounds, next.direction, index.multikey);
  // Of an index on arrays only one bound is used, see boundsRange.
  return range && { range, isUsedWholly: !index.multikey || bounds.length === 1 };
}

function prefixesOf(index: OrderedIndex, equal: readonly FieldConstraint[]): OrderKey[] {
  let prefixes: OrderKey[] = [''];
  for (const [i, { equals = [] }] of equal.entries()) {
    const direction = index.fields[i]?.direction;
    const keys = equals.map((value) => orderKey(value, direction));
    prefixes = prefixes.flatMap((prefix) => keys.map((key) => prefix + key));
  }
  return prefixes;
}

function within(prefix: OrderKey, range: KeyRange | undefined): KeyRange {
  return range
    ? { lower: prefix + range.lower, upper: prefix + range.upper }
    : { lower: prefix, upper: prefix + afterAll };
}
