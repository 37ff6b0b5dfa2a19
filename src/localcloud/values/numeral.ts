// Numbers that a JavaScript number cannot tell: integers beyond 2^53, a double or a long whose value
// an int could hold as well, decimals. All others are plain numbers, whose kind follows from the
// value as the SDK chooses it when it sends them.

export type NumberKind = 'int' | 'long' | 'double' | 'decimal';
export type Numeric = number | Numeral;

const kinds: readonly NumberKind[] = ['int', 'long', 'double', 'decimal'];
const maxLong = 2n ** 63n - 1n;
const minLong = -(2n ** 63n);

export class Numeral {
  constructor(
    readonly kind: NumberKind,
    readonly text: string,
  ) {}

  /** The nearest JavaScript number. */
  valueOf(): number {
    return Number(this.text);
  }

  toString(): string {
    return this.text;
  }
}

export function isNumeric(value: unknown): value is Numeric {
  return typeof value === 'number' || value instanceof Numeral;
}

/** The nearest JavaScript number of a numeric value; nothing for all others. */
export function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  return value instanceof Numeral ? value.valueOf() : undefined;
}

export function kindOf(value: Numeric): NumberKind {
  if (typeof value !== 'number') return value.kind;
  if (!Number.isInteger(value) || Object.is(value, -0)) return 'double';
  if (value >= -2147483648 && value <= 2147483647) return 'int';
  return Math.abs(value) < 2 ** 63 ? 'long' : 'double';
}

/** A number of this kind, as a plain number when that says the same. */
export function numeric(kind: NumberKind, text: string): Numeric {
  const plain = Number(text);
  const isExact = kind !== 'long' || Number.isSafeInteger(plain) || BigInt(plain) === BigInt(text);
  return kindOf(plain) === kind && isExact ? plain : new Numeral(kind, text);
}

/** A double, also when its value is an integer. */
export function double(value: number): Numeric {
  return kindOf(value) === 'double' ? value : new Numeral('double', value.toFixed(1));
}

/** The integer of a numeric value that is one, with all its digits. */
export function integerOf(value: Numeric): bigint | undefined {
  if (value instanceof Numeral && value.kind === 'long') return BigInt(value.text);
  const plain = Number(value);
  return Number.isInteger(plain) ? BigInt(plain) : undefined;
}

/** The kind of the result of two numbers: the wider of theirs. */
export function widerKind(a: Numeric, b: Numeric): NumberKind {
  return kinds[Math.max(kinds.indexOf(kindOf(a)), kinds.indexOf(kindOf(b)))] ?? 'double';
}

interface Operation {
  readonly exact: (a: bigint, b: bigint) => bigint;
  readonly approximate: (a: number, b: number) => number;
}

/**
 * Calculates as the database does: integers exactly, an int that overflows becomes a long.
 * @returns nothing when a long overflows
 */
export function calculate(a: Numeric, b: Numeric, operation: Operation): Numeric | undefined {
  const kind = widerKind(a, b);
  const approximate = operation.approximate(Number(a), Number(b));
  if (kind === 'double') return double(approximate);
  if (kind === 'decimal') return new Numeral('decimal', String(approximate));
  if (kind === 'int' && Number.isSafeInteger(approximate)) return approximate + 0;
  const exact = operation.exact(integerOf(a) ?? 0n, integerOf(b) ?? 0n);
  return exact > maxLong || exact < minLong ? undefined : numeric('long', exact.toString());
}

export const addition: Operation = { exact: (a, b) => a + b, approximate: (a, b) => a + b };
export const subtraction: Operation = { exact: (a, b) => a - b, approximate: (a, b) => a - b };
export const multiplication: Operation = { exact: (a, b) => a * b, approximate: (a, b) => a * b };

/** The order of two numbers, whatever their kinds; NaN comes before all others. */
export function compareNumbers(a: Numeric, b: Numeric): number {
  const [x, y] = [Number(a), Number(b)];
  if (x < y) return -1;
  if (x > y) return 1;
  if (x === y) return typeof a === 'number' && typeof b === 'number' ? 0 : compareDigits(a, b);
  return Number(Number.isNaN(y)) - Number(Number.isNaN(x));
}

function compareDigits(a: Numeric, b: Numeric): number {
  const [x, y] = [integerOf(a), integerOf(b)];
  if (x === undefined || y === undefined || x === y) return 0;
  return x < y ? -1 : 1;
}
