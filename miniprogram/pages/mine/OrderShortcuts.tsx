// 我的订单, with short ways to those that people look for.
import { Text, View } from '@tarojs/components';
import { classes } from '../../components/classes';
import { Icon } from '../../components/icon/Icon';
import type { IconName } from '../../components/icon/icon-names';
import { goTo, routes } from '../../routes';
import styles from './OrderShortcuts.module.scss';

type Kind = 'open' | 'paid' | 'refunded';

const KINDS: readonly { readonly show: Kind; readonly name: string; readonly icon: IconName }[] = [
  { show: 'open', name: '待支付', icon: 'hourglass' },
  { show: 'paid', name: '已支付', icon: 'receipt' },
  { show: 'refunded', name: '退款', icon: 'refresh' },
];

/** `openOrders`: how many wait for payment. */
export function OrderShortcuts({ openOrders }: { readonly openOrders: number }) {
  return (
    <View className={classes(styles.card)}>
      <View
        className={classes(styles.head, 'js-orders')}
        role="link"
        onClick={() => goTo(routes.orders())}
      >
        <Text className={classes(styles.title)}>我的订单</Text>
        <Text className={classes(styles.every)}>全部</Text>
        <Icon name="right" size={14} className={styles.chevron} />
      </View>
      <View className={classes(styles.kinds)}>
        {KINDS.map(({ show, name, icon }) => (
          <View
            key={show}
            className={classes(styles.kind, `js-orders-${show}`)}
            role="link"
            onClick={() => goTo(routes.orders(show))}
          >
            <View className={classes(styles.sign)}>
              <Icon name={icon} size={24} />
              {show === 'open' && openOrders > 0 && (
                <Text className={classes(styles.badge)}>{openOrders}</Text>
              )}
            </View>
            <Text className={classes(styles.name)}>{name}</Text>
          </View>
        ))}
      </View>
    </View>
  );
}
