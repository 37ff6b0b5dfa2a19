// A filter becomes one function of a document, made once and asked for each candidate.
import { compileExpression } from '../aggregation/expression';
import type { Scope } from '../aggregation/operator';
import { isTrue } from '../aggregation/truth';
import { requestFailed } from '../errors';
import { Pattern } from '../values/pattern';
import { isDocument, type Document, type Value } from '../values/value';
import { isBitOperator, bitTest } from './bit-tests';
import { every, type FieldTest, fieldTest, not } from './field-test';
import { geoOperators } from './geo-operators';
import { schemaTest } from './json-schema';
import {
  compares,
  equals,
  hasRemainder,
  hasSize,
  hasType,
  isIn,
  isTruthy,
  matchesPattern,
} from './value-tests';

export type Matcher = (document: Document) => boolean;

/** For candidates that are known to match. */
export const matchAll: Matcher = () => true;

/** What `$expr` sees besides the document. */
export interface MatchContext {
  readonly nowMs?: number;
  readonly variables?: Scope['variables'];
}

/**
 * Whether a document matches a query.
 * @throws CloudError DATABASE_REQUEST_FAILED when the filter is not understood
 */
export function matcherOf(filter: Document, context: MatchContext = {}): Matcher {
  const matchers = Object.entries(filter).map(([key, operand]) =>
    key.startsWith('$') ? logical(key, operand, context) : fieldOperators(key, operand).at,
  );
  const [only, second] = matchers;
  if (!only) return matchAll;
  if (!second) return only;
  return (document) => matchers.every((matches) => matches(document));
}

function logical(name: string, operand: Value, context: MatchContext): Matcher {
  switch (name) {
    case '$and':
      return allOf(clauses(name, operand, context));
    case '$or': {
      const parts = clauses(name, operand, context);
      return (document) => parts.some((matches) => matches(document));
    }
    case '$nor': {
      const parts = clauses(name, operand, context);
      return (document) => !parts.some((matches) => matches(document));
    }
    case '$expr':
      return expressionMatcher(operand, context);
    case '$jsonSchema':
      return schemaTest(operand);
    case '$comment':
      return matchAll;
    case '$text':
      throw requestFailed('Find', 'text index required for $text query');
    default:
      throw requestFailed('Find', `unknown top level operator: ${name}`);
  }
}

function expressionMatcher(operand: Value, context: MatchContext): Matcher {
  const { nowMs = 0, variables = {} } = context;
  const evaluate = compileExpression(operand, Object.keys(variables));
  return (root) => isTrue(evaluate({ root, variables, nowMs }));
}

function allOf(matchers: readonly Matcher[]): Matcher {
  return (document) => matchers.every((matches) => matches(document));
}

function clauses(name: string, operand: Value, context: MatchContext): Matcher[] {
  if (!Array.isArray(operand) || operand.length === 0) {
    throw requestFailed('Find', `${name} must be a nonempty array`);
  }
  return operand.map((clause) => {
    if (!isDocument(clause)) {
      throw requestFailed('Find', '$or/$and/$nor entries need to be full objects');
    }
    return matcherOf(clause, context);
  });
}

/** What stands behind a field: a value it equals, a pattern, or operators. */
export function fieldOperators(path: string, operand: Value): FieldTest {
  if (operand instanceof Pattern) return fieldTest(path, matchesPattern(operand));
  if (!hasOperators(operand)) return fieldTest(path, equals(operand));
  return every(operatorTests(path, operand));
}

function hasOperators(operand: Value): operand is Document {
  return isDocument(operand) && Object.keys(operand)[0]?.startsWith('$') === true;
}

function operatorTests(path: string, operators: Document): FieldTest[] {
  return Object.entries(operators)
    .filter(([name]) => name !== '$options' || !('$regex' in operators))
    .map(([name, operand]) => operatorTest(path, { name, operand, operators }));
}

interface Given {
  readonly name: string;
  readonly operand: Value;
  /** All operators of the field, since $regex has its options beside it. */
  readonly operators: Document;
}

function operatorTest(path: string, { name, operand, operators }: Given): FieldTest {
  switch (name) {
    case '$eq':
      return fieldTest(path, equals(operand));
    case '$ne':
      return not([fieldTest(path, equals(operand))]);
    case '$gt':
      return fieldTest(
        path,
        compares(operand, (order) => order > 0),
      );
    case '$gte':
      return fieldTest(
        path,
        compares(operand, (order) => order >= 0),
      );
    case '$lt':
      return fieldTest(
        path,
        compares(operand, (order) => order < 0),
      );
    case '$lte':
      return fieldTest(
        path,
        compares(operand, (order) => order <= 0),
      );
    case '$in':
      return fieldTest(path, isIn(operand));
    case '$nin':
      return not([fieldTest(path, isIn(operand, name))]);
    case '$mod':
      return fieldTest(path, hasRemainder(operand));
    case '$regex':
      return fieldTest(path, matchesPattern(readPattern(operand, operators['$options'])));
    case '$type':
      return fieldTest(path, hasType(operand));
    case '$exists':
      return exists(path, isTruthy(operand));
    case '$size':
      return fieldTest(path, hasSize(operand), true);
    case '$all':
      return all(path, operand);
    case '$elemMatch':
      return elementMatch(path, operand);
    case '$not':
      return not(negated(path, operand));
    default:
      return rarer(path, name, operand);
  }
}

function rarer(path: string, name: string, operand: Value): FieldTest {
  const geo = geoOperators.get(name);
  if (geo) return { at: geo(path, operand), single: () => false };
  if (isBitOperator(name)) return fieldTest(path, bitTest(name, operand));
  throw requestFailed('Find', `unknown operator: ${name}`);
}

function readPattern(operand: Value, options: Value | undefined): Pattern {
  const added = typeof options === 'string' ? options : undefined;
  if (operand instanceof Pattern) {
    return added === undefined ? operand : new Pattern(operand.source, added);
  }
  if (typeof operand !== 'string') throw requestFailed('Find', '$regex has to be a string');
  return new Pattern(operand, added ?? '');
}

function exists(path: string, wanted: boolean): FieldTest {
  const test = fieldTest(path, (value) => value !== undefined, true);
  return wanted ? test : not([test]);
}

function all(path: string, operand: Value): FieldTest {
  if (!Array.isArray(operand)) throw requestFailed('Find', '$all needs an array');
  if (operand.length === 0) return { at: () => false, single: () => false };
  const tests = operand.map((item) =>
    isDocument(item) && '$elemMatch' in item
      ? elementMatch(path, item['$elemMatch'])
      : fieldOperators(path, item),
  );
  return every(tests);
}

/** Some element of an array meets all conditions: of operators, or of the fields of a document. */
function elementMatch(path: string, operand: Value | undefined): FieldTest {
  if (!isDocument(operand)) throw requestFailed('Find', '$elemMatch needs an Object');
  const test = elementTest(operand);
  return fieldTest(path, (value) => Array.isArray(value) && value.some(test), true);
}

/** What $elemMatch asks of an element: operators on it, or conditions on the fields of a document. */
export function elementTest(operand: Document): (item: Value) => boolean {
  const [first] = Object.keys(operand);
  const isOfValues = first?.startsWith('$') === true && !/^\$(and|or|nor|expr)$/.test(first);
  if (isOfValues) return every(operatorTests('', operand)).single;
  const matches = matcherOf(operand);
  return (item) => isDocument(item) && matches(item);
}

function negated(path: string, operand: Value): FieldTest[] {
  if (operand instanceof Pattern) return [fieldTest(path, matchesPattern(operand))];
  if (!isDocument(operand)) throw requestFailed('Find', '$not needs a regex or a document');
  if (Object.keys(operand).length === 0) throw requestFailed('Find', '$not cannot be empty');
  return operatorTests(path, operand);
}
