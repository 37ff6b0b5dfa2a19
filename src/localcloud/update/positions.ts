// The positional parts of paths in updates: `$` is the first element that the filter has matched,
// `$[]` is every element.
import { requestFailed } from '../errors';
import { fieldOperators, matcherOf } from '../query/filter';
import { valueAt } from '../values/path';
import { isDocument, type Document, type Value } from '../values/value';

/** The plain paths that a path with positional parts stands for in a document. */
export function plainPaths(path: string, document: Document, filter: Document): string[] {
  const parts = path.split('.');
  const at = parts.findIndex((part) => part.startsWith('$'));
  if (at < 0) return [path];
  const [list, rest] = [parts.slice(0, at).join('.'), parts.slice(at + 1)];
  return positions(parts[at] ?? '', { path, list, document, filter }).flatMap((position) =>
    plainPaths([list, String(position), ...rest].join('.'), document, filter),
  );
}

interface Place {
  readonly path: string;
  readonly list: string;
  readonly document: Document;
  readonly filter: Document;
}

function positions(part: string, place: Place): number[] {
  if (part === '$') return [matchedPosition(place)];
  if (part !== '$[]') {
    throw requestFailed(
      'Update',
      `No array filter found for identifier '${part.slice(2, -1)}' in path '${place.path}'`,
    );
  }
  const value = valueAt(place.document, place.list);
  if (Array.isArray(value)) return value.map((_, position) => position);
  throw requestFailed(
    'Update',
    value === undefined
      ? `The path '${place.list}' must exist in the document in order to apply array updates.`
      : `Cannot apply array updates to non-array element ${place.list}`,
  );
}

function matchedPosition({ list, document, filter }: Place): number {
  const items = valueAt(document, list);
  for (const test of elementTests(list, filter)) {
    const position = Array.isArray(items) ? items.findIndex(test) : -1;
    if (position >= 0) return position;
  }
  throw requestFailed(
    'Update',
    'The positional operator did not find the match needed from the query.',
  );
}

/** What the filter asks of the elements of a list, or of their fields. */
function elementTests(list: string, filter: Document): ((item: Value) => boolean)[] {
  return Object.entries(filter).flatMap(([field, operand]) => {
    if (field === '$and' && Array.isArray(operand)) {
      return operand.filter(isDocument).flatMap((part) => elementTests(list, part));
    }
    if (field === list) return [ofElement(operand)];
    if (!field.startsWith(`${list}.`)) return [];
    const matches = matcherOf({ [field.slice(list.length + 1)]: operand });
    return [(item: Value) => isDocument(item) && matches(item)];
  });
}

function ofElement(operand: Value): (item: Value) => boolean {
  const isOfList = isDocument(operand) && '$elemMatch' in operand;
  const test = fieldOperators('items', operand);
  return isOfList ? (item) => test.at({ items: [item] }) : test.single;
}
