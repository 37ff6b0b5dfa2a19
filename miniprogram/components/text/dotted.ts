/** Short facts in one line: `限水果店 · 满 100 元可用`. Where it breaks, no line begins with a dot. */
export function dotted(parts: readonly string[]): string {
  return parts.join('\u00a0· ');
}
