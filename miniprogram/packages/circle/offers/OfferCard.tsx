// One campaign: what it gives, its terms, and a key where it is claimed.
import { Text, View } from '@tarojs/components';
import type { CampaignView } from '../../../../src/contracts/campaigns';
import { Button } from '../../../components/button/Button';
import { classes } from '../../../components/classes';
import { BackMark, BenefitMark, FaceMark } from '../../../features/wallet/BenefitMark';
import { useCityOf } from '../../../features/wallet/use-city-of';
import { goTo, goToTab, routes } from '../../../routes';
import { givesText, howText, isClaimed, termLines } from './campaign-words';
import { claimText } from './claim-state';
import type { Claims } from './use-claims';
import styles from './OfferCard.module.scss';

interface OfferCardProps {
  readonly campaign: CampaignView;
  readonly claims: Claims;
  /** On a shop's own page its name need not stand there, nor lead to it. */
  readonly atShop?: string | undefined;
}

export function OfferCard({ campaign, claims, atShop }: OfferCardProps) {
  const how = howText(campaign);
  const lines = termLines(campaign, useCityOf());
  const shops = campaign.shops.filter(({ id }) => id !== atShop);
  const hasFoot = shops.length > 0 || isClaimed(campaign);
  return (
    <View className={classes(styles.offer, 'js-offer')}>
      <View className={classes(styles.stub)} ariaLabel={givesText(campaign)}>
        <CampaignMark campaign={campaign} />
      </View>
      <View className={classes(styles.body)}>
        <View className={classes(styles.heading)}>
          <Text className={classes(styles.name)}>{campaign.name}</Text>
          {how !== undefined && <Text className={classes(styles.how)}>{how}</Text>}
        </View>
        {lines.map((line) => (
          <Text key={line} className={classes(styles.terms)}>
            {line}
          </Text>
        ))}
        {hasFoot && (
          <View className={classes(styles.foot)}>
            <Shops shops={shops} />
            {isClaimed(campaign) && <ClaimKey campaign={campaign} claims={claims} />}
          </View>
        )}
      </View>
    </View>
  );
}

function CampaignMark({ campaign }: { readonly campaign: CampaignView }) {
  const { benefit, spendBack, minSpendFen } = campaign;
  if (spendBack !== undefined) return <BackMark {...spendBack} />;
  if (benefit.kind === 'balance') {
    return <FaceMark faceFen={benefit.faceFen} />;
  }
  return <BenefitMark benefit={benefit} minSpendFen={minSpendFen} />;
}

/** Ways to the shops that it is about. */
function Shops({ shops }: Pick<CampaignView, 'shops'>) {
  return (
    <View className={classes(styles.shops)}>
      {shops.map(({ id, code, name }) => (
        <View
          key={id}
          className={classes(styles.shop, 'js-offer-shop')}
          onClick={() => goTo(routes.shop(code))}
        >
          <Text>{name}</Text>
        </View>
      ))}
    </View>
  );
}

function ClaimKey({ campaign, claims }: Pick<OfferCardProps, 'campaign' | 'claims'>) {
  const state = claims.stateOf(campaign);
  if (state === 'claimed') {
    return (
      <Button
        kind="plain"
        size="small"
        className={classes(styles.key, 'js-claimed')}
        onTap={() => goToTab('wallet')}
      >
        {`${claimText(state)}，看券`}
      </Button>
    );
  }
  return (
    <Button
      size="small"
      className={classes(styles.key, `js-claim js-claim-${campaign.id}`)}
      isBusy={claims.isClaiming(campaign.id)}
      isDisabled={state !== 'open'}
      onTap={() => claims.claim(campaign.id)}
    >
      {claimText(state)}
    </Button>
  );
}
