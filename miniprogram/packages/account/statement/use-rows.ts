// Rows of a statement as many as are asked for. A page may have few of them, or none, so pages are
// read until there are enough.
import { useEffect, useState } from 'react';
import type { StatementShow } from '../../../../src/contracts/wallet';
import { rowsEndState } from '../../../features/wallet/RowsEnd';
import { useStatement } from '../../../queries/use-statement';
import { useWalletPeriods } from '../../../queries/use-wallet-periods';
import { atPeriodDays } from './statement-events';

/**
 * A page asks when it is mounted and again when it is shown, at nearly the same time. Cancelling the
 * first of the two leaves a list of pages reading for ever, so the second joins it.
 */
export const JOIN = { cancelRefetch: false } as const;

/** A little more than a screen of rows. */
const SCREENFUL = 16;

interface RowsWanted {
  readonly lotId?: string;
  /** One kind of them. */
  readonly show?: StatementShow | undefined;
}

export function useRows({ lotId, show }: RowsWanted) {
  const list = useStatement({ lotId, show });
  const { hasNextPage, isFetching, isError, fetchNextPage } = list;
  const periods = useWalletPeriods();
  const [wanted, setWanted] = useState(SCREENFUL);
  const read = (list.data?.pages ?? []).flatMap((page) => page.rows);
  const rows = atPeriodDays(read, periods.data?.periods ?? []);
  // One coupon's balance is explained by all of its rows.
  const isShort = lotId !== undefined || rows.length < wanted;
  const readsOn = isShort && hasNextPage && !isFetching && !isError;
  useEffect(() => {
    if (readsOn) void fetchNextPage();
  }, [readsOn, fetchNextPage]);
  const waits = readsOn || (isShort && hasNextPage && isFetching);
  return {
    list,
    rows,
    /** Everything that there is has been read. */
    isAll: list.data !== undefined && !hasNextPage,
    endState: waits ? ('loading' as const) : rowsEndState(list),
    more: () => {
      if (isError) void fetchNextPage();
      else setWanted(rows.length + SCREENFUL);
    },
  };
}
