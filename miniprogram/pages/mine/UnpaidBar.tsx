// An order that waits for its payment, with its clock.
import { Text, View } from '@tarojs/components';
import type { OrderView } from '../../../src/contracts/values';
import { classes } from '../../components/classes';
import { Countdown } from '../../components/countdown/Countdown';
import { Icon } from '../../components/icon/Icon';
import { goTo, routes } from '../../routes';
import styles from './index.module.scss';

export interface UnpaidBarProps {
  readonly order: OrderView;
  readonly onOver: () => void;
}

export function UnpaidBar({ order: { id, merchant, payBefore }, onOver }: UnpaidBarProps) {
  return (
    <View
      className={classes(styles.unpaid, 'js-unpaid')}
      role="link"
      onClick={() => goTo(routes.order(id))}
    >
      <Icon name="hourglass" size={20} />
      <Text className={classes(styles.unpaidText)}>{`${merchant.name} 有一笔待支付`}</Text>
      <Countdown until={payBefore} onOver={onOver} className={styles.unpaidClock} />
      <Text className={classes(styles.unpaidGo)}>去支付</Text>
    </View>
  );
}
