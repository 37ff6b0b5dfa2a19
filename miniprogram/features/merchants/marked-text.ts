// What a search finds in a text, so that it can be marked.

export interface TextPart {
  readonly text: string;
  readonly isFound: boolean;
}

/** A text in parts, those that the search names apart; together they are the text. */
export function partsOf(text: string, search: string): TextPart[] {
  const found = lettersFound(text, search);
  const parts: TextPart[] = [];
  for (const [at, isFound] of found.entries()) {
    const letter = text.charAt(at);
    const last = parts[parts.length - 1];
    if (last?.isFound === isFound) {
      parts[parts.length - 1] = { text: last.text + letter, isFound };
    } else parts.push({ text: letter, isFound });
  }
  return parts;
}

/** For each letter whether a word of the search covers it. */
function lettersFound(text: string, search: string): boolean[] {
  const found = Array.from({ length: text.length }, () => false);
  const small = text.toLowerCase();
  // Few letters of few languages change their length; nothing is marked then.
  if (small.length !== text.length) return found;
  for (const word of search.trim().toLowerCase().split(/\s+/u)) {
    if (word === '') continue;
    for (let at = small.indexOf(word); at !== -1; at = small.indexOf(word, at + 1)) {
      found.fill(true, at, at + word.length);
    }
  }
  return found;
}
