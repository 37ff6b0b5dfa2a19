// $lookup: documents of another collection that belong to each document.
import { valuesAt } from '../../storage/index-keys';
import { orderKey } from '../../values/order-key';
import { isDocument, type Document, type Value } from '../../values/value';
import { compileExpression } from '../expression';
import { failed } from '../failed';
import type { RunStage, Stage, StageContext } from '../stage';
import { withValue } from './shape';

export function lookup(operand: Value, context: StageContext): RunStage {
  if (!isDocument(operand)) throw failed('the $lookup specification must be an Object');
  const from = textOf(operand, 'from');
  const as = textOf(operand, 'as');
  const found = 'pipeline' in operand ? byPipeline : byEquality;
  const matchesOf = found(from, operand, context);
  return (documents) => {
    const matches = matchesOf(documents);
    return documents.map((document) => withValue(document, as, matches(document)));
  };
}

type Matches = (document: Document) => Document[];

/** Asks once for all values of a batch, so that an index of the other collection serves it. */
function byEquality(
  from: string,
  operand: Document,
  context: StageContext,
): (documents: readonly Document[]) => Matches {
  const localField = textOf(operand, 'localField');
  const foreignField = textOf(operand, 'foreignField');
  return (documents) => {
    const wanted = new Map<string, Value>();
    for (const document of documents) {
      for (const value of localValues(document, localField)) wanted.set(orderKey(value), value);
    }
    const foreign = byKey(foreignDocuments(from, foreignField, { wanted, context }), foreignField);
    return (document) => matching(document, localField, foreign);
  };
}

/** The values that one document looks for; a missing one looks for null. */
function localValues(document: Document, field: string): Value[] {
  return valuesAt(document, field).values.map((value) => value ?? null);
}

/** So many values an index is asked for at a time. */
const batch = 200;

function foreignDocuments(
  from: string,
  field: string,
  { wanted, context }: { wanted: ReadonlyMap<string, Value>; context: StageContext },
): Document[] {
  const values = [...wanted.values()];
  const found = new Map<string, Document>();
  for (let start = 0; start < values.length; start += batch) {
    const $in = values.slice(start, start + batch);
    for (const document of context.find(from, { [field]: { $in } })) {
      found.set(orderKey(document['_id']), document);
    }
  }
  return [...found.values()];
}

function byKey(documents: readonly Document[], field: string): Map<string, Document[]> {
  const keyed = new Map<string, Document[]>();
  for (const document of documents) {
    for (const key of new Set(localValues(document, field).map((value) => orderKey(value)))) {
      const known = keyed.get(key);
      if (known) known.push(document);
      else keyed.set(key, [document]);
    }
  }
  return keyed;
}

function matching(
  document: Document,
  localField: string,
  foreign: ReadonlyMap<string, readonly Document[]>,
): Document[] {
  const keys = localValues(document, localField).map((value) => orderKey(value));
  return [...new Set(keys.flatMap((key) => foreign.get(key) ?? []))];
}

function byPipeline(
  from: string,
  operand: Document,
  context: StageContext,
): (documents: readonly Document[]) => Matches {
  const given = isDocument(operand['let']) ? operand['let'] : {};
  const outer = Object.keys(context.variables);
  const defined = Object.entries(given).map(([name, value]) => ({
    name,
    value: compileExpression(value, outer),
  }));
  const stages = readStages(operand['pipeline']);
  return () => (root) => {
    const { variables, nowMs } = context;
    const own = defined.map(
      ({ name, value }) => [name, value({ root, variables, nowMs })] as const,
    );
    return context.aggregate(from, stages, { ...variables, ...Object.fromEntries(own) });
  };
}

export function readStages(pipeline: Value | undefined): Stage[] {
  if (!Array.isArray(pipeline)) throw failed("'pipeline' option must be specified as an array");
  return pipeline.map((stage) => {
    const [entry, ...others] = isDocument(stage) ? Object.entries(stage) : [];
    if (!entry || others.length > 0) {
      throw failed('A pipeline stage specification object must contain exactly one field.');
    }
    return { name: entry[0], value: entry[1] };
  });
}

function textOf(operand: Document, name: string): string {
  const value = operand[name];
  if (typeof value === 'string') return value;
  throw failed(`$lookup argument '${name}' must be a string`);
}
