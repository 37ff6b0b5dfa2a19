// Expected failures are values; a broken promise of our own code throws.

export type Result<T, E> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

export function succeed<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function fail<E>(error: E): { readonly ok: false; readonly error: E } {
  return { ok: false, error };
}

/** Throws when our own code broke a promise. `why` is for the log, never for people. */
export function invariant(condition: boolean, why: string): asserts condition {
  if (!condition) throw new Error(`invariant: ${why}`);
}
