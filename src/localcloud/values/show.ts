import { Numeral } from './numeral';
import type { Value } from './value';

/** A value in the words of an error. */
export function show(value: Value | undefined): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner instanceof Numeral ? Number(inner) : inner,
  );
}
