// The parts of an order's page, from its state down to its number.
import { Text, View } from '@tarojs/components';
import type { OrderView } from '../../../../src/contracts/values';
import { classes } from '../../../components/classes';
import { Notice } from '../../../components/notice/Notice';
import { pointsText, yuanText } from '../../../components/price/money';
import { momentText } from '../../../components/time/day-text';
import { broughtText } from '../../../features/fan/fan-words';
import {
  earnedText,
  earningNote,
  isWaiting,
  keptPoints,
  orderFace,
  orderHistory,
  reviewText,
} from '../../../features/paying/order-words';
import { StateBadge } from '../../../features/paying/StateBadge';
import { useNow } from '../../../session/use-now';
import { OrderCard, OrderLine } from './OrderCard';
import { OrderFacts } from './OrderFacts';
import { OrderRefunds } from './OrderRefunds';
import { OrderShop } from './OrderShop';
import { SpendBack } from './SpendBack';
import { linesOfUses } from './use-lines';
import styles from './Order.module.scss';

interface OrderProps {
  readonly order: OrderView;
}
interface OrderAtProps extends OrderProps {
  readonly now: number;
}

export function OrderDetails({ order }: OrderProps) {
  const now = useNow();
  return (
    <View className={classes(styles.details)}>
      <OrderState order={order} />
      <OrderShop order={order} />
      <OrderBill order={order} now={now} />
      <OrderRefunds order={order} />
      {order.state !== 'closed' && <OrderEarning order={order} now={now} />}
      <OrderHistory order={order} now={now} />
      <OrderFacts order={order} />
    </View>
  );
}

function OrderState({ order }: OrderProps) {
  const { title, note, icon, tone } = orderFace(order);
  const review = reviewText(order);
  return (
    <>
      <View className={classes(styles.state)}>
        <StateBadge icon={icon} tone={tone} />
        <View className={classes(styles.stateText)}>
          <Text className={classes(styles.stateTitle, 'js-order-state')}>{title}</Text>
          {note !== '' && <Text className={classes(styles.stateNote)}>{note}</Text>}
        </View>
      </View>
      {review !== undefined && <Notice text={review} className={classes(styles.notice)} />}
    </>
  );
}

function OrderBill({ order, now }: OrderAtProps) {
  const { bill } = order;
  return (
    <OrderCard title="账单">
      <OrderLine title="原价">{yuanText(bill.totalFen)}</OrderLine>
      {linesOfUses(order).map(({ key, title, note, amountFen }) => (
        <OrderLine key={key} title={title} note={note} isSaved>
          {yuanText(-amountFen)}
        </OrderLine>
      ))}
      <OrderLine title={order.paidAt === undefined ? '应付' : '实付'} isStrong>
        {yuanText(bill.cashFen)}
      </OrderLine>
      {order.spendBackFen > 0 && <SpendBack order={order} now={now} />}
    </OrderCard>
  );
}

function OrderEarning({ order, now }: OrderAtProps) {
  const { amountFen, rebateBps, rebateFen, payerPoints, merchantPoints } = order.bill;
  const takenPoints = payerPoints - keptPoints(order);
  const note = earningNote(order);
  const brought = broughtText(order);
  return (
    <OrderCard title="让利与积分">
      <OrderLine title="商家让利" note={`${yuanText(amountFen)} 的 ${rebateBps / 100}%`}>
        {yuanText(rebateFen)}
      </OrderLine>
      <OrderLine title="我的积分" note={isWaiting(order) ? '支付后得到' : earnedText(order, now)}>
        {pointsText(payerPoints)}
      </OrderLine>
      {merchantPoints > 0 && <OrderLine title="商家积分">{pointsText(merchantPoints)}</OrderLine>}
      {takenPoints > 0 && (
        <OrderLine title="退款收回" note={merchantPoints > 0 ? '您和商家各' : ''}>
          {pointsText(-takenPoints)}
        </OrderLine>
      )}
      {note !== undefined && <Text className={classes(styles.cardNote)}>{note}</Text>}
      {brought !== undefined && (
        <Text className={classes(styles.cardNote, 'js-brought')}>{brought}</Text>
      )}
    </OrderCard>
  );
}

function OrderHistory({ order, now }: OrderAtProps) {
  return (
    <OrderCard title="经过">
      {orderHistory(order, now).map(({ at, title, isAhead }, index) => (
        <View key={`${at}-${title}`} className={classes(styles.event, isAhead && styles.ahead)}>
          <View className={classes(styles.dot, index === 0 && !isAhead && styles.latest)} />
          <Text className={classes(styles.eventTitle)}>{isAhead ? `${title}（预计）` : title}</Text>
          <Text className={classes(styles.eventAt)}>{momentText(at)}</Text>
        </View>
      ))}
    </OrderCard>
  );
}
