// How operators take their arguments: a list of them, a single one, or named ones.
import { isNumeric, numberOf } from '../values/numeral';
import { typeName } from '../values/type-name';
import { isDocument, type Document, type Value } from '../values/value';
import type { Operator, Scope } from './operator';
import { failed } from './failed';

type Evaluated = readonly (Value | undefined)[];

/** An operator on the values of its arguments. */
export function onValues(
  name: string,
  count: { least: number; most: number },
  evaluate: (values: Evaluated, scope: Scope) => Value | undefined,
): Operator {
  return (operand, compile) => {
    const parts = Array.isArray(operand) ? operand : [operand];
    assertCount(name, parts.length, count);
    const compiled = parts.map((part) => compile(part));
    return (scope) =>
      evaluate(
        compiled.map((part) => part(scope)),
        scope,
      );
  };
}

/** An operator of one argument that is null wherever its argument is null or missing. */
export function onOne(name: string, evaluate: (value: Value) => Value | undefined): Operator {
  return onValues(name, { least: 1, most: 1 }, ([value]) =>
    isNothing(value) ? null : evaluate(value),
  );
}

function assertCount(
  name: string,
  given: number,
  { least, most }: { least: number; most: number },
) {
  if (given >= least && given <= most) return;
  const wanted =
    least === most
      ? `exactly ${least} arguments. ${given} were passed in.`
      : most === Infinity
        ? `at least ${least} arguments, and ${given} were passed in.`
        : `at least ${least} arguments, and at most ${most}, but ${given} were passed in.`;
  throw failed(`Expression ${name} takes ${wanted}`);
}

/** The named arguments of an operator. */
export function named(
  name: string,
  operand: Value,
  fields: { required: readonly string[]; optional?: readonly string[] },
): Document {
  if (!isDocument(operand)) throw failed(`${name} only supports an object as its argument`);
  const known = [...fields.required, ...(fields.optional ?? [])];
  const unknown = Object.keys(operand).find((field) => !known.includes(field));
  if (unknown !== undefined) throw failed(`Unrecognized argument to ${name}: ${unknown}`);
  const missing = fields.required.find((field) => !(field in operand));
  if (missing !== undefined) throw failed(`Missing '${missing}' parameter to ${name}`);
  return operand;
}

export function isNothing(value: Value | undefined): value is null | undefined {
  return value === undefined || value === null;
}

/** A list, nothing when there is none. */
export function listOf(
  value: Value | undefined,
  complain: (type: string) => string,
): Value[] | undefined {
  if (isNothing(value)) return undefined;
  if (!Array.isArray(value)) throw failed(complain(typeName(value)));
  return value;
}

/** A whole number that fits an int. */
export function wholeNumber(value: Value | undefined, complain: (type: string) => string): number {
  const number = numberOf(value);
  if (number === undefined || !isNumeric(value)) throw failed(complain(typeName(value)));
  if (!Number.isInteger(number) || Math.abs(number) > 2 ** 31) {
    throw failed(complain(String(number)));
  }
  return number;
}
