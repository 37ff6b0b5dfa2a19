import { View } from '@tarojs/components';
import { classes } from '../../components/classes';
import { Skeleton } from '../../components/skeleton/Skeleton';
import styles from './MerchantRowSkeleton.module.scss';

/** A grey row in the form of MerchantRow. */
export function MerchantRowSkeleton() {
  return (
    <View className={classes(styles.row)}>
      <Skeleton shape="block" className={styles.picture} />
      <View className={classes(styles.facts)}>
        <Skeleton shape="title" width="most" />
        <Skeleton width="half" />
        <Skeleton width="half" />
        <Skeleton width="third" />
      </View>
    </View>
  );
}
