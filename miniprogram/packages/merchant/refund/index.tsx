// 退款: one bill, what was paid and what went back, and the way to give back more of it.
import { useRouter } from '@tarojs/taro';
import { NavBar } from '../../../components/nav-bar/NavBar';
import { Page } from '../../../components/page/Page';
import { FailedState } from '../../../components/states/StateView';
import { failureText } from '../../../features/errors/error-text';
import { useShopOrder } from '../../../queries/use-shop-order';
import { RefundBill } from './RefundBill';
import { RefundSkeleton } from './RefundSkeleton';

export default function RefundPage() {
  const { params } = useRouter();
  const { data, error, isFetching, refetch } = useShopOrder(params['order'] ?? '');
  if (data !== undefined) return <RefundBill order={data.order} />;
  return (
    <Page header={<NavBar title="退款" />}>
      {error === null ? (
        <RefundSkeleton />
      ) : (
        <FailedState text={failureText(error)} isBusy={isFetching} onRetry={() => void refetch()} />
      )}
    </Page>
  );
}
