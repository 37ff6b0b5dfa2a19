// The wallet once it is known: its figure, its tickets, its points and its periods.
import { Text, View } from '@tarojs/components';
import type { LotView } from '../../../src/contracts/values';
import type { OutputOf } from '../../cloud/types';
import { Button } from '../../components/button/Button';
import { classes } from '../../components/classes';
import { ListRow } from '../../components/list-row/ListRow';
import { Notice } from '../../components/notice/Notice';
import { Skeleton } from '../../components/skeleton/Skeleton';
import { StateView } from '../../components/states/StateView';
import { AdvanceRow } from '../../features/advance/AdvanceRow';
import { failureText } from '../../features/errors/error-text';
import { EndingHint } from '../../features/messages/EndingHint';
import {
  arrivalText,
  endingText,
  noCouponsText,
  offsetText,
} from '../../features/wallet/lot-words';
import { LotTicket } from '../../features/wallet/LotTicket';
import { PeriodList } from '../../features/wallet/PeriodList';
import { PointsCard } from '../../features/wallet/PointsCard';
import { WalletHero } from '../../features/wallet/WalletHero';
import type { useWalletPeriods } from '../../queries/use-wallet-periods';
import { goTo, routes } from '../../routes';
import { useNow } from '../../session/use-now';
import styles from './Wallet.module.scss';

export interface WalletContentProps {
  readonly summary: OutputOf<'wallet', 'summary'>;
  readonly periods: ReturnType<typeof useWalletPeriods>;
  readonly onScan: () => void;
}

export function WalletContent({ summary, periods, onScan }: WalletContentProps) {
  const now = useNow();
  const { lots } = summary;
  const offset = offsetText(summary.offsetFen);
  const arrival = arrivalText(periods.data?.periods[0], { lots, now });
  const ending = endingText(lots, now);
  return (
    <View>
      <WalletHero summary={summary} />
      <View className={classes(styles.content)}>
        {arrival !== undefined && (
          <View className={classes(styles.arrival)}>
            <Notice text={arrival} className="js-arrival" />
          </View>
        )}
        {ending !== undefined && (
          <View className={classes(styles.arrival)}>
            <EndingHint text={ending} />
          </View>
        )}
        {offset !== undefined && (
          <View className={classes(styles.arrival)}>
            <Notice
              text={offset}
              action={{ text: '为什么', onTap: () => goTo(routes.help({ question: 'offset' })) }}
              className="js-offset"
            />
          </View>
        )}
        {lots.length === 0 ? (
          <NoCoupons summary={summary} onScan={onScan} />
        ) : (
          <Lots lots={lots} now={now} />
        )}
        <OffersRow />
        <AdvanceRow summary={summary} />
        <PointsCard summary={summary} />
        <Periods periods={periods} />
      </View>
    </View>
  );
}

/** Offers and balance, each where there is some; a heading only where there are both. */
function Lots({ lots, now }: { readonly lots: readonly LotView[]; readonly now: number }) {
  const offers = lots.filter(({ benefit }) => benefit !== undefined);
  const balances = lots.filter(({ benefit }) => benefit === undefined);
  const areBoth = offers.length > 0 && balances.length > 0;
  return (
    <View className={classes(styles.lots)}>
      {areBoth && <Text className={classes(styles.lotsTitle)}>消费券</Text>}
      {balances.map((lot) => (
        <LotTicket key={lot.id} lot={lot} now={now} />
      ))}
      {balances.length > 0 && (
        <Text className={classes(styles.lotsNote)}>付款时自动用上，可以分几次用。</Text>
      )}
      {areBoth && <Text className={classes(styles.lotsTitle)}>优惠券</Text>}
      {offers.map((lot) => (
        <LotTicket key={lot.id} lot={lot} now={now} />
      ))}
      {offers.length > 0 && (
        <Text className={classes(styles.lotsNote)}>付款时自动选最省的，每张用一次。</Text>
      )}
    </View>
  );
}

/** The way to what can be claimed. */
function OffersRow() {
  return (
    <View className={classes(styles.offers)}>
      <ListRow
        icon="gift"
        title="领券中心"
        note="商家和平台正在发的券"
        className="js-offers"
        onTap={() => goTo(routes.offers())}
      />
    </View>
  );
}

function NoCoupons({ summary, onScan }: Pick<WalletContentProps, 'summary' | 'onScan'>) {
  const { title, note } = noCouponsText(summary);
  return (
    <View className={classes(styles.empty)}>
      <StateView picture="no-coupons" title={title} note={note} className="js-no-coupons">
        <Button onTap={onScan}>扫码付款</Button>
        <Button kind="soft" className="js-empty-offers" onTap={() => goTo(routes.offers())}>
          去领券
        </Button>
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
