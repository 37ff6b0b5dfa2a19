// The loaded bills with their days, and how to see older ones.
import { Text, View } from '@tarojs/components';
import type { ShopOrder } from '../../../../src/contracts/merchant';
import { classes } from '../../../components/classes';
import { Skeleton } from '../../../components/skeleton/Skeleton';
import { RowsEnd, rowsEndState } from '../../../features/wallet/RowsEnd';
import type { useShopOrders } from '../../../queries/use-shop-orders';
import { goTo, routes } from '../../../routes';
import { useNow } from '../../../session/use-now';
import { BillRow } from './BillRow';
import { billRows } from './bill-rows';
import styles from './Bills.module.scss';

export interface BillListProps {
  readonly orders: readonly ShopOrder[];
  readonly list: ReturnType<typeof useShopOrders>;
}

export function BillList({ orders, list }: BillListProps) {
  const now = useNow();
  return (
    <>
      <View className={classes(styles.list)}>
        {billRows(orders, now).map((row) =>
          row.kind === 'day' ? (
            <Text key={row.title} className={classes(styles.day, 'js-day')}>
              {row.title}
            </Text>
          ) : (
            <BillRow
              key={row.order.id}
              order={row.order}
              onOpen={() => goTo(routes.refund(row.order.id))}
            />
          ),
        )}
      </View>
      <RowsEnd
        state={rowsEndState(list)}
        endText="没有更早的账单了"
        onMore={() => void (list.hasNextPage ? list.fetchNextPage() : list.refetch())}
      />
    </>
  );
}

export function BillListSkeleton() {
  return (
    <View className={classes(styles.list, 'js-loading')}>
      {[0, 1, 2, 3, 4].map((row) => (
        <View key={row} className={classes(styles.row, styles.rowSkeleton)}>
          <Skeleton shape="title" width="half" />
          <Skeleton width="most" />
        </View>
      ))}
    </View>
  );
}
