// A regular expression as the database keeps it: its text and options, and what it matches.
// The real database reads PCRE; here the text is read as a JavaScript expression after the inline
// options at its beginning, and what only PCRE knows is refused.

export class Pattern {
  #regexp: RegExp | undefined;

  constructor(
    readonly source: string,
    readonly options: string,
  ) {}

  /** @throws SyntaxError when it is no valid expression */
  get regexp(): RegExp {
    this.#regexp ??= compile(this.source, this.options);
    return this.#regexp;
  }

  test(text: string): boolean {
    return this.regexp.test(text);
  }

  toString(): string {
    return `/${this.source}/${this.options}`;
  }
}

/** Options that make no difference to whether a text matches, such as g, are left out. */
function compile(source: string, options: string): RegExp {
  const inline = /^\(\?([imsx]+)\)/.exec(source);
  const all = options + (inline?.[1] ?? '');
  const text = inline ? source.slice(inline[0].length) : source;
  const flags = ['i', 'm', 's'].filter((flag) => all.includes(flag)).join('');
  const read = all.includes('x') ? withoutSpaces(text) : text;
  try {
    return new RegExp(read, `${flags}u`);
  } catch {
    // Escapes of plain characters, which PCRE allows, are errors to the Unicode mode only.
    return new RegExp(read, flags);
  }
}

/** What option x says: white space and comments outside of classes mean nothing. */
function withoutSpaces(text: string): string {
  return text.replace(
    /(\\.|\[(?:\\.|[^\]\\])*\])|\s+|#.*$/gms,
    (_all, kept?: string) => kept ?? '',
  );
}
