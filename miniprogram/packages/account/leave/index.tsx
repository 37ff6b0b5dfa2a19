// 注销账户: refused while orders are open; done only after two steps.
import { useState } from 'react';
import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { classes } from '../../../components/classes';
import { NavBar } from '../../../components/nav-bar/NavBar';
import { Page } from '../../../components/page/Page';
import { Skeleton } from '../../../components/skeleton/Skeleton';
import { FailedState } from '../../../components/states/StateView';
import { startAnew } from '../../../features/account/start-anew';
import { failureText } from '../../../features/errors/error-text';
import { codeOf } from '../../../queries/call-failure';
import { useLeave } from '../../../queries/use-leave';
import { useOrders } from '../../../queries/use-orders';
import { useWalletSummary } from '../../../queries/use-wallet-summary';
import { givenUp } from './leave-words';
import { Left } from './Left';
import { Confirm, Losses } from './LeaveSteps';
import styles from './Leave.module.scss';

export default function LeavePage() {
  const [leftAt, setLeftAt] = useState<number | null>(null);
  return (
    <Page header={<NavBar title="注销账户" />}>
      {leftAt === null ? <Leaving onLeft={setLeftAt} /> : <Left leftAt={leftAt} />}
    </Page>
  );
}

function Leaving({ onLeft }: { readonly onLeft: (leftAt: number) => void }) {
  const wallet = useWalletSummary();
  const open = useOrders({ show: 'open' });
  const [isSure, setSure] = useState(false);
  const leave = useLeave();
  useDidShow(() => {
    void wallet.refetch();
    void open.refetch({ cancelRefetch: false });
  });
  const failure = wallet.error ?? open.error;
  if (wallet.data === undefined || open.data === undefined) {
    if (failure === null) return <Waiting />;
    const isBusy = wallet.isFetching || open.isFetching;
    const retry = (): void => {
      void wallet.refetch();
      void open.refetch({ cancelRefetch: false });
    };
    return <FailedState text={failureText(failure)} isBusy={isBusy} onRetry={retry} />;
  }
  const summary = wallet.data;
  const confirm = (): void => {
    leave.mutate(givenUp(summary), {
      onSuccess: ({ leftAt }) => {
        onLeft(leftAt);
        startAnew();
      },
      onError: (error) => {
        // What was agreed to has changed, so it is shown again.
        if (['holdings-changed', 'orders-open'].includes(codeOf(error))) setSure(false);
        void wallet.refetch();
        void open.refetch({ cancelRefetch: false });
      },
    });
  };
  return isSure ? (
    <Confirm
      isBusy={leave.isPending}
      failure={leave.error}
      onConfirm={confirm}
      onBack={() => setSure(false)}
    />
  ) : (
    <Losses
      summary={summary}
      failure={leave.error}
      hasOpenOrders={open.data.pages.some(({ orders }) => orders.length > 0)}
      onGoOn={() => {
        leave.reset();
        setSure(true);
      }}
    />
  );
}

function Waiting() {
  return (
    <View className={classes(styles.step, 'js-loading')}>
      <View className={classes(styles.card, styles.waiting)}>
        <Skeleton shape="title" width="third" />
        <Skeleton />
        <Skeleton width="most" />
      </View>
    </View>
  );
}
