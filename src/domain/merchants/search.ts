// Finding shops by words: what a shop is searched by, and how a search is read.
import type { Category } from './category';
import type { Merchant } from './merchant';

/** What people call each kind of shop. */
const CATEGORY_WORDS: Readonly<Record<Category, string>> = {
  fruit: '水果 鲜果 果切',
  restaurant: '快餐 面馆 小吃 饭店 餐厅 炒菜',
  hotpot: '火锅 涮锅',
  tea: '茶饮 奶茶 咖啡 饮品',
  bakery: '烘焙 面包 蛋糕 糕点 甜品',
  grocery: '生鲜 杂货 买菜 超市 便利店',
  pharmacy: '药店 药房 买药',
  hair: '美发 理发 剪发',
  laundry: '洗衣 干洗',
  flowers: '鲜花 花店',
};

/** Name, kind and address in small letters: the one field that a search looks into. */
export function searchTextOf({
  name,
  category,
  address,
}: Pick<Merchant, 'name' | 'category' | 'address'>): string {
  return [name, CATEGORY_WORDS[category], address].join(' ').toLowerCase();
}

/**
 * A regular expression for texts that have all words of a search, in any order. Everything that a
 * person types is taken literally.
 */
export function searchPattern(search: string): string {
  const words = search.trim().toLowerCase().split(/\s+/u);
  return `^${words.map((word) => `(?=.*${escaped(word)})`).join('')}`;
}

function escaped(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&');
}
