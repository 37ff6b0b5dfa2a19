import { View } from '@tarojs/components';
import { classes } from '../../../components/classes';
import { Skeleton } from '../../../components/skeleton/Skeleton';
import styles from './Refund.module.scss';

export function RefundSkeleton() {
  return (
    <View className={classes(styles.cards, 'js-loading')}>
      {[0, 1].map((card) => (
        <View key={card} className={classes(styles.card, styles.cardSkeleton)}>
          <Skeleton shape="title" width="third" />
          <Skeleton />
          <Skeleton width="most" />
        </View>
      ))}
    </View>
  );
}
