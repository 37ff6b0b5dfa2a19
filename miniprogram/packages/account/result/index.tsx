// 支付结果: what became of a payment. It asks until that is certain, and never lets one pay twice.
import { useState } from 'react';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { classes } from '../../../components/classes';
import { NavBar } from '../../../components/nav-bar/NavBar';
import { Notice } from '../../../components/notice/Notice';
import { Page } from '../../../components/page/Page';
import { FailedState } from '../../../components/states/StateView';
import { failureText } from '../../../features/errors/error-text';
import { AskRow } from '../../../features/messages/AskRow';
import { isPaid } from '../../../features/paying/order-words';
import { useOrder } from '../../../queries/use-order';
import { useNow } from '../../../session/use-now';
import { Gains } from './Gains';
import { NearbyShops } from './NearbyShops';
import { Outcome, OutcomeSkeleton } from './Outcome';
import { pollEveryMs } from './poll-pace';
import { ResultFooter } from './ResultFooter';
import styles from './Result.module.scss';

const CLOCK_MS = 5000;

export default function ResultPage() {
  const { params } = useRouter();
  const [openedAt] = useState(() => Date.now());
  const now = useNow(CLOCK_MS);
  const { data, error, refetch, isFetching } = useOrder(params['id'] ?? '', {
    confirm: true,
    whileIn: ['placed', 'paid'],
    everyMs: pollEveryMs(now - openedAt),
  });
  const order = data?.order;
  if (order === undefined) {
    return (
      <Page header={<NavBar title="支付结果" />} footer={<ResultFooter order={undefined} />}>
        {error === null ? (
          <OutcomeSkeleton />
        ) : (
          <FailedState
            text={failureText(error)}
            isBusy={isFetching}
            onRetry={() => void refetch()}
          />
        )}
      </Page>
    );
  }
  return (
    <Page header={<NavBar title="支付结果" />} footer={<ResultFooter order={order} />}>
      <Outcome order={order} />
      {order.state === 'placed' && error !== null && (
        <View className={classes(styles.notice)}>
          <Notice
            kind="warning"
            text={failureText(error)}
            action={{ text: '再查一次', onTap: () => void refetch() }}
          />
        </View>
      )}
      {isPaid(order) && <Gains order={order} now={now} />}
      {isPaid(order) && (
        <AskRow names={['arrived', 'refunded']} text="券到账、退款时在微信里提醒您" />
      )}
      {isPaid(order) && <NearbyShops order={order} now={now} />}
    </Page>
  );
}
