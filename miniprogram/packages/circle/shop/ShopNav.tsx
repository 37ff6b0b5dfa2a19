// The bar over the pictures: only a way back, until the shop's name has gone under it.
import { Text, View } from '@tarojs/components';
import { classes } from '../../../components/classes';
import { Icon } from '../../../components/icon/Icon';
import { goBack } from '../../../routes';
import { navMetrics } from '../../../session/nav-metrics';
import styles from './ShopNav.module.scss';

interface ShopNavProps {
  readonly title: string;
  readonly isScrolled: boolean;
}

export function ShopNav({ title, isScrolled }: ShopNavProps) {
  const { top, height, capsule } = navMetrics();
  return (
    <View
      className={classes(styles.bar, isScrolled && styles.scrolled)}
      style={{ paddingTop: `${top}px` }}
    >
      <View
        className={classes(styles.line)}
        style={{ minHeight: `${height}px`, paddingRight: `${Math.max(capsule, 48)}px` }}
      >
        <View
          className={classes(styles.back, 'js-back')}
          role="button"
          ariaLabel="返回"
          onClick={goBack}
        >
          <View className={classes(styles.disc)}>
            <Icon name="back" size={20} />
          </View>
        </View>
        <Text className={classes(styles.title)}>{title}</Text>
      </View>
    </View>
  );
}
