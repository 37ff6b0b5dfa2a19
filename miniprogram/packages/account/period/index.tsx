// 第 N 期：为什么是这个数. From the rebates that arrived down to the coupon, and the bills behind it.
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { Button } from '../../../components/button/Button';
import { classes } from '../../../components/classes';
import { NavBar } from '../../../components/nav-bar/NavBar';
import { Page } from '../../../components/page/Page';
import { FailedState, StateView } from '../../../components/states/StateView';
import { failureText } from '../../../features/errors/error-text';
import { RowsEnd, rowsEndState } from '../../../features/wallet/RowsEnd';
import { codeOf } from '../../../queries/call-failure';
import { usePeriod } from '../../../queries/use-period';
import { goTo, goToTab, routes } from '../../../routes';
import { Earnings } from './Earnings';
import { isRecomputed } from './period-steps';
import { PeriodFacts } from './PeriodFacts';
import { PeriodSkeleton } from './PeriodSkeleton';
import styles from './Period.module.scss';

export default function PeriodPage() {
  const { params } = useRouter();
  const period = Number(params['n'] ?? 0);
  const list = usePeriod(period);
  const { hasNextPage, isFetching, fetchNextPage } = list;
  const pages = list.data?.pages ?? [];
  const [first] = pages;
  const earnings = pages.flatMap((page) => page.earnings);
  return (
    <Page
      header={<NavBar title={`第 ${period} 期：为什么是这个数`} />}
      onReachEnd={() => {
        if (hasNextPage && !isFetching) void fetchNextPage();
      }}
    >
      {list.isPending && <PeriodSkeleton />}
      {list.isError && first === undefined && (
        <NoPeriod error={list.error} isBusy={isFetching} onRetry={() => void list.refetch()} />
      )}
      {first !== undefined && (
        <View className={classes(styles.page)}>
          <PeriodFacts explained={first} isRecomputed={isRecomputed(earnings)} />
          <Sources version={first.alliance.policyVersion} />
          <Earnings
            earnings={earnings}
            isAll={!hasNextPage}
            eligiblePoints={first.mine.eligiblePoints}
          />
          <RowsEnd
            state={rowsEndState(list)}
            endText="账单都在这里了"
            onMore={() => void fetchNextPage()}
          />
        </View>
      )}
    </Page>
  );
}

interface NoPeriodProps {
  readonly error: unknown;
  readonly isBusy: boolean;
  readonly onRetry: () => void;
}

/** Asking again helps a call that failed; a period that gave me nothing stays so. */
function NoPeriod({ error, isBusy, onRetry }: NoPeriodProps) {
  const text = failureText(error);
  if (codeOf(error) !== 'period-not-found') {
    return <FailedState text={text} isBusy={isBusy} onRetry={onRetry} />;
  }
  return (
    <StateView picture="no-coupons" title={text} note="没有派给您券的期，不在这里。">
      <Button kind="soft" className="js-to-wallet" onTap={() => goToTab('wallet')}>
        看券包
      </Button>
    </StateView>
  );
}

/** Where it can be checked: the rules in force then, and the open ledger. */
function Sources({ version }: { readonly version: string }) {
  return (
    <View className={classes(styles.sources)}>
      <View className={classes(styles.source, 'js-rules')} onClick={() => goTo(routes.rules())}>
        <Text>何时派券：规则</Text>
      </View>
      <View className={classes(styles.source, 'js-ledger')} onClick={() => goTo(routes.ledger())}>
        <Text>公开账本</Text>
      </View>
      <Text className={classes(styles.version)}>{`规则版本 ${version}`}</Text>
    </View>
  );
}
