// The words of a search: what is found of them in a text, and which are worth keeping.
import { MAX_SEARCH_LENGTH } from '../../../src/domain/limits';
import type { Category } from '../../../src/domain/merchants/merchant';

/** What people look for most, one word a kind; every one finds shops of its kind. */
export const HOT_WORDS: { readonly [C in Category]: string } = {
  fruit: '水果',
  restaurant: '面馆',
  hotpot: '火锅',
  tea: '奶茶',
  bakery: '面包',
  grocery: '买菜',
  pharmacy: '药店',
  hair: '理发',
  laundry: '洗衣',
  flowers: '鲜花',
};

const MOST_KEPT = 10;

/** What a search is sent as: undefined where nothing is asked for. */
export function searchOf(typed: string): string | undefined {
  const search = typed.trim().slice(0, MAX_SEARCH_LENGTH).trim();
  return search === '' ? undefined : search;
}

/** The history with a search in front, once. */
export function withSearch(history: readonly string[], search: string): string[] {
  return [search, ...history.filter((each) => each !== search)].slice(0, MOST_KEPT);
}

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
