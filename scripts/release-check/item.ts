// One line of the release check.

export interface ReleaseItem {
  readonly name: string;
  /** WeChat's own word for it, as its consoles show it. */
  readonly wechatName: string;
  /** What was found, for the line of an item that is complete. */
  readonly found: string;
  /** What is missing, in whole phrases; empty when the item is complete. */
  readonly missing: readonly string[];
  /** Where it is set. */
  readonly where: string;
}

/** The reasons whose condition holds. */
export function reasons(...all: readonly (readonly [when: boolean, why: string])[]): string[] {
  return all.filter(([when]) => when).map(([, why]) => why);
}

/** Names of `wanted` that are not in `done`. */
export function absent(wanted: readonly string[], done: readonly string[]): readonly string[] {
  return wanted.filter((name) => !done.includes(name));
}
