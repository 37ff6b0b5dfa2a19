import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { CouponUse } from '../../src/contracts/values';
import { ask } from './ask';
import { keyOf } from './keys';

interface AskedBill {
  readonly merchantCode: string;
  /** 0 asks nothing. */
  readonly amountFen: number;
  /** Absent: the best coupons are chosen. */
  readonly uses?: readonly CouponUse[] | undefined;
}

/** What a bill would cost and earn; the last quote stays while the next one is asked. */
export function useQuote({ merchantCode, amountFen, uses }: AskedBill) {
  const input = { merchantCode, amountFen, ...(uses !== undefined && { uses: [...uses] }) };
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
