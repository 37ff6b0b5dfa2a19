// The stages that give documents another shape: $addFields, $replaceRoot, $unwind, $unset.
import { isNumeric, numeric } from '../../values/numeral';
import { valueAt } from '../../values/path';
import { typeName } from '../../values/type-name';
import { isDocument, type Document, type Value } from '../../values/value';
import { compileExpression } from '../expression';
import { failed } from '../failed';
import { projection, type Projection } from '../projection';
import type { RunStage, StageContext } from '../stage';

export function project(operand: Value, context: StageContext): RunStage {
  if (!isDocument(operand) || Object.keys(operand).length === 0) {
    throw failed(
      'Invalid $project :: caused by :: projection specification must have at least one field',
    );
  }
  return eachBy(projection('$project', operand, Object.keys(context.variables)), context);
}

export function addFields(operand: Value, context: StageContext): RunStage {
  if (!isDocument(operand) || Object.keys(operand).length === 0) {
    throw failed('Invalid $addFields :: caused by :: specification must have at least one field');
  }
  return eachBy(projection('$addFields', operand, Object.keys(context.variables)), context);
}

export function unset(operand: Value, context: StageContext): RunStage {
  const fields = (Array.isArray(operand) ? operand : [operand]).filter(
    (field) => typeof field === 'string',
  );
  return project(Object.fromEntries(fields.map((field) => [field, 0])), context);
}

function eachBy(shape: Projection, { variables, nowMs }: StageContext): RunStage {
  return (documents) => documents.map((root) => shape(root, { root, variables, nowMs }));
}

export function replaceRoot(operand: Value, context: StageContext): RunStage {
  const newRoot = isDocument(operand) ? operand['newRoot'] : undefined;
  if (newRoot === undefined) throw failed('no newRoot specified for the $replaceRoot stage');
  return replaceWith(newRoot, context);
}

export function replaceWith(operand: Value, { variables, nowMs }: StageContext): RunStage {
  const value = compileExpression(operand, Object.keys(variables));
  return (documents) =>
    documents.map((root) => {
      const replaced = value({ root, variables, nowMs });
      if (isDocument(replaced)) return replaced;
      throw failed(
        `'newRoot' expression must evaluate to an object, but resulting value was of type: '${typeName(replaced)}'`,
      );
    });
}

interface Unwinding {
  readonly path: string;
  readonly indexField: string | undefined;
  readonly keepsEmpty: boolean;
}

/** A document for each element of an array; a value that is no array counts as a single element. */
export function unwind(operand: Value): RunStage {
  const unwinding = readUnwind(operand);
  return (documents) => documents.flatMap((document) => unwound(document, unwinding));
}

function readUnwind(operand: Value): Unwinding {
  const { path, includeArrayIndex, preserveNullAndEmptyArrays } = isDocument(operand)
    ? operand
    : { path: operand };
  if (typeof path !== 'string') throw failed('no path specified to $unwind stage');
  if (!path.startsWith('$')) {
    throw failed(`path option to $unwind stage should be prefixed with a '$': ${path}`);
  }
  return {
    path: path.slice(1),
    indexField: typeof includeArrayIndex === 'string' ? includeArrayIndex : undefined,
    keepsEmpty: preserveNullAndEmptyArrays === true,
  };
}

function unwound(document: Document, { path, indexField, keepsEmpty }: Unwinding): Document[] {
  const value = valueAt(document, path);
  const withIndex = (result: Document, index: Value) =>
    indexField === undefined ? result : withValue(result, indexField, index);
  if (Array.isArray(value) && value.length > 0) {
    return value.map((item, i) =>
      withIndex(withValue(document, path, item), numeric('long', String(i))),
    );
  }
  const isEmpty = value === undefined || value === null || Array.isArray(value);
  if (!isEmpty) return [withIndex(document, null)];
  if (!keepsEmpty) return [];
  return [withIndex(Array.isArray(value) ? withValue(document, path, undefined) : document, null)];
}

/** A copy of the document with another value at a path; nothing removes what was there. */
export function withValue(document: Document, path: string, value: Value | undefined): Document {
  const [first = path, ...rest] = path.split('.');
  const result = { ...document };
  if (rest.length > 0) {
    const inner = result[first];
    result[first] = withValue(isDocument(inner) ? inner : {}, rest.join('.'), value);
  } else if (value === undefined) Reflect.deleteProperty(result, first);
  else result[first] = value;
  return result;
}

export function limit(operand: Value): RunStage {
  if (!isNumeric(operand)) throw failed('the limit must be specified as a number');
  if (Number(operand) <= 0) throw failed('the limit must be positive');
  return (documents) => documents.slice(0, Number(operand));
}

export function skip(operand: Value): RunStage {
  if (!isNumeric(operand)) throw failed('Argument to $skip must be a number');
  if (Number(operand) < 0) throw failed('Argument to $skip cannot be negative');
  return (documents) => documents.slice(Number(operand));
}
