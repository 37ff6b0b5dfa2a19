// The way to what fans and entry code bring the shop.
import { Text, View } from '@tarojs/components';
import { classes } from '../../../components/classes';
import { Icon } from '../../../components/icon/Icon';
import { goTo, routes } from '../../../routes';
import styles from './Bills.module.scss';

export function ToFans({ merchantCode }: { readonly merchantCode: string }) {
  return (
    <View
      className={classes(styles.toFans, 'js-to-fans')}
      role="link"
      onClick={() => goTo(routes.fans(merchantCode))}
    >
      <Icon name="heart" size={18} />
      <Text className={classes(styles.toFansText)}>粉丝与入口码</Text>
      <Icon name="right" size={14} />
    </View>
  );
}
