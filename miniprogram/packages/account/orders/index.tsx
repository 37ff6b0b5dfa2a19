// 我的订单: those that wait for payment on top, then all others, newest first, page by page.
import { useState } from 'react';
import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import type { OrderView } from '../../../../src/contracts/values';
import { Button } from '../../../components/button/Button';
import { classes } from '../../../components/classes';
import { NavBar } from '../../../components/nav-bar/NavBar';
import { Notice } from '../../../components/notice/Notice';
import { Page } from '../../../components/page/Page';
import { FailedState, StateView } from '../../../components/states/StateView';
import { failureText } from '../../../features/errors/error-text';
import { useOpenOrder } from '../../../features/paying/use-open-order';
import { useScan } from '../../../features/scan/use-scan';
import { useOrders } from '../../../queries/use-orders';
import { goTo, routes } from '../../../routes';
import { listRows } from './list-rows';
import { OrderRow, OrderRowSkeleton, WaitingOrderRow } from './OrderRow';
import { ListEnd } from './ListEnd';
import styles from './Orders.module.scss';

export default function OrdersPage() {
  const list = useOrders();
  const { refetch } = list;
  const [isPulled, setPulled] = useState(false);
  const reload = async (): Promise<void> => {
    setPulled(true);
    await refetch();
    setPulled(false);
  };
  useDidShow(() => void refetch());
  const orders = list.data?.pages.flatMap((page) => page.orders) ?? [];
  return (
    <Page
      header={<NavBar title="我的订单" />}
      refreshing={isPulled}
      onRefresh={() => void reload()}
      onReachEnd={() => {
        if (list.hasNextPage && !list.isFetching) void list.fetchNextPage();
      }}
    >
      {list.isPending && <OrdersSkeleton />}
      {list.isError && orders.length === 0 && (
        <FailedState
          text={failureText(list.error)}
          isBusy={list.isFetching}
          onRetry={() => void refetch()}
        />
      )}
      {list.isSuccess && orders.length === 0 && <NoOrders />}
      {orders.length > 0 && (
        <>
          <Orders orders={orders} onChanged={() => void refetch()} />
          <ListEnd
            state={endState(list)}
            onRetry={() => void (list.hasNextPage ? list.fetchNextPage() : refetch())}
          />
        </>
      )}
    </Page>
  );
}

function endState(list: ReturnType<typeof useOrders>): 'loading' | 'failed' | 'more' | 'end' {
  if (list.isFetchingNextPage) return 'loading';
  if (list.isError) return 'failed';
  return list.hasNextPage ? 'more' : 'end';
}

interface OrdersProps {
  readonly orders: readonly OrderView[];
  readonly onChanged: () => void;
}

function Orders({ orders, onChanged }: OrdersProps) {
  const actions = useOpenOrder({
    onPaying: (orderId) => goTo(routes.result(orderId)),
    onCancelled: onChanged,
    onFailed: onChanged,
  });
  return (
    <View className={classes(styles.list)}>
      {actions.failure !== null && <Notice kind="warning" text={failureText(actions.failure)} />}
      {listRows(orders).map((row) => {
        const open = (): void => goTo(routes.order(row.order.id));
        return row.kind === 'waiting' ? (
          <WaitingOrderRow
            key={row.order.id}
            order={row.order}
            actions={actions}
            onOpen={open}
            onOver={onChanged}
          />
        ) : (
          <OrderRow key={row.order.id} order={row.order} onOpen={open} />
        );
      })}
    </View>
  );
}

function NoOrders() {
  const scan = useScan();
  return (
    <StateView picture="no-orders" title="还没有订单" note="到店扫码付款后，订单会在这里。">
      <Button onTap={scan}>扫码付款</Button>
    </StateView>
  );
}

function OrdersSkeleton() {
  return (
    <View className={classes(styles.list, 'js-loading')}>
      {[0, 1, 2, 3].map((row) => (
        <OrderRowSkeleton key={row} />
      ))}
    </View>
  );
}
