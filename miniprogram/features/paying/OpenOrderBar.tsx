// 待支付: how long the order waits, and what to do with it.
import type { OrderView } from '../../../src/contracts/values';
import { Text, View } from '@tarojs/components';
import { Button } from '../../components/button/Button';
import { classes } from '../../components/classes';
import { Countdown } from '../../components/countdown/Countdown';
import { yuanText } from '../../components/price/money';
import { failureText } from '../errors/error-text';
import type { OpenOrder } from './use-open-order';
import { overText } from './order-words';
import styles from './OpenOrderBar.module.scss';

export interface OpenOrderBarProps {
  readonly order: OrderView;
  readonly actions: OpenOrder;
  /** The time to pay is over: the order should be read again. */
  readonly onOver: () => void;
}

export function OpenOrderBar({ order, actions, onOver }: OpenOrderBarProps) {
  const { busyWith, failure, resume, cancel } = actions;
  return (
    <View className={classes(styles.bar)}>
      <View className={classes(styles.state)}>
        <Text className={classes(styles.title)}>待支付，剩</Text>
        <Countdown until={order.payBefore} onOver={onOver} className={styles.clock} />
      </View>
      <Text className={classes(styles.note)}>
        {failure === null ? overText(order) : failureText(failure)}
      </Text>
      <View className={classes(styles.actions)}>
        <Button
          kind="plain"
          size="large"
          className={classes(styles.cancel, 'js-cancel')}
          isBusy={busyWith === 'cancelling'}
          onTap={() => cancel(order.id)}
        >
          取消订单
        </Button>
        <Button
          size="large"
          className={classes(styles.resume, 'js-resume')}
          isBusy={busyWith === 'paying'}
          onTap={() => resume(order.id)}
        >
          {`继续支付 ${yuanText(order.bill.cashFen)}`}
        </Button>
      </View>
    </View>
  );
}
