// What operators of expressions are: compiled once, evaluated for each document.
import type { Document, Value } from '../values/value';

/** What an expression is evaluated on. */
export interface Scope {
  readonly root: Document;
  readonly variables: Readonly<Record<string, Value | undefined>>;
  /** What `$$NOW` is. */
  readonly nowMs: number;
}

export type Expression = (scope: Scope) => Value | undefined;

/** Compiles a part of an expression, in which these variables are known as well. */
export type Compile = (operand: Value | undefined, added?: readonly string[]) => Expression;

export type Operator = (operand: Value, compile: Compile) => Expression;
