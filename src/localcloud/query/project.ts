// The fields a query asks for: those of a projection, parts of arrays among them.
import { projection } from '../aggregation/projection';
import { CloudError, requestFailed } from '../errors';
import { numberOf } from '../values/numeral';
import { isDocument, type Document, type Value } from '../values/value';
import { elementTest } from './filter';

type Part = (list: readonly Value[]) => Value[] | undefined;

/** @throws CloudError DATABASE_REQUEST_FAILED for a bad projection */
export function project(documents: readonly Document[], fields: Document): Document[] {
  const parts = new Map<string, Part>();
  for (const [field, value] of Object.entries(fields)) {
    const part = partOf(value);
    if (part) parts.set(field, part);
  }
  const isInclusion = Object.entries(fields).some(([field, value]) => includes(field, value));
  // A slice by itself leaves all the other fields; among fields that are asked for it is one of them.
  const plain = Object.fromEntries(
    Object.entries(fields)
      .filter(([field]) => isInclusion || !parts.has(field))
      .map(([field, value]) => [field, parts.has(field) ? 1 : value]),
  );
  const shape = shapeOf(plain);
  return documents.map((document) => withParts(shape(document), parts));
}

function shapeOf(fields: Document): (document: Document) => Document {
  if (Object.keys(fields).length === 0) return (document) => document;
  try {
    const shape = projection('$project', fields, []);
    return (root) => shape(root, { root, variables: {}, nowMs: 0 });
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    throw requestFailed('Find', 'Cannot do exclusion in an inclusion projection, nor otherwise');
  }
}

/** Whether it asks for a field, so that the others are left out. */
function includes(field: string, value: Value): boolean {
  if (isDocument(value)) return !('$slice' in value);
  return field !== '_id' && Number(value) !== 0;
}

function partOf(value: Value): Part | undefined {
  if (!isDocument(value)) return undefined;
  const { $slice, $elemMatch } = value;
  if ($slice !== undefined) return slice($slice);
  if (!isDocument($elemMatch)) return undefined;
  const test = elementTest($elemMatch);
  return (list) => {
    const found = list.find(test);
    return found === undefined ? undefined : [found];
  };
}

/** The first elements, the last ones when it is negative, or `[skipped, count]`. */
function slice(operand: Value): Part {
  if (!Array.isArray(operand)) {
    const count = wholeNumber(operand);
    return (list) => (count < 0 ? list.slice(count) : list.slice(0, count));
  }
  const [skipped, count] = [wholeNumber(operand[0]), wholeNumber(operand[1])];
  if (count <= 0) throw requestFailed('Find', '$slice limit must be positive');
  return (list) => {
    const from = skipped < 0 ? Math.max(0, list.length + skipped) : skipped;
    return list.slice(from, from + count);
  };
}

function wholeNumber(value: Value | undefined): number {
  const number = numberOf(value);
  if (number === undefined)
    throw requestFailed('Find', '$slice only supports numbers and [skip, limit] arrays');
  return Math.trunc(number);
}

function withParts(document: Document, parts: ReadonlyMap<string, Part>): Document {
  const result = { ...document };
  for (const [path, part] of parts) replaceAt(result, path.split('.'), part);
  return result;
}

function replaceAt(holder: Document, [first = '', ...rest]: string[], part: Part): void {
  const value = holder[first];
  if (rest.length > 0) {
    if (!isDocument(value)) return;
    const inner = { ...value };
    holder[first] = inner;
    replaceAt(inner, rest, part);
    return;
  }
  if (!Array.isArray(value)) return;
  const found = part(value);
  if (found) holder[first] = found;
  else Reflect.deleteProperty(holder, first);
}
