// The boolean, comparison and conditional operators, and those of variables and literals.
import { compare } from '../../values/compare';
import { show } from '../../values/show';
import { isDocument, type Value } from '../../values/value';
import { isNothing, named, onValues } from '../arguments';
import type { Compile, Expression, Operator } from '../operator';
import { failed } from '../failed';
import { isTrue } from '../truth';

export const logic: Readonly<Record<string, Operator>> = {
  $and: (operand, compile) => {
    const parts = partsOf(operand, compile);
    return (scope) => parts.every((part) => isTrue(part(scope)));
  },
  $or: (operand, compile) => {
    const parts = partsOf(operand, compile);
    return (scope) => parts.some((part) => isTrue(part(scope)));
  },
  $not: onValues('$not', { least: 1, most: 1 }, ([value]) => !isTrue(value)),
  $cmp: ofOrder('$cmp', Math.sign),
  $eq: ofOrder('$eq', (order) => order === 0),
  $ne: ofOrder('$ne', (order) => order !== 0),
  $gt: ofOrder('$gt', (order) => order > 0),
  $gte: ofOrder('$gte', (order) => order >= 0),
  $lt: ofOrder('$lt', (order) => order < 0),
  $lte: ofOrder('$lte', (order) => order <= 0),
  $cond: condition,
  $ifNull: ifNull,
  $switch: choice,
  $literal: (operand) => () => operand,
  $let: variables,
  $meta: (operand) => {
    throw failed(`query requires ${show(operand)} metadata, but it is not available`);
  },
};

function partsOf(operand: Value, compile: Compile): Expression[] {
  return (Array.isArray(operand) ? operand : [operand]).map((part) => compile(part));
}

/** Compares values of any types, a missing one being less than null. */
function ofOrder(name: string, read: (order: number) => Value): Operator {
  return onValues(name, { least: 2, most: 2 }, ([a, b]) => read(compare(a, b)));
}

/** `[if, then, else]`, or the same by name. */
function condition(operand: Value, compile: Compile): Expression {
  const parts = isDocument(operand) ? namedCondition(operand) : operand;
  if (!Array.isArray(parts) || parts.length !== 3) {
    const given = Array.isArray(parts) ? parts.length : 1;
    throw failed(`Expression $cond takes exactly 3 arguments. ${given} were passed in.`);
  }
  const [test, then, otherwise] = parts.map((part) => compile(part));
  return (scope) => (isTrue(test?.(scope)) ? then?.(scope) : otherwise?.(scope));
}

function namedCondition(operand: Value): Value[] {
  const fields = named('$cond', operand, { required: ['if', 'then', 'else'] });
  return ['if', 'then', 'else'].map((name) => fields[name] ?? null);
}

/** The first that is there; the last one in any case. */
function ifNull(operand: Value, compile: Compile): Expression {
  const parts = partsOf(operand, compile);
  if (parts.length < 2) {
    throw failed(`$ifNull needs at least two arguments, had: ${parts.length}`);
  }
  return (scope) => {
    let value: Value | undefined;
    for (const part of parts) {
      value = part(scope);
      if (!isNothing(value)) return value;
    }
    return value;
  };
}

function choice(operand: Value, compile: Compile): Expression {
  const fields = named('$switch', operand, { required: ['branches'], optional: ['default'] });
  const { branches } = fields;
  if (!Array.isArray(branches) || branches.length === 0) {
    throw failed('$switch requires at least one branch.');
  }
  const read = branches.map((branch) => {
    const { case: test, then } = named('$switch', branch, { required: ['case', 'then'] });
    return { test: compile(test), then: compile(then) };
  });
  const otherwise = 'default' in fields ? compile(fields['default']) : undefined;
  return (scope) => {
    const found = read.find(({ test }) => isTrue(test(scope)));
    if (found) return found.then(scope);
    if (otherwise) return otherwise(scope);
    throw failed(
      '$switch could not find a matching branch for an input, and no default was specified.',
    );
  };
}

function variables(operand: Value, compile: Compile): Expression {
  const { vars, in: inner } = named('$let', operand, { required: ['vars', 'in'] });
  if (!isDocument(vars)) throw failed('invalid parameter: expected an object (vars)');
  const defined = Object.entries(vars).map(([name, value]) => ({ name, value: compile(value) }));
  const names = defined.map(({ name }) => name);
  const evaluate = compile(inner, names);
  return (scope) => {
    const own = Object.fromEntries(defined.map(({ name, value }) => [name, value(scope)]));
    return evaluate({ ...scope, variables: { ...scope.variables, ...own } });
  };
}
