import { View } from '@tarojs/components';
import { classes } from '../../components/classes';
import { Skeleton } from '../../components/skeleton/Skeleton';
import styles from './Wallet.module.scss';

export function WalletSkeleton() {
  return (
    <View className={classes(styles.skeleton, 'js-loading')}>
      <View className={classes(styles.skeletonHero)}>
        <View className={classes(styles.ghost, styles.ghostLabel)} />
        <View className={classes(styles.ghost, styles.ghostFigure)} />
        <View className={classes(styles.ghost, styles.ghostFacts)} />
      </View>
      <View className={classes(styles.content)}>
        {[0, 1].map((ticket) => (
          <View key={ticket} className={classes(styles.skeletonTicket)}>
            <Skeleton shape="title" width="third" />
            <Skeleton width="most" />
          </View>
        ))}
        <View className={classes(styles.periodsSkeleton)}>
          <Skeleton shape="title" width="third" />
          <Skeleton shape="block" width="half" className={styles.skeletonPoints} />
          <Skeleton />
        </View>
      </View>
    </View>
  );
}
