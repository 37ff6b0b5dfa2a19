// The loaded orders with their headings.
import { Text, View } from '@tarojs/components';
import type { OrderView } from '../../../../src/contracts/values';
import { classes } from '../../../components/classes';
import { Notice } from '../../../components/notice/Notice';
import { failureText } from '../../../features/errors/error-text';
import { useOpenOrder } from '../../../features/paying/use-open-order';
import { goTo, routes } from '../../../routes';
import { listRows } from './list-rows';
import { OrderRow, OrderRowSkeleton } from './OrderRow';
import styles from './Orders.module.scss';

export interface OrderListProps {
  readonly orders: readonly OrderView[];
  readonly onChanged: () => void;
}

export function OrderList({ orders, onChanged }: OrderListProps) {
  const actions = useOpenOrder({
    onPaying: (orderId) => goTo(routes.result(orderId)),
    onCancelled: onChanged,
    onFailed: onChanged,
  });
  return (
    <View className={classes(styles.list)}>
      {actions.failure !== null && <Notice kind="warning" text={failureText(actions.failure)} />}
      {listRows(orders).map((row) =>
        row.kind === 'month' ? (
          <Text key={row.title} className={classes(styles.month, 'js-month')}>
            {row.title}
          </Text>
        ) : (
          <OrderRow
            key={row.order.id}
            order={row.order}
            actions={actions}
            onOpen={() => goTo(routes.order(row.order.id))}
            onOver={onChanged}
          />
        ),
      )}
    </View>
  );
}

export function OrderListSkeleton() {
  return (
    <View className={classes(styles.list, 'js-loading')}>
      {[0, 1, 2, 3].map((row) => (
        <OrderRowSkeleton key={row} />
      ))}
    </View>
  );
}
