// All that one coupon's page needs: the coupon, its changes, and the bills that hold a part of it.
import { useDidShow } from '@tarojs/taro';
import { useOrder } from '../../../queries/use-order';
import { useOrders } from '../../../queries/use-orders';
import { useWalletPeriods } from '../../../queries/use-wallet-periods';
import { useWalletSummary } from '../../../queries/use-wallet-summary';
import { useNow } from '../../../session/use-now';
import { JOIN, useRows } from '../statement/use-rows';
import { holdsOf, lotFacts, sumLines } from './lot-story';

export function useLot(lotId: string) {
  const now = useNow();
  const statement = useRows({ lotId });
  const summary = useWalletSummary();
  const periods = useWalletPeriods();
  const open = useOrders({ show: 'open' });
  const reload = async (): Promise<void> => {
    const queries = [statement.list, summary, periods, open];
    await Promise.all(queries.map((query) => query.refetch(JOIN)));
  };
  useDidShow(() => void reload());
  const lot = summary.data?.lots.find(({ id }) => id === lotId);
  const { isAll } = statement;
  const rows = statement.rows.flatMap((row) => (row.of === 'coupon' ? [row] : []));
  const gone = lot === undefined ? rows.find(({ kind }) => kind === 'spent') : undefined;
  const bill = useOrder(gone?.orderId ?? null);
  const spent = bill.data?.order.uses.find((use) => use.lotId === lotId);
  const known = { lotId, lot, spent, rows, periods: periods.data?.periods ?? [], now };
  const facts = lotFacts(known);
  return {
    ...{ statement, facts, reload },
    lines: isAll ? sumLines(rows, facts.balanceFen) : undefined,
    holds: holdsOf(open.data?.pages.flatMap(({ orders }) => orders) ?? [], lotId),
    isPending: summary.isPending || statement.list.isPending,
    error:
      summary.data === undefined || statement.list.data === undefined
        ? (summary.error ?? statement.list.error)
        : null,
    isFetching: summary.isFetching || statement.list.isFetching,
  };
}
