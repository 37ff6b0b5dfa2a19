// 付款: where a shop's code leads, also when it starts the app.
import type { ReactNode } from 'react';
import { useRouter } from '@tarojs/taro';
import { NavBar } from '../../components/nav-bar/NavBar';
import { Page } from '../../components/page/Page';
import { merchantOfQuery } from '../../features/scan/launch';
import { useMerchantByCode } from '../../queries/use-merchant-by-code';
import { Checkout } from './Checkout';
import { NoCode, PaySkeleton, ShopFailed, ShopNotTrading } from './ShopStates';

export default function PayPage() {
  const { params } = useRouter();
  const scanned = merchantOfQuery(params);
  const shop = useMerchantByCode(scanned?.merchantCode ?? null);
  if (scanned === null) return <Framed>{<NoCode />}</Framed>;
  if (shop.isPending) return <Framed>{<PaySkeleton />}</Framed>;
  if (shop.data === undefined) {
    const retry = (): void => void shop.refetch();
    return (
      <Framed>
        <ShopFailed error={shop.error} isBusy={shop.isFetching} onRetry={retry} />
      </Framed>
    );
  }
  if (shop.data.state !== 'active') {
    return (
      <Framed>
        <ShopNotTrading merchant={shop.data} />
      </Framed>
    );
  }
  return (
    <Checkout
      merchant={shop.data}
      table={scanned.table}
      onShopChanged={() => void shop.refetch()}
    />
  );
}

function Framed({ children }: { readonly children: ReactNode }) {
  return <Page header={<NavBar title="付款" />}>{children}</Page>;
}
