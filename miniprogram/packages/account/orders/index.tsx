// 我的订单: those that wait for payment on top, then all others by month, page by page.
import { useState } from 'react';
import { useDidShow, useRouter } from '@tarojs/taro';
import { NavBar } from '../../../components/nav-bar/NavBar';
import { Page } from '../../../components/page/Page';
import { FailedState } from '../../../components/states/StateView';
import { failureText } from '../../../features/errors/error-text';
import { useOrders } from '../../../queries/use-orders';
import { ListEnd } from './ListEnd';
import { NoOrders } from './NoOrders';
import { OrderList, OrderListSkeleton } from './OrderList';
import { OrderTabs } from './OrderTabs';
import { readShown, type Shown } from './order-filters';

export default function OrdersPage() {
  const { params } = useRouter();
  const [shown, setShown] = useState<Shown>(() => readShown(params['show']));
  const list = useOrders({ show: shown === 'all' ? undefined : shown });
  const { refetch } = list;
  const [isPulled, setPulled] = useState(false);
  const reload = async (): Promise<void> => {
    setPulled(true);
    await refetch();
    setPulled(false);
  };
  useDidShow(() => void refetch({ cancelRefetch: false }));
  const orders = list.data?.pages.flatMap((page) => page.orders) ?? [];
  return (
    <Page
      // Another kind of orders is another list, which begins at its top.
      key={shown}
      header={
        <>
          <NavBar title="我的订单" />
          <OrderTabs shown={shown} onShow={setShown} />
        </>
      }
      refreshing={isPulled}
      onRefresh={() => void reload()}
      onReachEnd={() => {
        if (list.hasNextPage && !list.isFetching) void list.fetchNextPage();
      }}
    >
      {list.isPending && <OrderListSkeleton />}
      {list.isError && orders.length === 0 && (
        <FailedState
          text={failureText(list.error)}
          isBusy={list.isFetching}
          onRetry={() => void refetch()}
        />
      )}
      {list.isSuccess && orders.length === 0 && <NoOrders shown={shown} onShow={setShown} />}
      {orders.length > 0 && (
        <>
          <OrderList orders={orders} onChanged={() => void refetch()} />
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
