// 券包: what I hold, until when, and why.
import { useEffect, useState } from 'react';
import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { classes } from '../../components/classes';
import { Icon } from '../../components/icon/Icon';
import { NavBar } from '../../components/nav-bar/NavBar';
import { Page } from '../../components/page/Page';
import { FailedState } from '../../components/states/StateView';
import { TabBar } from '../../components/tab-bar/TabBar';
import { failureText } from '../../features/errors/error-text';
import { useScan } from '../../features/scan/use-scan';
import { useWalletPeriods } from '../../queries/use-wallet-periods';
import { useWalletSummary } from '../../queries/use-wallet-summary';
import { WalletContent } from './WalletContent';
import { WalletSkeleton } from './WalletSkeleton';
import styles from './Wallet.module.scss';

/** After a payment the next coupons may arrive while somebody watches; then the page rests. */
const WATCHED_FOR_MS = 60_000;
/** The browser has no pull-down. */
const HAS_PULL_DOWN = process.env['TARO_ENV'] !== 'h5';

export default function WalletPage() {
  const scan = useScan();
  const [watchUntil, setWatchUntil] = useState(0);
  const summary = useWalletSummary({ watchUntil });
  const periods = useWalletPeriods();
  const [isPulled, setPulled] = useState(false);
  const reload = async (): Promise<void> => {
    await Promise.all([summary.refetch(), periods.refetch()]);
  };
  const pull = async (): Promise<void> => {
    setPulled(true);
    await reload();
    setPulled(false);
  };
  useDidShow(() => {
    setWatchUntil(Date.now() + WATCHED_FOR_MS);
    void reload();
  });
  const latestPeriod = summary.data?.latestPeriod;
  const { refetch: rereadPeriods } = periods;
  useEffect(() => {
    if (latestPeriod !== undefined) void rereadPeriods();
  }, [latestPeriod, rereadPeriods]);
  return (
    <Page
      className={styles.page}
      header={
        <View className={classes(styles.bar)}>
          <NavBar
            title="券包"
            hasBack={false}
            ground="clear"
            trailing={!HAS_PULL_DOWN && <Refresh onTap={() => void reload()} />}
          />
        </View>
      }
      footer={<TabBar current="wallet" onScan={scan} />}
      refreshing={isPulled}
      onRefresh={() => void pull()}
    >
      {summary.data !== undefined && (
        <WalletContent summary={summary.data} periods={periods} onScan={scan} />
      )}
      {summary.isPending && <WalletSkeleton />}
      {summary.data === undefined && summary.isError && (
        <View className={classes(styles.failed)}>
          <FailedState
            text={failureText(summary.error)}
            isBusy={summary.isFetching}
            onRetry={() => void reload()}
          />
        </View>
      )}
    </Page>
  );
}

function Refresh({ onTap }: { readonly onTap: () => void }) {
  return (
    <View className={classes(styles.refresh, 'js-refresh')} ariaLabel="刷新" onClick={onTap}>
      <Icon name="refresh" size={20} />
    </View>
  );
}
