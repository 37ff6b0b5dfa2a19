// Who it is: name, kind, whether it is open, how far.
import { Text, View } from '@tarojs/components';
import type { MerchantCard } from '../../../../src/contracts/values';
import { classes } from '../../../components/classes';
import { CATEGORY_NAMES } from '../../../features/merchants/categories';
import {
  distanceText,
  hoursText,
  takesPayments,
  tradingAt,
  tradingText,
  walkingText,
} from '../../../features/merchants/merchant-facts';
import styles from './ShopHead.module.scss';

interface ShopHeadProps {
  readonly merchant: MerchantCard;
  /** ms; decides 营业中 or 休息中. */
  readonly now: number;
}

export function ShopHead({ merchant, now }: ShopHeadProps) {
  const trading = tradingAt(merchant, now);
  const { state } = trading;
  return (
    <View className={classes(styles.head)}>
      <Text className={classes(styles.name)}>{merchant.name}</Text>
      <View className={classes(styles.line)}>
        <Text className={classes(takesPayments(trading) ? styles.open : styles.resting)}>
          {tradingText(trading)}
        </Text>
        {(state === 'open' || state === 'resting') && (
          <Text>{`今天 ${hoursText(merchant.openingHours)}`}</Text>
        )}
      </View>
      <View className={classes(styles.line)}>
        <Text>{CATEGORY_NAMES[merchant.category]}</Text>
        {merchant.averageSpendFen > 0 && (
          <Text>{`人均 ¥${Math.round(merchant.averageSpendFen / 100)}`}</Text>
        )}
        <Way metres={merchant.distanceMetres} />
        {merchant.ownership === 'self-operated' && (
          <Text className={classes(styles.own)}>自营</Text>
        )}
      </View>
    </View>
  );
}

function Way({ metres }: { readonly metres: number | undefined }) {
  if (metres === undefined) return null;
  const walking = walkingText(metres);
  return (
    <>
      <Text>{distanceText(metres)}</Text>
      {walking !== undefined && <Text>{walking}</Text>}
    </>
  );
}
