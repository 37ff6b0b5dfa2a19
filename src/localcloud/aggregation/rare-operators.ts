// Operators that the SDK has no builder for, evaluated by mingo on operands that are evaluated here.
import { isDocument, type Document, type Value } from '../values/value';
import type { Compile, Expression, Operator } from './operator';
import { evaluateByMingo, isMingoExpression } from './mingo';

export function rareOperator(name: string): Operator | undefined {
  if (!isMingoExpression(name)) return undefined;
  return (operand, compile) => {
    const filled = fill(operand, compile);
    return (scope) => evaluateByMingo(name, filled(scope) ?? null);
  };
}

/** The operand with its expressions replaced by their values; what is constant stays as it is. */
function fill(operand: Value, compile: Compile): Expression {
  if (Array.isArray(operand)) return fillList(operand, compile);
  const isNamed = isDocument(operand) && !Object.keys(operand)[0]?.startsWith('$');
  return isNamed ? fillFields(operand, compile) : fillOne(operand, compile);
}

function fillOne(operand: Value, compile: Compile): Expression {
  if (!JSON.stringify(operand).includes('"$')) return () => operand;
  const value = compile(operand);
  return (scope) => ({ $literal: value(scope) ?? null });
}

function fillList(operand: readonly Value[], compile: Compile): Expression {
  const parts = operand.map((part) => fillOne(part, compile));
  return (scope) => parts.map((part) => part(scope) ?? null);
}

function fillFields(operand: Document, compile: Compile): Expression {
  const parts = Object.entries(operand).map(([name, part]) => ({
    name,
    value: fillOne(part, compile),
  }));
  return (scope) =>
    Object.fromEntries(parts.map(({ name, value }) => [name, value(scope) ?? null]));
}
