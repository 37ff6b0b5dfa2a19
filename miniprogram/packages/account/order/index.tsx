// One order: what it cost, what it earned, what happened to it, and how to go on paying.
import { useState } from 'react';
import { View } from '@tarojs/components';
import { useDidShow, useRouter } from '@tarojs/taro';
import { classes } from '../../../components/classes';
import { NavBar } from '../../../components/nav-bar/NavBar';
import { Page } from '../../../components/page/Page';
import { FailedState } from '../../../components/states/StateView';
import { failureText } from '../../../features/errors/error-text';
import { OpenOrderBar, type OpenOrderBarProps } from '../../../features/paying/OpenOrderBar';
import { OrderKeys } from '../../../features/paying/OrderKeys';
import { isWaiting } from '../../../features/paying/order-words';
import { useOpenOrder } from '../../../features/paying/use-open-order';
import { useOrder } from '../../../queries/use-order';
import { replaceBy, routes } from '../../../routes';
import { OrderDetails } from './OrderDetails';
import { OrderSkeleton } from './OrderSkeleton';
import styles from './Order.module.scss';

/** After its time an order is closed by a timer; this asks until it is. */
const OVER_EVERY_MS = 5000;

export default function OrderPage() {
  const { params } = useRouter();
  const [isOver, setOver] = useState(false);
  const { data, error, refetch, isFetching } = useOrder(params['id'] ?? '', {
    confirm: true,
    whileIn: ['placed'],
    ...(isOver && { everyMs: OVER_EVERY_MS }),
  });
  const reload = (): void => void refetch();
  useDidShow(reload);
  const actions = useOpenOrder({
    onPaying: (orderId) => replaceBy(routes.result(orderId)),
    onCancelled: reload,
    onFailed: reload,
  });
  const order = data?.order;
  return (
    <Page
      header={<NavBar title="订单详情" />}
      footer={
        order !== undefined && (
          <Footer order={order} actions={actions} onOver={() => setOver(true)} />
        )
      }
    >
      {order !== undefined && <OrderDetails order={order} />}
      {order === undefined && error === null && <OrderSkeleton />}
      {order === undefined && error !== null && (
        <FailedState text={failureText(error)} isBusy={isFetching} onRetry={reload} />
      )}
    </Page>
  );
}

/** How to go on paying, or what else can be done with an order that has ended. */
function Footer({ order, actions, onOver }: OpenOrderBarProps) {
  if (isWaiting(order)) {
    return <OpenOrderBar order={order} actions={actions} onOver={onOver} />;
  }
  return (
    <View className={classes(styles.footer)}>
      <OrderKeys order={order} actions={actions} />
    </View>
  );
}
