// What is wrong, in one sentence, and which rule says so.

export interface Finding {
  /** Short and lasting, so that a test can name it: `released-exactly`. */
  readonly rule: string;
  readonly text: string;
}

/** A finding unless both are the same. */
export function same(
  rule: string,
  what: string,
  { says, is }: { says: bigint | number | string | undefined; is: bigint | number | string },
): Finding[] {
  return String(says) === String(is)
    ? []
    : [{ rule, text: `${what}: stored ${String(says)}, by the rules ${String(is)}` }];
}

/** A finding unless the condition holds. */
export function holds(rule: string, condition: boolean, text: string): Finding[] {
  return condition ? [] : [{ rule, text }];
}
