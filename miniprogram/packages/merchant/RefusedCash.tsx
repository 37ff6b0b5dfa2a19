// Cash of a refund that WeChat Pay has not taken on: what to do, and the way to ask again.
import Taro from '@tarojs/taro';
import type { ShopOrder } from '../../../src/contracts/merchant';
import { Notice } from '../../components/notice/Notice';
import { failureText } from '../../features/errors/error-text';
import { waitingCashFen } from '../../features/paying/refund-words';
import { useRetryCash } from '../../queries/use-retry-cash';
import { refusalAdvice, refusedRefund } from './shop-bill-words';

export interface RefusedCashProps {
  readonly order: ShopOrder;
  readonly className?: string;
}

export function RefusedCash({ order, className }: RefusedCashProps) {
  const { mutate, isPending } = useRetryCash();
  const refused = refusedRefund(order);
  if (refused === undefined) return null;
  const again = (): void => {
    if (isPending) return;
    mutate(order.id, {
      onSuccess: ({ order: after }) =>
        say(waitingCashFen(after.refunds) === 0 ? '微信已受理' : '微信还是没有受理'),
      onError: (error) => say(failureText(error)),
    });
  };
  return (
    <Notice
      kind="warning"
      text={refusalAdvice(refused)}
      action={{ text: isPending ? '正在请微信退…' : '再请微信退一次', onTap: again }}
      {...(className !== undefined && { className })}
    />
  );
}

function say(title: string): void {
  void Taro.showToast({ title, icon: 'none' });
}
