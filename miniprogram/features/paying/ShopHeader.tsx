// Whom one pays: seen before the amount, so that nobody pays the wrong shop.
import { Text, View } from '@tarojs/components';
import type { MerchantCard } from '../../../src/contracts/values';
import { classes } from '../../components/classes';
import { useNow } from '../../session/use-now';
import { takesPayments, tradingAt, tradingText } from '../merchants/merchant-facts';
import { MerchantPicture } from '../merchants/MerchantPicture';
import styles from './ShopHeader.module.scss';

export interface ShopHeaderProps {
  readonly merchant: MerchantCard;
  readonly table?: string | undefined;
}

export function ShopHeader({ merchant, table }: ShopHeaderProps) {
  const trading = tradingAt(merchant, useNow());
  const isOpen = takesPayments(trading);
  return (
    <View className={classes(styles.header)}>
      <MerchantPicture picture={merchant.picture} category={merchant.category} size="small" />
      <View className={classes(styles.facts)}>
        <View className={classes(styles.heading)}>
          <Text className={classes(styles.name)}>{merchant.name}</Text>
          {table !== undefined && <Text className={classes(styles.table)}>{`桌号 ${table}`}</Text>}
        </View>
        <View className={classes(styles.line)}>
          <Text className={classes(styles.trading, isOpen ? styles.open : styles.resting)}>
            {tradingText(trading)}
          </Text>
          <Text className={classes(styles.address)}>{merchant.address}</Text>
        </View>
      </View>
    </View>
  );
}
