// The shop of an order, with a way to reach it.
import { Text, View } from '@tarojs/components';
import type { OrderView } from '../../../../src/contracts/values';
import { classes } from '../../../components/classes';
import { Icon } from '../../../components/icon/Icon';
import { callShop } from '../../../features/getting-there/call-shop';
import { MerchantPicture } from '../../../features/merchants/MerchantPicture';
import { useMerchantByCode } from '../../../queries/use-merchant-by-code';
import { goTo, routes } from '../../../routes';
import styles from './Order.module.scss';

export function OrderShop({ order: { merchant } }: { readonly order: OrderView }) {
  const shop = useMerchantByCode(merchant.code).data;
  return (
    <View
      className={classes(styles.card, styles.shop, 'js-shop')}
      role="link"
      onClick={() => goTo(routes.shop(merchant.code))}
    >
      <MerchantPicture
        picture={merchant.picture}
        size="small"
        {...(shop !== undefined && { category: shop.category })}
      />
      <View className={classes(styles.shopText)}>
        <View className={classes(styles.shopHead)}>
          <Text className={classes(styles.shopName)}>{merchant.name}</Text>
          <Icon name="right" size={14} className={styles.chevron} />
        </View>
        <Text className={classes(styles.shopAddress)}>{shop?.address ?? ''}</Text>
      </View>
      {shop !== undefined && (
        <View
          className={classes(styles.call, 'js-call')}
          role="button"
          onClick={(event) => {
            event.stopPropagation();
            void callShop(shop.phone);
          }}
        >
          <Icon name="phone" size={18} />
          <Text>联系商家</Text>
        </View>
      )}
    </View>
  );
}
