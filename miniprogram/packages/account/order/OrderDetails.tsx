// The parts of an order's page, from its state down to its number.
import type { ReactNode } from 'react';
import { Text, View } from '@tarojs/components';
import type { OrderView } from '../../../../src/contracts/values';
import { classes } from '../../../components/classes';
import { pointsText, yuanText } from '../../../components/price/money';
import { lastDayText, momentText } from '../../../components/time/day-text';
import {
  earnedText,
  earningNote,
  orderFace,
  orderHistory,
} from '../../../features/paying/order-words';
import { StateBadge } from '../../../features/paying/StateBadge';
import { useNow } from '../../../session/use-now';
import { copyOrderNumber } from './copy-order-number';
import { OrderShop } from './OrderShop';
import styles from './Order.module.scss';

export function OrderDetails({ order }: { readonly order: OrderView }) {
  const now = useNow();
  const { title, note, icon, tone } = orderFace(order);
  return (
    <View className={classes(styles.details)}>
      <View className={classes(styles.state)}>
        <StateBadge icon={icon} tone={tone} />
        <View className={classes(styles.stateText)}>
          <Text className={classes(styles.stateTitle, 'js-order-state')}>{title}</Text>
          {note !== '' && <Text className={classes(styles.stateNote)}>{note}</Text>}
        </View>
      </View>
      <OrderShop order={order} />
      <OrderBill order={order} />
      <OrderEarning order={order} now={now} />
      <OrderHistory order={order} now={now} />
      <OrderFacts order={order} />
    </View>
  );
}

interface OrderProps {
  readonly order: OrderView;
}
interface OrderAtProps extends OrderProps {
  readonly now: number;
}

function OrderBill({ order }: OrderProps) {
  const { bill, uses } = order;
  return (
    <Card title="账单">
      <Line title="原价">{yuanText(bill.amountFen)}</Line>
      {uses.map((use) => (
        <Line key={use.lotId} title="消费券" note={`${lastDayText(use.expiresAt)}前可用`}>
          {yuanText(-use.amountFen)}
        </Line>
      ))}
      <Line title="实付" isStrong>
        {yuanText(bill.cashFen)}
      </Line>
    </Card>
  );
}

function OrderEarning({ order, now }: OrderAtProps) {
  const { rebateFen, payerPoints, merchantPoints } = order.bill;
  const note = earningNote(order);
  const effect = earnedText(order, now);
  return (
    <Card title="让利与积分">
      <Line title="商家让利">{yuanText(rebateFen)}</Line>
      <Line title="我的积分" {...(effect !== undefined && { note: effect })}>
        {pointsText(payerPoints)}
      </Line>
      {merchantPoints > 0 && <Line title="商家积分">{pointsText(merchantPoints)}</Line>}
      {note !== undefined && <Text className={classes(styles.cardNote)}>{note}</Text>}
    </Card>
  );
}

function OrderHistory({ order, now }: OrderAtProps) {
  return (
    <Card title="经过">
      {orderHistory(order, now).map(({ at, title, isAhead }, index) => (
        <View key={title} className={classes(styles.event, isAhead && styles.ahead)}>
          <View className={classes(styles.dot, index === 0 && !isAhead && styles.latest)} />
          <Text className={classes(styles.eventTitle)}>{isAhead ? `${title}（预计）` : title}</Text>
          <Text className={classes(styles.eventAt)}>{momentText(at)}</Text>
        </View>
      ))}
    </Card>
  );
}

function OrderFacts({ order }: OrderProps) {
  const { id, table } = order;
  return (
    <Card>
      {table !== undefined && <Line title="桌号">{table}</Line>}
      <Line title="付款方式">{order.bill.cashFen === 0 ? '消费券' : '微信支付'}</Line>
      <View className={classes(styles.number)}>
        <Text className={classes(styles.lineTitle)}>订单号</Text>
        <Text className={classes(styles.numberText)}>{id}</Text>
        <View
          className={classes(styles.copy, 'js-copy')}
          role="button"
          onClick={() => void copyOrderNumber(id)}
        >
          <Text>复制</Text>
        </View>
      </View>
    </Card>
  );
}

function Card({ title, children }: { readonly title?: string; readonly children: ReactNode }) {
  return (
    <View className={classes(styles.card)}>
      {title !== undefined && <Text className={classes(styles.cardTitle)}>{title}</Text>}
      {children}
    </View>
  );
}

interface LineProps {
  readonly title: string;
  readonly note?: string;
  readonly isStrong?: boolean;
  readonly children: string;
}

function Line({ title, note = '', isStrong = false, children }: LineProps) {
  return (
    <View className={classes(styles.line, isStrong && styles.strong)}>
      <Text className={classes(styles.lineTitle)}>{title}</Text>
      <Text className={classes(styles.lineNote)}>{note}</Text>
      <Text className={classes(styles.lineValue)}>{children}</Text>
    </View>
  );
}
