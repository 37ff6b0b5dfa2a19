// 付款: where a shop's code leads, also when it starts the app.
import { useEffect, type ReactNode } from 'react';
import { useRouter } from '@tarojs/taro';
import { NavBar } from '../../components/nav-bar/NavBar';
import { Page } from '../../components/page/Page';
import { useArrival } from '../../features/scan/use-arrival';
import { entryOfQuery, merchantOfQuery } from '../../features/scan/launch';
import { useTellVisits } from '../../features/scan/tell-visits';
import { useMerchantByCode } from '../../queries/use-merchant-by-code';
import { goToTab } from '../../routes';
import { Checkout } from './Checkout';
import { NoCode, PaySkeleton, ShopFailed, ShopNotTrading } from './ShopStates';

export default function PayPage() {
  const { params } = useRouter();
  const scanned = merchantOfQuery(params);
  const shop = useMerchantByCode(scanned?.merchantCode ?? null);
  useArrival(params);
  useTellVisits(shop.data?.state === 'active');
  const isEntry = entryOfQuery(params) !== null;
  useEffect(() => {
    if (isEntry) goToTab('circle');
  }, [isEntry]);
  // A printed link has one address for both kinds of codes; here there is nothing to pay.
  if (isEntry) return <Framed>{null}</Framed>;
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
