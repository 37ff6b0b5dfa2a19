// 一张券的来去: what is left of it, and every change that led there.
import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { negate } from '../../../../src/domain/money/amounts';
import { classes } from '../../../components/classes';
import { NavBar } from '../../../components/nav-bar/NavBar';
import { Page } from '../../../components/page/Page';
import { yuanText } from '../../../components/price/money';
import { Skeleton } from '../../../components/skeleton/Skeleton';
import { FailedState } from '../../../components/states/StateView';
import { momentText } from '../../../components/time/day-text';
import { failureText } from '../../../features/errors/error-text';
import { RowsEnd } from '../../../features/wallet/RowsEnd';
import { goTo, routes } from '../../../routes';
import { ChangeRow, StatementRows } from '../statement/StatementRows';
import { StatementSkeleton } from '../statement/StatementSkeleton';
import { LotHead } from './LotHead';
import type { Hold } from './lot-story';
import { SumCard } from './SumCard';
import { useLot } from './use-lot';
import { WhyCard } from './WhyCard';
import styles from './Lot.module.scss';

export default function LotPage() {
  const { params } = useRouter();
  const lotId = params['id'] ?? '';
  const { statement, facts, lines, holds, error, isPending, isFetching, reload } = useLot(lotId);
  const { rows, endState, more } = statement;
  const [isPulled, setPulled] = useState(false);
  const pull = async (): Promise<void> => {
    setPulled(true);
    await reload();
    setPulled(false);
  };
  return (
    <Page
      header={<NavBar title="一张券的来去" />}
      refreshing={isPulled}
      onRefresh={() => void pull()}
      onReachEnd={() => endState === 'more' && more()}
    >
      {error !== null && (
        <FailedState text={failureText(error)} isBusy={isFetching} onRetry={() => void reload()} />
      )}
      {error === null && isPending && <LotSkeleton />}
      {error === null && !isPending && (
        <>
          <LotHead facts={facts} />
          {facts.lot !== undefined && <WhyCard lot={facts.lot} />}
          {!facts.isOffer && <SumCard lines={lines} balanceFen={facts.balanceFen} />}
          {holds.length > 0 && <Holds holds={holds} />}
          <StatementRows rows={rows} isOneKind ownLotId={lotId} />
          <RowsEnd state={endState} endText="从头到现在，都在这里了" onMore={more} />
        </>
      )}
    </Page>
  );
}

function Holds({ holds }: { readonly holds: readonly Hold[] }) {
  return (
    <>
      <Text className={classes(styles.heading)}>占用中：付款后用掉，取消或超时退回</Text>
      <View className={classes(styles.rows)}>
        {holds.map(({ orderId, merchantName, placedAt, amountFen }) => (
          <ChangeRow
            key={orderId}
            title={`${merchantName}待支付`}
            note={momentText(placedAt).slice(0, -3)}
            lines={[{ label: '券', text: yuanText(negate(amountFen)), isGain: false }]}
            onOpen={() => goTo(routes.order(orderId))}
          />
        ))}
      </View>
    </>
  );
}

function LotSkeleton() {
  return (
    <>
      <View className={classes(styles.head, 'js-loading')}>
        <Skeleton width="third" />
        <Skeleton shape="block" width="half" className={styles.balanceSkeleton} />
        <Skeleton width="most" />
      </View>
      <StatementSkeleton />
    </>
  );
}
