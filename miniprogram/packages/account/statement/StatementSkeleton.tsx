import { View } from '@tarojs/components';
import { classes } from '../../../components/classes';
import { Skeleton } from '../../../components/skeleton/Skeleton';
import styles from './StatementSkeleton.module.scss';

export function StatementSkeleton() {
  return (
    <View className={classes(styles.card, 'js-loading')}>
      {[0, 1, 2, 3, 4].map((row) => (
        <View key={row} className={classes(styles.row)}>
          <View className={classes(styles.text)}>
            <Skeleton shape="title" width="most" />
            <Skeleton width="half" />
          </View>
          <Skeleton shape="title" className={styles.amount} />
        </View>
      ))}
    </View>
  );
}
