// An order's number and way of payment, and the way to ask about it.
import { Text, View } from '@tarojs/components';
import type { OrderView } from '../../../../src/contracts/values';
import { classes } from '../../../components/classes';
import { Icon } from '../../../components/icon/Icon';
import { goTo, routes } from '../../../routes';
import { copyOrderNumber } from './copy-order-number';
import { OrderCard, OrderLine } from './OrderCard';
import styles from './Order.module.scss';

export function OrderFacts({ order }: { readonly order: OrderView }) {
  const { id, table, bill } = order;
  return (
    <>
      <OrderCard>
        {table !== undefined && <OrderLine title="桌号">{table}</OrderLine>}
        <OrderLine title="付款方式">{bill.cashFen === 0 ? '消费券' : '微信支付'}</OrderLine>
        <View className={classes(styles.number)}>
          <Text className={classes(styles.lineTitle)}>订单号</Text>
          <Text className={classes(styles.numberText)} userSelect>
            {id}
          </Text>
          <View
            className={classes(styles.copy, 'js-copy')}
            role="button"
            onClick={() => void copyOrderNumber(id)}
          >
            <Text>复制</Text>
          </View>
        </View>
      </OrderCard>
      <View
        className={classes(styles.card, styles.ask, 'js-ask-about')}
        role="button"
        onClick={() => goTo(routes.ticket({ orderId: id }))}
      >
        <Icon name="service" size={20} />
        <Text className={classes(styles.askText)}>申请售后或投诉</Text>
        <Icon name="right" size={16} className={styles.chevron} />
      </View>
    </>
  );
}
