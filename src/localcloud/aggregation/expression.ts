// Expressions of the aggregation: what stands behind a field of $project or in $expr. An expression
// is compiled once and evaluated for each document; nothing (undefined) means that it is missing.
import { member } from '../values/path';
import { isDocument, type Document, type Value } from '../values/value';
import { failed } from './failed';
import type { Compile, Expression } from './operator';
import { operatorNamed } from './operators';

/**
 * @param names variables that are known from around
 * @throws CloudError DATABASE_REQUEST_FAILED for what no expression can be
 */
export function compileExpression(
  operand: Value | undefined,
  names: readonly string[] = [],
): Expression {
  const compile: Compile = (part, added = []) => compileExpression(part, [...names, ...added]);
  if (operand === undefined) return () => undefined;
  if (typeof operand === 'string' && operand.startsWith('$')) return path(operand, names);
  if (Array.isArray(operand)) return list(operand.map((item) => compile(item)));
  if (!isDocument(operand)) return () => operand;
  const [first] = Object.keys(operand);
  return first?.startsWith('$') ? operation(operand, compile) : object(operand, compile);
}

function list(items: readonly Expression[]): Expression {
  return (scope) => items.map((item) => item(scope) ?? null);
}

function object(operand: Document, compile: Compile): Expression {
  const fields = Object.entries(operand).map(([field, value]) => ({
    field,
    value: compile(value),
  }));
  return (scope) => {
    const result: Document = {};
    for (const { field, value } of fields) {
      const own = value(scope);
      if (own !== undefined) result[field] = own;
    }
    return result;
  };
}

function operation(operand: Document, compile: Compile): Expression {
  const [[name, argument] = ['', null], ...others] = Object.entries(operand);
  if (others.length > 0) {
    throw failed(
      `an object representing an expression must have exactly one field: ${JSON.stringify(operand)}`,
    );
  }
  return operatorNamed(name)(argument, compile);
}

/** `$field.of.it`, or `$$variable.of.it`. */
function path(text: string, names: readonly string[]): Expression {
  const isVariable = text.startsWith('$$');
  const [first = '', ...rest] = text.slice(isVariable ? 2 : 1).split('.');
  if (first === '') throw failed(`'${text}' starts with an invalid character for a field path`);
  if (!isVariable) return (scope) => reach(scope.root, [first, ...rest]);
  const variable = variableNamed(first, names);
  return rest.length === 0 ? variable : (scope) => reach(variable(scope), rest);
}

function variableNamed(name: string, names: readonly string[]): Expression {
  if (names.includes(name)) return (scope) => scope.variables[name];
  switch (name) {
    case 'ROOT':
    case 'CURRENT':
      return (scope) => scope.root;
    case 'NOW':
      return (scope) => new Date(scope.nowMs);
    case 'REMOVE':
      return () => undefined;
    default:
      throw failed(`Use of undefined variable: ${name}`);
  }
}

/** Through arrays of documents, as a path of an expression goes: numbers pick no elements. */
function reach(value: Value | undefined, parts: readonly string[]): Value | undefined {
  const [first, ...rest] = parts;
  if (first === undefined) return value;
  if (isDocument(value)) return reach(member(value, first), rest);
  if (!Array.isArray(value)) return undefined;
  const reached = value.filter(isDocument).map((item) => reach(item, parts));
  return reached.filter((item) => item !== undefined);
}
