import { View } from '@tarojs/components';
import { classes } from '../../../components/classes';
import { Skeleton } from '../../../components/skeleton/Skeleton';
import styles from './Messages.module.scss';

export function MessagesSkeleton() {
  return (
    <View className={classes(styles.card, 'js-loading')}>
      {[0, 1, 2, 3].map((row) => (
        <View key={row} className={classes(styles.skeletonRow)}>
          <Skeleton shape="round" className={styles.skeletonSign} />
          <View className={classes(styles.skeletonText)}>
            <Skeleton shape="title" width="most" />
            <Skeleton width="half" />
          </View>
        </View>
      ))}
    </View>
  );
}
