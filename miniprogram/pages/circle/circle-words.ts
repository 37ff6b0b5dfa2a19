// The circle's head and end in words; both say no more than is known.
import type { Category } from '../../../src/domain/merchants/category';
import { CATEGORY_NAMES } from '../../features/merchants/categories';
import { countText } from '../../features/merchants/count-text';
import { radiusText } from '../../features/merchants/radius';
import type { ShopWish } from '../../features/merchants/shop-order';
import type { CircleState } from './circle-state';

interface TitleFacts {
  readonly state: CircleState;
  readonly radiusMetres: number;
  readonly category: Category | undefined;
  /** The shops are still those of the last question. */
  readonly isOld: boolean;
}

/** `3 公里内 100+ 家水果`. */
export function titleText({ state, radiusMetres, category, isOld }: TitleFacts): string {
  const within = `${radiusText(radiusMetres)}内`;
  if (isOld) return `正在看 ${within}的商家`;
  switch (state.kind) {
    case 'shops': {
      const kind = category === undefined ? '商家' : CATEGORY_NAMES[category];
      return `${within} ${countText(state.shops.length, state)} 家${kind}`;
    }
    case 'empty':
    case 'none-as-wished':
      return `${within}的商家`;
    case 'locating':
      return '正在找您的位置';
    case 'loading':
      return `正在看 ${within}的商家`;
    case 'no-place':
      return '您在哪里？';
    case 'not-open':
    case 'failed':
      return '身边的商家';
  }
}

interface EndFacts {
  readonly isLast: boolean;
  readonly isFetching: boolean;
  readonly hasFailed: boolean;
  readonly loaded: number;
  readonly wish: ShopWish;
}

/** What stands below the last row. */
export function endText({ isLast, isFetching, hasFailed, loaded, wish }: EndFacts): string {
  if (isLast) return '没有更多商家了';
  if (isFetching) return '正在加载…';
  if (hasFailed) return '没有加载出来，点这里再试';
  return wish.order === 'nearest'
    ? '点这里看更远的商家'
    : `以上是最近 ${loaded} 家的排序，点这里再看 100 家`;
}
