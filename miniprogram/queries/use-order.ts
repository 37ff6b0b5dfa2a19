import { useQuery } from '@tanstack/react-query';
import type { OutputOf } from '../cloud/types';
import { ask } from './ask';
import { codeOf } from './call-failure';
import { keyOf } from './keys';

type Order = OutputOf<'orders', 'get'>['order'];

interface OrderWatch {
  /** Asks again every so many milliseconds while this says so, e.g. until the payment is seen. */
  readonly everyMs?: number;
  readonly whileIn?: readonly Order['state'][];
  /** Has an order that waits for its payment looked up at WeChat. */
  readonly confirm?: boolean;
}

/** One of my orders; `orderId` null asks nothing. */
export function useOrder(
  orderId: string | null,
  { everyMs, whileIn = [], confirm = false }: OrderWatch = {},
) {
  const input = { orderId: orderId ?? '', ...(confirm && { confirm }) };
  return useQuery({
    queryKey: keyOf('orders', 'get', input),
    queryFn: () => ask('orders', 'get', input),
    enabled: orderId !== null,
    staleTime: 0,
    refetchInterval: ({ state }) => {
      const order = state.data?.order;
      if (everyMs === undefined || codeOf(state.error) === 'order-not-found') return false;
      return order === undefined || whileIn.includes(order.state) ? everyMs : false;
    },
  });
}
