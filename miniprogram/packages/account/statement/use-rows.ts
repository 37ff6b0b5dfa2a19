// Rows of a statement as many as are asked for. A page of the journal may have few rows of a coupon
// or of a filter, or none, so pages are read until there are enough.
import { useEffect, useState } from 'react';
import type { StatementRow } from '../../../../src/contracts/wallet';
import { rowsEndState } from '../../../features/wallet/RowsEnd';
import { useStatement } from '../../../queries/use-statement';

/** A little more than a screen of rows. */
const SCREENFUL = 16;

interface RowsWanted {
  readonly lotId?: string;
  readonly keep: (row: StatementRow) => boolean;
}

export function useRows({ lotId, keep }: RowsWanted) {
  const list = useStatement({ lotId });
  const { hasNextPage, isFetching, isError, fetchNextPage } = list;
  const [wanted, setWanted] = useState(SCREENFUL);
  const rows = (list.data?.pages ?? []).flatMap((page) => page.rows).filter(keep);
  const isShort = rows.length < wanted;
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
