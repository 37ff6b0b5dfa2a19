import { View } from '@tarojs/components';
import { classes } from '../../../components/classes';
import { Skeleton } from '../../../components/skeleton/Skeleton';
import styles from './Period.module.scss';

export function PeriodSkeleton() {
  return (
    <View className={classes(styles.page, 'js-loading')}>
      <View className={classes(styles.hero, styles.heroSkeleton)}>
        <Skeleton width="third" />
        <Skeleton shape="block" width="half" className={styles.amountSkeleton} />
        <Skeleton width="third" />
      </View>
      {[0, 1].map((card) => (
        <View key={card} className={classes(styles.card)}>
          {[0, 1, 2].map((step) => (
            <View key={step} className={classes(styles.step)}>
              <Skeleton shape="round" className={styles.numberSkeleton} />
              <View className={classes(styles.stepBody, styles.stepSkeleton)}>
                <Skeleton shape="title" width="most" />
                <Skeleton />
              </View>
            </View>
          ))}
        </View>
      ))}
    </View>
  );
}
