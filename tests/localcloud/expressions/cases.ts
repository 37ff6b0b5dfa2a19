// A case of an operator: an expression and what it gives, on a document or on an empty one.
import type { ExpressionGroup, ExpressionOperator, expressionOperators } from '../sdk-names';
import type { Fields } from '../fixture';

/** The builders of the SDK, `db.command.aggregate`. */
export type Builders = Record<ExpressionOperator, (operand: unknown) => unknown>;

export type Case = readonly [expression: unknown, result: unknown, document?: Fields];

/** Every operator of a group has its cases. */
export type Cases<Group extends ExpressionGroup> = (
  $: Builders,
) => Record<(typeof expressionOperators)[Group][number], readonly Case[]>;

/** The expression gives nothing: the field is not in the answer. */
export const missing = Symbol('missing');

export class Failure {
  constructor(readonly message: string) {}
}

/** The expression fails, with a message that says this. */
export function fails(message: string): Failure {
  return new Failure(message);
}
