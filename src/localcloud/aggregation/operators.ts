// All operators of expressions by name. Those the SDK has builders for are written here; what only a
// raw expression can name is mingo's.
import { isNumeric } from '../values/numeral';
import { typeName } from '../values/type-name';
import { accumulatorExpressions } from './accumulators';
import { isNothing, onValues } from './arguments';
import type { Operator } from './operator';
import { arithmetic } from './expressions/arithmetic';
import { arrays } from './expressions/arrays';
import { dates } from './expressions/dates';
import { logic } from './expressions/logic';
import { objects, sets } from './expressions/objects';
import { strings } from './expressions/strings';
import { failed } from './failed';
import { rareOperator } from './rare-operators';

const types: Readonly<Record<string, Operator>> = {
  $type: onValues('$type', { least: 1, most: 1 }, ([value]) => typeName(value)),
  $isNumber: onValues('$isNumber', { least: 1, most: 1 }, ([value]) => isNumeric(value)),
  $first: endOf('$first', 0),
  $last: endOf('$last', -1),
};

/** Of a list; in $group the accumulator of the same name is meant. */
function endOf(name: string, at: number): Operator {
  return onValues(name, { least: 1, most: 1 }, ([list]) => {
    if (isNothing(list)) return null;
    if (Array.isArray(list)) return list.at(at);
    throw failed(`${name}'s argument must be an array, but is ${typeName(list)}`);
  });
}

const operators: ReadonlyMap<string, Operator> = new Map(
  [arithmetic, arrays, logic, dates, objects, sets, strings, types, accumulatorExpressions].flatMap(
    (group) => Object.entries(group),
  ),
);

/** @throws CloudError DATABASE_REQUEST_FAILED for a name that is no operator */
export function operatorNamed(name: string): Operator {
  const operator = operators.get(name) ?? rareOperator(name);
  if (!operator) throw failed(`Unrecognized expression '${name}'`);
  return operator;
}
