// Asking a document about the values at a path, as queries do: arrays on the way are gone through,
// and an array at the end is asked for each of its elements and as a whole.
import { member } from '../values/path';
import { isDocument, type Document, type Value } from '../values/value';

export type ValueTest = (value: Value | undefined) => boolean;

/** A condition on a field. */
export interface FieldTest {
  /** Whether the values at the path meet it. */
  readonly at: (document: Document) => boolean;
  /** Whether a single value meets it, as $elemMatch asks of each element. */
  readonly single: (value: Value) => boolean;
}

/** @param whole the test is about an array itself, not about its elements */
export function fieldTest(path: string, test: ValueTest, whole = false): FieldTest {
  const parts = path.split('.');
  const [only] = parts;
  const visit = whole ? test : alsoElements(test);
  if (parts.length === 1 && only !== undefined) {
    return { at: (document) => visit(member(document, only)), single: test };
  }
  return { at: (document) => someAt(document, parts, visit), single: test };
}

export function not(tests: readonly FieldTest[]): FieldTest {
  return {
    at: (document) => !tests.every((test) => test.at(document)),
    single: (value) => !tests.every((test) => test.single(value)),
  };
}

export function every(tests: readonly FieldTest[]): FieldTest {
  const [only, ...others] = tests;
  if (only && others.length === 0) return only;
  return {
    at: (document) => tests.every((test) => test.at(document)),
    single: (value) => tests.every((test) => test.single(value)),
  };
}

function alsoElements(test: ValueTest): ValueTest {
  return (value) => test(value) || (Array.isArray(value) && value.some(test));
}

function someAt(
  holder: Value | undefined,
  parts: readonly string[],
  visit: ValueTest,
  depth = 0,
): boolean {
  const part = parts[depth];
  if (part === undefined) return visit(holder);
  if (isDocument(holder)) return someAt(member(holder, part), parts, visit, depth + 1);
  if (!Array.isArray(holder)) return visit(undefined);
  return (
    isElement(holder, part, (element) => someAt(element, parts, visit, depth + 1)) ||
    holder.some((item) => isDocument(item) && someAt(item, parts, visit, depth))
  );
}

function isElement(list: Value[], part: string, test: ValueTest): boolean {
  if (!/^\d+$/.test(part)) return false;
  const element = list[Number(part)];
  return element !== undefined && test(element);
}
