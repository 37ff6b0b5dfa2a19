// What to search for: what people look for most, and what I looked for before.
import type { Category } from '../../../../src/domain/merchants/category';

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

/** The history with a search in front, once. */
export function withSearch(history: readonly string[], search: string): string[] {
  return [search, ...history.filter((each) => each !== search)].slice(0, MOST_KEPT);
}
