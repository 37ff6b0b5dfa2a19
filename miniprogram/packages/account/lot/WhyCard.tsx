// 为什么是这个数, for coupons that are no period's.
import { Text, View } from '@tarojs/components';
import type { LotView } from '../../../../src/contracts/values';
import { classes } from '../../../components/classes';
import { useCityOf } from '../../../features/wallet/use-city-of';
import { whyLines } from './lot-why';
import styles from './Lot.module.scss';

export function WhyCard({ lot }: { readonly lot: LotView }) {
  const lines = whyLines(lot, useCityOf());
  if (lines.length === 0) return null;
  return (
    <View className={classes(styles.card, 'js-lot-why')}>
      <Text className={classes(styles.cardTitle)}>为什么是这个数</Text>
      {lines.map(({ label, text }) => (
        <View key={label} className={classes(styles.why)}>
          <Text className={classes(styles.whyLabel)}>{label}</Text>
          <Text className={classes(styles.whyText)}>{text}</Text>
        </View>
      ))}
    </View>
  );
}
