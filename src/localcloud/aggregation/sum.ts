// A running sum as the database makes it: integers exactly, doubles without losing what rounding
// leaves (Neumaier's compensation), the result of the widest kind among the numbers.
import {
  addition,
  calculate,
  double,
  integerOf,
  kindOf,
  Numeral,
  type NumberKind,
  numeric,
  type Numeric,
  widerKind,
} from '../values/numeral';

export class Sum {
  #integers: Numeric = 0;
  #doubles = 0;
  #rest = 0;
  #kind: NumberKind = 'int';

  add(value: Numeric): void {
    this.#kind = widerKind(sample(this.#kind), value);
    const integer = kindOf(value) === 'double' ? undefined : integerOf(value);
    const total = integer === undefined ? undefined : calculate(this.#integers, value, addition);
    if (total !== undefined && kindOf(total) !== 'decimal') this.#integers = total;
    else this.#addDouble(Number(value));
  }

  #addDouble(value: number): void {
    const sum = this.#doubles + value;
    this.#rest +=
      Math.abs(this.#doubles) >= Math.abs(value)
        ? this.#doubles - sum + value
        : value - sum + this.#doubles;
    this.#doubles = sum;
  }

  /** The nearest JavaScript number. */
  get approximate(): number {
    const doubles = Number.isFinite(this.#doubles) ? this.#doubles + this.#rest : this.#doubles;
    return Number(this.#integers) + doubles;
  }

  get result(): Numeric {
    if (this.#kind === 'decimal') return new Numeral('decimal', String(this.approximate));
    if (this.#kind === 'double' || this.#doubles !== 0) return double(this.approximate);
    return this.#kind === 'long' ? asLong(this.#integers) : this.#integers;
  }
}

function asLong(value: Numeric): Numeric {
  return numeric('long', String(value));
}

/** Some number of this kind. */
function sample(kind: NumberKind): Numeric {
  return new Numeral(kind, '0');
}
