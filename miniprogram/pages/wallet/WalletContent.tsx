// The wallet once it is known: its figure, its tickets, its points and its periods.
import { Text, View } from '@tarojs/components';
import type { OutputOf } from '../../cloud/types';
import { Button } from '../../components/button/Button';
import { classes } from '../../components/classes';
import { Notice } from '../../components/notice/Notice';
import { Skeleton } from '../../components/skeleton/Skeleton';
import { StateView } from '../../components/states/StateView';
import { failureText } from '../../features/errors/error-text';
import { LotTicket } from '../../features/wallet/LotTicket';
import { PeriodList } from '../../features/wallet/PeriodList';
import { PointsCard } from '../../features/wallet/PointsCard';
import { WalletHero } from '../../features/wallet/WalletHero';
import type { useWalletPeriods } from '../../queries/use-wallet-periods';
import { useNow } from '../../session/use-now';
import styles from './Wallet.module.scss';

export interface WalletContentProps {
  readonly summary: OutputOf<'wallet', 'summary'>;
  readonly periods: ReturnType<typeof useWalletPeriods>;
  readonly onScan: () => void;
}

export function WalletContent({ summary, periods, onScan }: WalletContentProps) {
  return (
    <View>
      <WalletHero summary={summary} />
      <View className={classes(styles.content)}>
        <Lots summary={summary} onScan={onScan} />
        <PointsCard summary={summary} />
        <Periods periods={periods} />
      </View>
    </View>
  );
}

function Lots({ summary, onScan }: Pick<WalletContentProps, 'summary' | 'onScan'>) {
  const now = useNow();
  const { lots, paidOrders } = summary;
  if (lots.length === 0) return <NoCoupons isNew={paidOrders === 0} onScan={onScan} />;
  return (
    <View className={classes(styles.lots)}>
      {lots.map((lot) => (
        <LotTicket key={lot.id} lot={lot} now={now} />
      ))}
      <Text className={classes(styles.lotsNote)}>付款时自动用上，可以分几次用。</Text>
    </View>
  );
}

function NoCoupons({ isNew, onScan }: { readonly isNew: boolean; readonly onScan: () => void }) {
  return (
    <View className={classes(styles.empty)}>
      <StateView
        picture="no-coupons"
        title={isNew ? '还没有消费券' : '现在没有可用的券'}
        note={
          isNew
            ? '到联盟商家扫码付款，您和商家都得积分。派券时，消费券会到这里。'
            : '您的积分都在。派券时，消费券会到这里。'
        }
        className="js-no-coupons"
      >
        <Button onTap={onScan}>扫码付款</Button>
      </StateView>
    </View>
  );
}

function Periods({ periods }: Pick<WalletContentProps, 'periods'>) {
  const { data, error, refetch } = periods;
  if (data !== undefined) {
    return data.periods.length === 0 ? null : <PeriodList periods={data.periods} />;
  }
  if (error === null) {
    return (
      <View className={classes(styles.periodsSkeleton)}>
        <Skeleton shape="title" width="half" />
        <Skeleton />
        <Skeleton width="most" />
      </View>
    );
  }
  return (
    <View className={classes(styles.periodsFailed)}>
      <Notice
        kind="warning"
        text={failureText(error)}
        action={{ text: '再试', onTap: () => void refetch() }}
      />
    </View>
  );
}
