// The upper part of the result: one picture, one line, one figure.
import { Text, View } from '@tarojs/components';
import type { OrderView } from '../../../../src/contracts/values';
import { classes } from '../../../components/classes';
import { Price } from '../../../components/price/Price';
import { Skeleton } from '../../../components/skeleton/Skeleton';
import { orderFace, type OrderFace } from '../../../features/paying/order-words';
import { StateBadge } from '../../../features/paying/StateBadge';
import styles from './Result.module.scss';

export function Outcome({ order }: { readonly order: OrderView }) {
  const { title, note, icon, tone } = resultFace(order);
  return (
    <View className={classes(styles.outcome)}>
      <StateBadge icon={icon} tone={tone} isLive={order.state === 'placed'} />
      <Text className={classes(styles.title, 'js-result-state')}>{title}</Text>
      <Text className={classes(styles.shop)}>{order.merchant.name}</Text>
      <Price amountFen={order.bill.cashFen} size="huge" className={styles.amount} />
      {note !== '' && <Text className={classes(styles.note)}>{note}</Text>}
    </View>
  );
}

/** An order as seen from the payment window: one that is still open is being confirmed. */
function resultFace(order: OrderView): OrderFace {
  switch (order.state) {
    case 'placed':
      return {
        title: '支付结果确认中',
        note: '正在向微信支付核对，一般几秒就好。请不要再付一次；现在离开也不要紧，订单里随时能看到结果。',
        icon: 'hourglass',
        tone: 'waiting',
      };
    case 'paid':
    case 'completed':
      return { title: '支付成功', note: '', icon: 'check', tone: 'good' };
    case 'closed':
      return { ...orderFace(order), title: '订单已关闭' };
    case 'disputed':
    case 'refunding':
    case 'partly-refunded':
    case 'refunded':
      return orderFace(order);
  }
}

export function OutcomeSkeleton() {
  return (
    <View className={classes(styles.outcome, 'js-loading')}>
      <Skeleton shape="round" className={styles.roundSkeleton} />
      <Skeleton shape="title" width="third" className={styles.title} />
      <Skeleton width="half" className={styles.shop} />
      <Skeleton shape="block" width="half" className={styles.amountSkeleton} />
    </View>
  );
}
