// 领券中心: what can be claimed in a city, and what its shops give by themselves.
import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import type { CampaignView } from '../../../../src/contracts/campaigns';
import { Chip } from '../../../components/chip/Chip';
import { classes } from '../../../components/classes';
import { NavBar } from '../../../components/nav-bar/NavBar';
import { Page } from '../../../components/page/Page';
import { Skeleton } from '../../../components/skeleton/Skeleton';
import { FailedState, StateView } from '../../../components/states/StateView';
import { failureText } from '../../../features/errors/error-text';
import { useCampaigns } from '../../../queries/use-campaigns';
import { useSites } from '../../../queries/use-sites';
import { useHere } from '../../../session/session';
import { isClaimed } from './campaign-words';
import { mySite } from './my-site';
import { OfferCard } from './OfferCard';
import { useClaims, type Claims } from './use-claims';
import styles from './Offers.module.scss';

export default function OffersPage() {
  const sites = useSites();
  const here = useHere();
  const [chosen, choose] = useState<string | null>(null);
  const siteId = chosen ?? mySite(sites.data?.sites ?? [], here)?.id ?? null;
  const offers = useCampaigns(siteId === null ? null : { siteId });
  const claims = useClaims();
  const failed = sites.error ?? offers.error;
  const reload = (): void => void (sites.isError ? sites.refetch() : offers.refetch());
  return (
    <Page header={<NavBar title="领券中心" />}>
      {sites.data !== undefined && sites.data.sites.length > 1 && (
        <View className={classes(styles.cities)}>
          {sites.data.sites.map(({ id, city }) => (
            <Chip
              key={id}
              text={city}
              isChosen={id === siteId}
              className={`js-city-${id}`}
              onTap={() => choose(id)}
            />
          ))}
        </View>
      )}
      {offers.data !== undefined && <Offers campaigns={offers.data.campaigns} claims={claims} />}
      {offers.data === undefined && failed === null && <OffersSkeleton />}
      {offers.data === undefined && failed !== null && (
        <FailedState text={failureText(failed)} isBusy={offers.isFetching} onRetry={reload} />
      )}
    </Page>
  );
}

interface OffersProps {
  readonly campaigns: readonly CampaignView[];
  readonly claims: Claims;
}

function Offers({ campaigns, claims }: OffersProps) {
  if (campaigns.length === 0) {
    return (
      <StateView
        picture="no-coupons"
        title="这里现在没有活动"
        note="消费券不用领：买单得积分，派券时会到券包。"
        className="js-no-offers"
      />
    );
  }
  const byHand = campaigns.filter(isClaimed);
  const byItself = campaigns.filter((campaign) => !isClaimed(campaign));
  return (
    <>
      <Part title="可以领的券" campaigns={byHand} claims={claims} />
      <Part title="付款时自动有的" campaigns={byItself} claims={claims} />
      <Text className={classes(styles.foot)}>由谁承担、限多少张，都写在券上。领完为止。</Text>
    </>
  );
}

function Part({ title, campaigns, claims }: OffersProps & { readonly title: string }) {
  if (campaigns.length === 0) return null;
  return (
    <>
      <Text className={classes(styles.title)}>{title}</Text>
      {campaigns.map((campaign) => (
        <View key={campaign.id} className={classes(styles.card)}>
          <OfferCard campaign={campaign} claims={claims} />
        </View>
      ))}
    </>
  );
}

function OffersSkeleton() {
  return (
    <View className="js-loading">
      {[0, 1, 2].map((card) => (
        <View key={card} className={classes(styles.card, styles.waiting)}>
          <Skeleton shape="title" width="half" />
          <Skeleton width="most" />
          <Skeleton width="half" />
        </View>
      ))}
    </View>
  );
}
