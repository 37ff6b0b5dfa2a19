// 本店优惠: what the shop gives by itself and when, and what can be claimed for it.
import { Text, View } from '@tarojs/components';
import type { CampaignView } from '../../../../src/contracts/campaigns';
import type { MerchantCard } from '../../../../src/contracts/values';
import { classes } from '../../../components/classes';
import { isInScope } from '../../../features/merchants/usable-coupons';
import { useCampaigns } from '../../../queries/use-campaigns';
import { OfferCard } from '../offers/OfferCard';
import { useClaims } from '../offers/use-claims';
import styles from './OffersHere.module.scss';
import shop from './Shop.module.scss';

/** Nothing where the shop has no offers: the page is complete without them. */
export function OffersHere({ merchant }: { readonly merchant: MerchantCard }) {
  const campaigns = useCampaigns({ merchantCode: merchant.code }).data?.campaigns ?? [];
  const claims = useClaims();
  const here = ownFirst(campaigns.filter(({ scope }) => isInScope(scope, merchant)));
  if (here.length === 0) return null;
  return (
    <View className={classes(shop.card, styles.offers, 'js-offers-here')}>
      <Text className={classes(shop.cardTitle, styles.title)}>本店优惠</Text>
      {here.map((campaign) => (
        <View key={campaign.id} className={classes(styles.offer)}>
          <OfferCard campaign={campaign} claims={claims} atShop={merchant.id} />
        </View>
      ))}
    </View>
  );
}

/** What the shop itself takes part in, then what the whole site has. */
function ownFirst(campaigns: readonly CampaignView[]): readonly CampaignView[] {
  return [
    ...campaigns.filter(({ shops }) => shops.length > 0),
    ...campaigns.filter(({ shops }) => shops.length === 0),
  ];
}
