// The kinds of orders that the list can be narrowed to, and what an empty one says.
import type { OrderFilter } from '../../../../src/contracts/orders';

export type Shown = OrderFilter | 'all';

export interface FilterWords {
  readonly shown: Shown;
  readonly name: string;
  readonly emptyTitle: string;
  readonly emptyNote: string;
}

const ALL: FilterWords = {
  shown: 'all',
  name: '全部',
  emptyTitle: '还没有订单',
  emptyNote: '到店扫码付款后，订单会在这里。',
};

export const ORDER_FILTERS: readonly FilterWords[] = [
  ALL,
  {
    shown: 'open',
    name: '待支付',
    emptyTitle: '没有待支付的订单',
    emptyNote: '没付完的订单会留一会儿，占用的券也为它留着。',
  },
  {
    shown: 'paid',
    name: '已支付',
    emptyTitle: '还没有付过款的订单',
    emptyNote: '到店扫码付款后，订单会在这里。',
  },
  {
    shown: 'refunded',
    name: '退款',
    emptyTitle: '没有退款',
    emptyNote: '要退款，请打开那笔订单，点「申请售后或投诉」。',
  },
  {
    shown: 'closed',
    name: '已关闭',
    emptyTitle: '没有关闭的订单',
    emptyNote: '取消或超时没付的订单会在这里，没有扣款。',
  },
];

/** The words of a filter. */
export function filterWords(shown: Shown): FilterWords {
  return ORDER_FILTERS.find((filter) => filter.shown === shown) ?? ALL;
}

/** The filter that an address names; all orders where it names none that there is. */
export function readShown(text: string | undefined): Shown {
  return ORDER_FILTERS.find(({ shown }) => shown === text)?.shown ?? 'all';
}
