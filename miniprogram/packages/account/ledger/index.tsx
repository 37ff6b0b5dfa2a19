// 公开账本: what came in, what went out, and who pays for each kind of coupon; the whole, then each site.
import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { classes } from '../../../components/classes';
import { NavBar } from '../../../components/nav-bar/NavBar';
import { Page } from '../../../components/page/Page';
import { CardSkeletons } from '../../../components/skeleton/CardSkeletons';
import { FailedState } from '../../../components/states/StateView';
import { momentText } from '../../../components/time/day-text';
import { failureText } from '../../../features/errors/error-text';
import { useLedger } from '../../../queries/use-ledger';
import { ClearingCard } from './ClearingCard';
import { CoverCard } from './CoverCard';
import { FlowCard } from './FlowCard';
import type { Ledger } from './ledger-words';
import { OtherCouponsCard } from './OtherCouponsCard';
import { SiteCard } from './SiteCard';
import styles from './Ledger.module.scss';

export default function LedgerPage() {
  const ledger = useLedger();
  const [isPulled, setPulled] = useState(false);
  const pull = async (): Promise<void> => {
    setPulled(true);
    await ledger.refetch();
    setPulled(false);
  };
  return (
    <Page header={<NavBar title="公开账本" />} refreshing={isPulled} onRefresh={() => void pull()}>
      {ledger.data !== undefined && <Books ledger={ledger.data} />}
      {ledger.isPending && <CardSkeletons count={3} />}
      {ledger.data === undefined && ledger.isError && (
        <FailedState
          text={failureText(ledger.error)}
          isBusy={ledger.isFetching}
          onRetry={() => void ledger.refetch()}
        />
      )}
    </Page>
  );
}

function Books({ ledger }: { readonly ledger: Ledger }) {
  const { at, whole, sites, periods, policyVersion } = ledger;
  return (
    <View className={classes(styles.page)}>
      <Text
        className={classes(styles.when)}
      >{`全联盟，从开始到 ${momentText(at).slice(0, -3)}`}</Text>
      <CoverCard ledger={ledger} />
      <OtherCouponsCard ledger={ledger} />
      <FlowCard ledger={ledger} />
      <ClearingCard ledger={ledger} />
      <Text className={classes(styles.heading)}>各站点</Text>
      <SiteCard name="全联盟" figures={whole} />
      {sites.map(({ siteId, name, city, figures }) => (
        <SiteCard key={siteId} name={name} city={city} figures={figures} />
      ))}
      <Text
        className={classes(styles.end)}
      >{`共派过 ${periods} 期 · 规则版本 ${policyVersion}`}</Text>
    </View>
  );
}
