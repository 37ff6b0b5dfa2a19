// Kinds of shops as people call them.
import type { Category } from '../../../src/domain/merchants/category';

export const CATEGORY_NAMES: { readonly [C in Category]: string } = {
  fruit: '水果',
  restaurant: '快餐面馆',
  hotpot: '火锅',
  tea: '茶饮',
  bakery: '烘焙',
  grocery: '生鲜杂货',
  pharmacy: '药店',
  hair: '美发',
  laundry: '洗衣',
  flowers: '鲜花',
};
