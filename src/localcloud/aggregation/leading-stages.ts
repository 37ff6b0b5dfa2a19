// The stages at the head of a pipeline that a query can answer, and so an index.
import type { FindRequest } from '../query/find';
import type { SortSpec } from '../query/planner';
import { readSort } from '../query/sort';
import { isDocument, type Document } from '../values/value';
import type { Stage } from './stage';
import { isOrder } from './stages/pick';

export interface Leading extends FindRequest {
  /** How many stages it answers. */
  readonly used: number;
}

/** In the order in which a query does them, each at most once; only `$match` may be repeated. */
const order = ['$match', '$sort', '$skip', '$limit'];

export function leadingStages(stages: readonly Stage[]): Leading {
  const head = leading(stages);
  const filters = head.filter(({ name }) => name === '$match').map(({ value }) => value);
  return {
    filter: joined(filters.filter(isDocument)),
    sort: sortOf(head),
    offset: numberOf(head, '$skip', 0),
    limit: numberOf(head, '$limit', Infinity),
    used: head.length,
  };
}

function leading(stages: readonly Stage[]): Stage[] {
  const head: Stage[] = [];
  let phase = 0;
  for (const stage of stages) {
    const next = order.indexOf(stage.name);
    const isRepeated = next === phase && next > 0;
    if (next < phase || isRepeated || !isReadable(stage)) break;
    phase = next;
    head.push(stage);
  }
  return head;
}

/** A stage with a strange operand is left to the pipeline, which tells what is wrong with it. */
function isReadable({ name, value }: Stage): boolean {
  switch (name) {
    case '$match':
      return isDocument(value);
    case '$sort':
      return isOrder(value);
    case '$skip':
      return typeof value === 'number' && value >= 0;
    default:
      return typeof value === 'number' && value > 0;
  }
}

function joined(filters: Document[]): Document {
  return filters.length > 1 ? { $and: filters } : (filters[0] ?? {});
}

function sortOf(head: readonly Stage[]): SortSpec {
  return readSort(head.find(({ name }) => name === '$sort')?.value);
}

function numberOf(head: readonly Stage[], name: string, otherwise: number): number {
  const value = head.find((stage) => stage.name === name)?.value;
  return typeof value === 'number' ? value : otherwise;
}
