// What can be done with an order, as keys.
import { View } from '@tarojs/components';
import type { OrderView } from '../../../src/contracts/values';
import { Button } from '../../components/button/Button';
import { classes } from '../../components/classes';
import { goTo, routes } from '../../routes';
import { orderActions, type OrderAction } from './order-actions';
import type { OpenOrder } from './use-open-order';
import styles from './OrderKeys.module.scss';

const NAMES: { readonly [A in OrderAction]: string } = {
  cancel: '取消订单',
  resume: '继续支付',
  result: '看结果',
  ask: '联系客服',
  again: '再来一单',
};

export interface OrderKeysProps {
  readonly order: OrderView;
  readonly actions: OpenOrder;
}

export function OrderKeys({ order, actions }: OrderKeysProps) {
  const { busyWith } = actions;
  return (
    <View className={classes(styles.keys)}>
      {orderActions(order).map((action) => (
        <Button
          key={action}
          kind={action === 'resume' ? 'main' : 'plain'}
          className={classes(styles.key, `js-${action}`)}
          isBusy={
            (action === 'cancel' && busyWith === 'cancelling') ||
            (action === 'resume' && busyWith === 'paying')
          }
          onTap={() => act(action, { order, actions })}
        >
          {NAMES[action]}
        </Button>
      ))}
    </View>
  );
}

function act(action: OrderAction, { order, actions }: OrderKeysProps): void {
  switch (action) {
    case 'cancel':
      actions.cancel(order.id);
      break;
    case 'resume':
      actions.resume(order.id);
      break;
    case 'result':
      goTo(routes.result(order.id));
      break;
    case 'ask':
      goTo(routes.ticket({ orderId: order.id }));
      break;
    case 'again':
      goTo(routes.pay({ merchantCode: order.merchant.code }));
      break;
  }
}
