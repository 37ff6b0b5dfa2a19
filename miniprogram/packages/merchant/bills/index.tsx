// 店里的账单: what customers have paid at a shop that I work for, by day, page by page.
import { useState } from 'react';
import { useDidShow } from '@tarojs/taro';
import { NavBar } from '../../../components/nav-bar/NavBar';
import { Page } from '../../../components/page/Page';
import { FailedState, StateView } from '../../../components/states/StateView';
import { failureText } from '../../../features/errors/error-text';
import { useMyShops } from '../../../queries/use-my-shops';
import { useShopOrders } from '../../../queries/use-shop-orders';
import { BillList, BillListSkeleton } from './BillList';
import { ShopSwitch, type MyShop } from './ShopSwitch';
import { ToFans } from './ToFans';

export default function BillsPage() {
  const shops = useMyShops();
  const [chosen, setChosen] = useState<string | null>(null);
  const mine = shops.data?.shops ?? [];
  const shop = mine.find(({ code }) => code === chosen) ?? mine[0];
  if (shop !== undefined) {
    return <ShopBills key={shop.code} shop={shop} shops={mine} onChoose={setChosen} />;
  }
  return (
    <Page header={<NavBar title="店里的账单" />}>
      {shops.isPending && <BillListSkeleton />}
      {shops.isError && (
        <FailedState
          text={failureText(shops.error)}
          isBusy={shops.isFetching}
          onRetry={() => void shops.refetch()}
        />
      )}
      {shops.isSuccess && (
        <StateView
          picture="no-shops"
          title="您还没有在店里任职"
          note="店主把您登记为店员后，店里的账单会在这里。"
          className="js-no-shop"
        />
      )}
    </Page>
  );
}

interface ShopBillsProps {
  readonly shop: MyShop;
  readonly shops: readonly MyShop[];
  readonly onChoose: (merchantCode: string) => void;
}

function ShopBills({ shop, shops, onChoose }: ShopBillsProps) {
  const list = useShopOrders(shop.code);
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
      header={
        <>
          <NavBar title="店里的账单" />
          <ShopSwitch shop={shop} shops={shops} onChoose={onChoose} />
          <ToFans merchantCode={shop.code} />
        </>
      }
      refreshing={isPulled}
      onRefresh={() => void reload()}
      onReachEnd={() => {
        if (list.hasNextPage && !list.isFetching) void list.fetchNextPage();
      }}
    >
      {list.isPending && <BillListSkeleton />}
      {list.isError && orders.length === 0 && (
        <FailedState
          text={failureText(list.error)}
          isBusy={list.isFetching}
          onRetry={() => void refetch()}
        />
      )}
      {list.isSuccess && orders.length === 0 && (
        <StateView picture="no-orders" title="还没有账单" note="顾客扫店码付款后，账单会在这里。" />
      )}
      {orders.length > 0 && <BillList orders={orders} list={list} />}
    </Page>
  );
}
