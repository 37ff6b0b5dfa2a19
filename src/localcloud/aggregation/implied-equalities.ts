// A filter such as `{$expr: {$eq: ['$payer', '$$me']}}` implies that a field equals a value, which an
// index can answer. What is implied is added to the filter; what was there is still checked.
import { isDocument, isScalar, type Document, type Value } from '../values/value';
import type { Scope } from './operator';

export function impliedEqualities(filter: Document, variables: Scope['variables']): Document {
  const implied = expressionsOf(filter).flatMap((expression) => equalities(expression, variables));
  return implied.length === 0 ? filter : { $and: [filter, ...implied] };
}

function expressionsOf(filter: Document): Value[] {
  return Object.entries(filter).flatMap(([key, operand]) => {
    if (key === '$expr') return [operand];
    if (key !== '$and' || !Array.isArray(operand)) return [];
    return operand.filter(isDocument).flatMap(expressionsOf);
  });
}

function equalities(expression: Value, variables: Scope['variables']): Document[] {
  if (!isDocument(expression)) return [];
  const { $and, $eq } = expression;
  if (Array.isArray($and)) return $and.flatMap((part) => equalities(part, variables));
  if (!Array.isArray($eq) || $eq.length !== 2) return [];
  const [a = null, b = null] = $eq;
  return [...equality(a, b, variables), ...equality(b, a, variables)];
}

/** Only of a plain field and a scalar: in an expression arrays are compared as a whole. */
function equality(field: Value, operand: Value, variables: Scope['variables']): Document[] {
  if (typeof field !== 'string' || !/^\$[^$]/.test(field)) return [];
  const value = constant(operand, variables);
  return isScalar(value) && value !== null ? [{ [field.slice(1)]: { $eq: value } }] : [];
}

function constant(operand: Value, variables: Scope['variables']): Value | undefined {
  if (typeof operand !== 'string' || !operand.startsWith('$')) return operand;
  return operand.startsWith('$$') ? variables[operand.slice(2)] : undefined;
}
