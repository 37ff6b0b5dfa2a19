// Projections: which fields of a document go on, which do not, and which are computed. $project,
// $addFields and the fields of a query are of this kind.
import { isNumeric } from '../values/numeral';
import { isDocument, type Document, type Value } from '../values/value';
import { compileExpression } from './expression';
import type { Expression, Scope } from './operator';
import { failed } from './failed';

export type Projection = (document: Document, scope: Scope) => Document;

type Node =
  | { readonly kind: 'include' }
  | { readonly kind: 'exclude' }
  | { readonly kind: 'compute'; readonly value: Expression }
  | { readonly kind: 'nested'; readonly fields: Fields };
type Fields = Map<string, Node>;
type Name = '$project' | '$addFields';

/** @throws CloudError for fields that contradict each other */
export function projection(name: Name, operand: Document, names: readonly string[]): Projection {
  const fields = readFields(name, operand, names);
  if (name === '$addFields') return (document, scope) => added(document, fields, scope);
  const { _id: id, rest } = split(fields);
  const kinds = kindsOf(rest);
  const isExclusion = kinds.size > 0 ? kinds.has('exclude') : id?.kind === 'exclude';
  if (isExclusion) {
    assertAllExcluded(kinds);
    return (document) => excluded(document, fields);
  }
  if (id === undefined) fields.set('_id', { kind: 'include' });
  return (document, scope) => computed(included(document, fields), { document, fields, scope });
}

function split(fields: Fields): { _id: Node | undefined; rest: Fields } {
  const rest = new Map(fields);
  rest.delete('_id');
  return { _id: fields.get('_id'), rest };
}

function kindsOf(fields: Fields): Set<Node['kind']> {
  const kinds = [...fields.values()].flatMap((node) =>
    node.kind === 'nested' ? [...kindsOf(node.fields)] : [node.kind],
  );
  return new Set(kinds);
}

function assertAllExcluded(kinds: ReadonlySet<Node['kind']>): void {
  if (kinds.size > 1) {
    throw failed(
      'Invalid $project :: caused by :: Cannot do exclusion in an inclusion projection, nor the other way round',
    );
  }
}

function readFields(name: Name, operand: Document, names: readonly string[]): Fields {
  const fields: Fields = new Map();
  for (const [path, value] of Object.entries(operand)) {
    put(fields, path.split('.'), { name, path, node: readNode(name, value, names) });
  }
  return fields;
}

function put(
  fields: Fields,
  [first = '', ...rest]: string[],
  given: { name: Name; path: string; node: Node },
): void {
  if (first === '' || first.startsWith('$')) {
    throw failed(
      `Invalid ${given.name} :: caused by :: FieldPath field names may not be empty or start with '$': ${given.path}`,
    );
  }
  const known = fields.get(first);
  if (rest.length === 0 && known === undefined) {
    fields.set(first, given.node);
    return;
  }
  const nested = known ?? { kind: 'nested', fields: new Map<string, Node>() };
  if (nested.kind !== 'nested' || (rest.length === 0 && given.node.kind !== 'nested')) {
    throw failed(`Invalid ${given.name} :: caused by :: Path collision at ${given.path}`);
  }
  fields.set(first, nested);
  if (rest.length > 0) put(nested.fields, rest, given);
  else if (given.node.kind === 'nested') {
    for (const [field, node] of given.node.fields) nested.fields.set(field, node);
  }
}

function readNode(name: Name, value: Value, names: readonly string[]): Node {
  if (name === '$project' && (typeof value === 'boolean' || isNumeric(value))) {
    return { kind: Number(value) === 0 ? 'exclude' : 'include' };
  }
  const isNested = isDocument(value) && !Object.keys(value)[0]?.startsWith('$');
  if (isNested && Object.keys(value).length > 0) {
    return { kind: 'nested', fields: readFields(name, value, names) };
  }
  return { kind: 'compute', value: compileExpression(value, names) };
}

/** The fields that are included, in their own order; scalars in arrays on the way fall out. */
function included(document: Document, fields: Fields): Document {
  const result: Document = {};
  for (const [field, value] of Object.entries(document)) {
    const node = fields.get(field);
    if (node?.kind === 'include') result[field] = value;
    if (node?.kind !== 'nested') continue;
    const inner = includedIn(value, node.fields);
    if (inner !== undefined) result[field] = inner;
  }
  return result;
}

function includedIn(value: Value, fields: Fields): Value | undefined {
  if (isDocument(value)) return included(value, fields);
  if (!Array.isArray(value)) return undefined;
  return value.map((item) => includedIn(item, fields)).filter((item) => item !== undefined);
}

/** Fields that are computed come after those that are included, in the order of the projection. */
function computed(
  result: Document,
  by: { document: Document; fields: Fields; scope: Scope },
): Document {
  if (![...kindsOf(by.fields)].includes('compute')) return result;
  return added(result, by.fields, by.scope);
}

/** Sets computed fields; a document or each document of an array on the way gets its own. */
function added(document: Document, fields: Fields, scope: Scope): Document {
  const result = { ...document };
  for (const [field, node] of fields) {
    if (node.kind === 'compute') {
      const value = node.value(scope);
      if (value === undefined) Reflect.deleteProperty(result, field);
      else result[field] = value;
    } else if (node.kind === 'nested' && kindsOf(node.fields).has('compute')) {
      result[field] = addedIn(result[field], node.fields, scope);
    }
  }
  return result;
}

function addedIn(value: Value | undefined, fields: Fields, scope: Scope): Value {
  if (Array.isArray(value)) return value.map((item) => addedIn(item, fields, scope));
  return added(isDocument(value) ? value : {}, fields, scope);
}

function excluded(document: Document, fields: Fields): Document {
  const result: Document = {};
  for (const [field, value] of Object.entries(document)) {
    const node = fields.get(field);
    if (node?.kind === 'exclude') continue;
    result[field] = node?.kind === 'nested' ? excludedIn(value, node.fields) : value;
  }
  return result;
}

function excludedIn(value: Value, fields: Fields): Value {
  if (Array.isArray(value)) return value.map((item) => excludedIn(item, fields));
  return isDocument(value) ? excluded(value, fields) : value;
}
