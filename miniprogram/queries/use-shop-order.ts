import { useQuery } from '@tanstack/react-query';
import { ask } from './ask';
import { CallFailure } from './call-failure';

export interface ShopOrderPlace {
  readonly merchantCode: string;
  readonly orderId: string;
  /** When it was paid (ms): where the shop's list has it. */
  readonly paidAt: number;
}

/** One paid bill of one of my shops. */
export function useShopOrder({ merchantCode, orderId, paidAt }: ShopOrderPlace) {
  return useQuery({
    queryKey: ['merchant', 'orders', merchantCode, orderId],
    queryFn: async () => {
      // The page of the list that begins with the bills of its millisecond.
      const before = { paidAt: paidAt + 1, id: orderId };
      const { orders } = await ask('merchant', 'orders', { merchantCode, before });
      const order = orders.find(({ id }) => id === orderId);
      if (order === undefined) throw new CallFailure('order-not-found');
      return order;
    },
    staleTime: 0,
  });
}
