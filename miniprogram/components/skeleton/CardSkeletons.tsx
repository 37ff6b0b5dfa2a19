// Cards that are waited for, on pages that are nothing but cards.
import { View } from '@tarojs/components';
import { classes } from '../classes';
import styles from './CardSkeletons.module.scss';
import { Skeleton } from './Skeleton';

export function CardSkeletons({ count }: { readonly count: number }) {
  return (
    <View className={classes(styles.page, 'js-loading')}>
      {Array.from({ length: count }, (_, card) => (
        <View key={card} className={classes(styles.card)}>
          <Skeleton shape="title" width="half" />
          <Skeleton />
          <Skeleton width="most" />
        </View>
      ))}
    </View>
  );
}
