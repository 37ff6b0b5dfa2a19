import { View } from '@tarojs/components';
import { classes } from '../../../components/classes';
import { Skeleton } from '../../../components/skeleton/Skeleton';
import styles from './Order.module.scss';

export function OrderSkeleton() {
  return (
    <View className={classes(styles.details, 'js-loading')}>
      <View className={classes(styles.state)}>
        <Skeleton shape="round" className={styles.roundSkeleton} />
        <View className={classes(styles.stateText, styles.grow)}>
          <Skeleton shape="title" width="third" />
          <Skeleton width="most" />
        </View>
      </View>
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
