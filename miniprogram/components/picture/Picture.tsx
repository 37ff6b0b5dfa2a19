import { View } from '@tarojs/components';
import { classes } from '../classes';
import styles from './Picture.module.scss';

export type PictureName =
  'no-shops' | 'not-open' | 'no-place' | 'failed' | 'no-orders' | 'no-coupons' | 'closed';

/** A drawn picture for a state without content, in the theme's colours. */
export function Picture({ name }: { readonly name: PictureName }) {
  return (
    <View className={classes(styles.picture, styles[name])}>
      <View className={classes(styles.fills)} />
      <View className={classes(styles.lines)} />
    </View>
  );
}
