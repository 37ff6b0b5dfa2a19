// 附近还能用券的店: up to three open shops around the one that was just paid.
import { Text, View } from '@tarojs/components';
import type { OrderView } from '../../../../src/contracts/values';
import { classes } from '../../../components/classes';
import { Icon } from '../../../components/icon/Icon';
import { yuanText } from '../../../components/price/money';
import { distanceText, earningText, walkingText } from '../../../features/merchants/merchant-facts';
import { MerchantPicture } from '../../../features/merchants/MerchantPicture';
import { useMerchantByCode } from '../../../queries/use-merchant-by-code';
import { useNearbyMerchants } from '../../../queries/use-nearby-merchants';
import { useWalletSummary } from '../../../queries/use-wallet-summary';
import { goTo, goToTab, routes } from '../../../routes';
import { useSession } from '../../../session/session';
import { shopsAround, type ShopAround } from './shops-around';
import styles from './Result.module.scss';

export interface NearbyShopsProps {
  readonly order: OrderView;
  readonly now: number;
}

export function NearbyShops({ order, now }: NearbyShopsProps) {
  const radiusMetres = useSession((session) => session.radiusMetres);
  const here = useMerchantByCode(order.merchant.code).data?.position ?? null;
  const nearby = useNearbyMerchants({ position: here, radiusMetres });
  const lots = useWalletSummary().data?.lots ?? [];
  const shops = shopsAround(nearby.data?.merchants ?? [], {
    paidAt: order.merchant.id,
    ...{ lots, now },
  });
  if (shops.length === 0) return null;
  return (
    <View className={classes(styles.card)}>
      <View
        className={classes(styles.heading, styles.tappable, 'js-nearby-all')}
        role="link"
        onClick={() => goToTab('circle')}
      >
        <Text className={classes(styles.headingText)}>
          {shops.some(({ couponFen }) => couponFen > 0) ? '附近还能用券的店' : '附近的联盟商家'}
        </Text>
        <Text className={classes(styles.more)}>更多</Text>
        <Icon name="right" size={14} className={styles.chevron} />
      </View>
      {shops.map((around) => (
        <Shop key={around.shop.id} around={around} />
      ))}
    </View>
  );
}

function Shop({ around: { shop, couponFen } }: { readonly around: ShopAround }) {
  const { name, picture, category, distanceMetres, rebateBps, code } = shop;
  return (
    <View
      className={classes(styles.shopRow, styles.tappable, 'js-nearby-shop')}
      role="link"
      onClick={() => goTo(routes.shop(code))}
    >
      <MerchantPicture picture={picture} category={category} size="small" />
      <View className={classes(styles.shopText)}>
        <Text className={classes(styles.shopName)}>{name}</Text>
        <Text className={classes(styles.shopNote)}>{earningText(rebateBps)}</Text>
        {couponFen > 0 && (
          <Text className={classes(styles.balance)}>{`券最多抵 ${yuanText(couponFen)}`}</Text>
        )}
      </View>
      {distanceMetres !== undefined && (
        <Text className={classes(styles.shopWay)}>
          {walkingText(distanceMetres) ?? distanceText(distanceMetres)}
        </Text>
      )}
    </View>
  );
}
