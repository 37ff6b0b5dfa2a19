// A shop's own page: what it gives, which of my coupons it takes, and how to get there.
import { useRouter, useShareAppMessage } from '@tarojs/taro';
import { merchantOfQuery } from '../../../features/scan/launch';
import { useShop } from '../../../queries/use-shop';
import { routes } from '../../../routes';
import { useHere } from '../../../session/session';
import { shareTitle } from './shop-words';
import { ShopPage } from './ShopPage';
import { ShopFailed, ShopSkeleton, ShopUnknown } from './ShopStates';

export default function ShopRoute() {
  const { params } = useRouter();
  const merchantCode = merchantOfQuery({ m: params['code'] })?.merchantCode ?? null;
  const shop = useShop({ merchantCode, position: useHere() });
  useShareAppMessage(() => ({
    title: shop.data === undefined ? '众店生活圈' : shareTitle(shop.data.merchant),
    path: routes.shop(merchantCode ?? ''),
  }));
  if (merchantCode === null) return <ShopUnknown />;
  if (shop.isPending) return <ShopSkeleton />;
  if (shop.data === undefined) {
    const retry = (): void => void shop.refetch();
    return <ShopFailed error={shop.error} isBusy={shop.isFetching} onRetry={retry} />;
  }
  return <ShopPage shop={shop.data} />;
}
