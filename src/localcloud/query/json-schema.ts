// $jsonSchema: the keywords of JSON Schema (draft 4) that the database knows, and bsonType.
import { requestFailed } from '../errors';
import { isEqual } from '../values/compare';
import { isNumeric, numberOf } from '../values/numeral';
import { Pattern } from '../values/pattern';
import { typeName } from '../values/type-name';
import { isDocument, type Document, type Value } from '../values/value';
import { hasType } from './value-tests';

type Check = (value: Value) => boolean;

/** @throws CloudError DATABASE_REQUEST_FAILED for a keyword the database does not know */
export function schemaTest(schema: Value): Check {
  if (!isDocument(schema)) throw requestFailed('Find', '$jsonSchema must be an object');
  const checks = Object.entries(schema).map(([keyword, operand]) => {
    const read = keywords.get(keyword);
    if (!read) throw requestFailed('Find', `Unknown $jsonSchema keyword: ${keyword}`);
    return read(operand, schema);
  });
  return (value) => checks.every((check) => check(value));
}

type ReadKeyword = (operand: Value, schema: Document) => Check;

const readers: Readonly<Record<string, ReadKeyword>> = {
  bsonType: (operand) => hasType(operand),
  type: (operand) => hasType(bsonNames(operand)),
  enum: (operand) => {
    const allowed = listOf('enum', operand);
    return (value) => allowed.some((one) => isEqual(one, value));
  },
  allOf: (operand) => {
    const checks = listOf('allOf', operand).map(schemaTest);
    return (value) => checks.every((check) => check(value));
  },
  anyOf: (operand) => {
    const checks = listOf('anyOf', operand).map(schemaTest);
    return (value) => checks.some((check) => check(value));
  },
  oneOf: (operand) => {
    const checks = listOf('oneOf', operand).map(schemaTest);
    return (value) => checks.filter((check) => check(value)).length === 1;
  },
  not: (operand) => {
    const check = schemaTest(operand);
    return (value) => !check(value);
  },
  minimum: (operand, schema) =>
    ofNumber(operand, (a, b) => (isFlag(schema, 'exclusiveMinimum') ? a > b : a >= b)),
  maximum: (operand, schema) =>
    ofNumber(operand, (a, b) => (isFlag(schema, 'exclusiveMaximum') ? a < b : a <= b)),
  exclusiveMinimum: () => always,
  exclusiveMaximum: () => always,
  multipleOf: (operand) => ofNumber(operand, (a, b) => a % b === 0),
  minLength: (operand) => ofSize(operand, textLength, (a, b) => a >= b),
  maxLength: (operand) => ofSize(operand, textLength, (a, b) => a <= b),
  pattern: (operand) => {
    const pattern = new Pattern(textOf('pattern', operand), '');
    return (value) => typeof value !== 'string' || pattern.test(value);
  },
  minItems: (operand) => ofSize(operand, listLength, (a, b) => a >= b),
  maxItems: (operand) => ofSize(operand, listLength, (a, b) => a <= b),
  uniqueItems: (operand) => (value) =>
    operand !== true ||
    !Array.isArray(value) ||
    value.every((item, i) => value.findIndex((other) => isEqual(item, other)) === i),
  items: (operand, schema) => ofItems(operand, schema['additionalItems'] ?? true),
  additionalItems: () => always,
  minProperties: (operand) => ofSize(operand, fieldCount, (a, b) => a >= b),
  maxProperties: (operand) => ofSize(operand, fieldCount, (a, b) => a <= b),
  required: (operand) => {
    const fields = listOf('required', operand).map((field) => textOf('required', field));
    return (value) => !isDocument(value) || fields.every((field) => field in value);
  },
  properties: (operand) => ofFields(checksOf(operand)),
  patternProperties: (operand) => ofPatterns(checksOf(operand)),
  additionalProperties: (operand, schema) => ofOthers(operand, schema),
  dependencies: (operand) => ofDependencies(operand),
  title: () => always,
  description: () => always,
};
const keywords: ReadonlyMap<string, ReadKeyword> = new Map(Object.entries(readers));

const always: Check = () => true;

function bsonNames(operand: Value): Value {
  if (Array.isArray(operand)) return operand.map(bsonNames);
  if (operand === 'boolean') return 'bool';
  if (operand === 'integer')
    throw requestFailed('Find', '$jsonSchema type "integer" is not supported');
  return operand;
}

function isFlag(schema: Document, name: string): boolean {
  return schema[name] === true;
}

function ofNumber(operand: Value, isMet: (value: number, operand: number) => boolean): Check {
  const bound = sizeOf(operand);
  return (value) => !isNumeric(value) || isMet(Number(value), bound);
}

function ofSize(
  operand: Value,
  measure: (value: Value) => number | undefined,
  isMet: (size: number, operand: number) => boolean,
): Check {
  const bound = sizeOf(operand);
  return (value) => {
    const size = measure(value);
    return size === undefined || isMet(size, bound);
  };
}

function sizeOf(operand: Value): number {
  const size = numberOf(operand);
  if (size === undefined) throw requestFailed('Find', '$jsonSchema: a number is needed');
  return size;
}

function textLength(value: Value): number | undefined {
  return typeof value === 'string' ? Array.from(value).length : undefined;
}

function listLength(value: Value): number | undefined {
  return Array.isArray(value) ? value.length : undefined;
}

function fieldCount(value: Value): number | undefined {
  return isDocument(value) ? Object.keys(value).length : undefined;
}

/** One schema for all items, or one for each place and then what more may follow. */
function ofItems(operand: Value, additional: Value): Check {
  if (!Array.isArray(operand)) {
    const check = schemaTest(operand);
    return (value) => !Array.isArray(value) || value.every(check);
  }
  const checks = operand.map(schemaTest);
  const rest = allowedBy(additional);
  return (value) =>
    !Array.isArray(value) || value.every((item, place) => (checks[place] ?? rest)(item));
}

function allowedBy(additional: Value): Check {
  return typeof additional === 'boolean' ? () => additional : schemaTest(additional);
}

function checksOf(operand: Value): Map<string, Check> {
  if (!isDocument(operand))
    throw requestFailed('Find', '$jsonSchema: properties must be an object');
  return new Map(Object.entries(operand).map(([field, schema]) => [field, schemaTest(schema)]));
}

function ofFields(checks: ReadonlyMap<string, Check>): Check {
  return (value) =>
    !isDocument(value) ||
    [...checks].every(([field, check]) => {
      const own = value[field];
      return own === undefined || check(own);
    });
}

function ofPatterns(checks: ReadonlyMap<string, Check>): Check {
  const patterns = [...checks].map(([text, check]) => ({ pattern: new Pattern(text, ''), check }));
  return (value) =>
    !isDocument(value) ||
    Object.entries(value).every(([field, own]) =>
      patterns.every(({ pattern, check }) => !pattern.test(field) || check(own)),
    );
}

function ofOthers(operand: Value, schema: Document): Check {
  const isAllowed = allowedBy(operand);
  const { properties = {}, patternProperties = {} } = schema;
  const known = new Set(isDocument(properties) ? Object.keys(properties) : []);
  const patterns = isDocument(patternProperties)
    ? Object.keys(patternProperties).map((text) => new Pattern(text, ''))
    : [];
  return (value) =>
    !isDocument(value) ||
    Object.entries(value).every(
      ([field, own]) =>
        known.has(field) || patterns.some((pattern) => pattern.test(field)) || isAllowed(own),
    );
}

function ofDependencies(operand: Value): Check {
  if (!isDocument(operand))
    throw requestFailed('Find', '$jsonSchema: dependencies must be an object');
  const needs = Object.entries(operand).map(([field, needed]) => ({
    field,
    check: schemaTest(Array.isArray(needed) ? { required: needed } : needed),
  }));
  return (value) =>
    !isDocument(value) || needs.every(({ field, check }) => !(field in value) || check(value));
}

function listOf(keyword: string, operand: Value): Value[] {
  if (!Array.isArray(operand) || operand.length === 0) {
    throw requestFailed('Find', `$jsonSchema keyword '${keyword}' must be a non-empty array`);
  }
  return operand;
}

function textOf(keyword: string, operand: Value): string {
  if (typeof operand !== 'string') {
    const type = typeName(operand);
    throw requestFailed('Find', `$jsonSchema keyword '${keyword}' needs a string, not ${type}`);
  }
  return operand;
}
