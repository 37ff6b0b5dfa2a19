import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { InputOf } from '../cloud/types';
import { ask } from './ask';
import { keyOf } from './keys';

interface AskedBill {
  readonly merchantCode: string;
  /** 0 asks nothing. */
  readonly amountFen: number;
  /** Absent: the best coupons are chosen. */
  readonly choice?: InputOf<'orders', 'quote'>['choice'];
}

/** What a bill would cost and earn; the last quote stays while the next one is asked. */
export function useQuote({ merchantCode, amountFen, choice }: AskedBill) {
  const input = { merchantCode, amountFen, ...(choice !== undefined && { choice }) };
  return useQuery({
    queryKey: keyOf('orders', 'quote', input),
    queryFn: () => ask('orders', 'quote', input),
    enabled: amountFen > 0,
    placeholderData: keepPreviousData,
    staleTime: 0,
    // An old quote would not know of a payment made since.
    gcTime: 0,
  });
}
