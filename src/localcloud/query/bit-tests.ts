// The operators on the bits of a number, which only raw queries name.
import { requestFailed } from '../errors';
import { integerOf, isNumeric, numberOf } from '../values/numeral';
import type { Value } from '../values/value';
import type { ValueTest } from './field-test';

const operators = new Set(['$bitsAllSet', '$bitsAnySet', '$bitsAllClear', '$bitsAnyClear']);

export function isBitOperator(name: string): boolean {
  return operators.has(name);
}

export function bitTest(name: string, operand: Value): ValueTest {
  const mask = readMask(operand);
  return (value) => {
    const bits = isNumeric(value) ? integerOf(value) : undefined;
    if (bits === undefined) return false;
    const set = bits & mask;
    switch (name) {
      case '$bitsAllSet':
        return set === mask;
      case '$bitsAnySet':
        return set !== 0n;
      case '$bitsAllClear':
        return set === 0n;
      default:
        return set !== mask;
    }
  };
}

/** A mask, or the positions of its bits. */
function readMask(operand: Value): bigint {
  const mask = isNumeric(operand) ? integerOf(operand) : undefined;
  if (mask !== undefined && mask >= 0n) return mask;
  if (!Array.isArray(operand)) {
    throw requestFailed('Find', 'a bit mask is a number that is not negative, or a list of places');
  }
  return operand.reduce<bigint>((bits, place) => bits | (1n << BigInt(numberOf(place) ?? 0)), 0n);
}
