// An order in the list: what it was, what became of it, and its keys. One that waits has its clock.
import { Text, View } from '@tarojs/components';
import type { OrderView } from '../../../../src/contracts/values';
import { classes } from '../../../components/classes';
import { Countdown } from '../../../components/countdown/Countdown';
import { pointsText } from '../../../components/price/money';
import { Price } from '../../../components/price/Price';
import { Skeleton } from '../../../components/skeleton/Skeleton';
import { momentText } from '../../../components/time/day-text';
import { MerchantPicture } from '../../../features/merchants/MerchantPicture';
import { OrderKeys } from '../../../features/paying/OrderKeys';
import { isPaid, isWaiting, orderFace, savedText } from '../../../features/paying/order-words';
import { refundedText } from '../../../features/paying/refund-words';
import type { OpenOrder } from '../../../features/paying/use-open-order';
import styles from './Orders.module.scss';

export interface OrderRowProps {
  readonly order: OrderView;
  readonly actions: OpenOrder;
  readonly onOpen: () => void;
  /** The time to pay is over. */
  readonly onOver: () => void;
}

export function OrderRow({ order, actions, onOpen, onOver }: OrderRowProps) {
  const { merchant, bill, placedAt } = order;
  return (
    <View className={classes(styles.row, 'js-order-row')} onClick={onOpen}>
      <View className={classes(styles.summary)}>
        <MerchantPicture picture={merchant.picture} size="small" isDimmed={!isLively(order)} />
        <View className={classes(styles.facts)}>
          <View className={classes(styles.line)}>
            <Text className={classes(styles.name)}>{merchant.name}</Text>
            <Price
              amountFen={bill.cashFen}
              className={classes(isLively(order) ? styles.amount : styles.amountQuiet)}
            />
          </View>
          <View className={classes(styles.line)}>
            <Text className={classes(styles.when)}>{momentText(placedAt).slice(0, -3)}</Text>
            <State order={order} onOver={onOver} />
          </View>
          <Gains order={order} />
        </View>
      </View>
      <View className={classes(styles.actions)}>
        <OrderKeys order={order} actions={actions} />
      </View>
    </View>
  );
}

function State({ order, onOver }: Pick<OrderRowProps, 'order' | 'onOver'>) {
  const { title, tone } = orderFace(order);
  if (!isWaiting(order)) {
    return <Text className={classes(styles.state, styles[tone])}>{title}</Text>;
  }
  return (
    <View className={classes(styles.state, styles.waiting)}>
      <Text>{title}</Text>
      <Countdown until={order.payBefore} onOver={onOver} />
    </View>
  );
}

function Gains({ order }: { readonly order: OrderView }) {
  const { payerPoints } = order.bill;
  const refunded = refundedText(order);
  const saved = savedText(order);
  const isQuiet = !isLively(order) || (saved === '' && payerPoints === 0);
  if (isQuiet && refunded === undefined) return null;
  return (
    <View className={classes(styles.gains)}>
      {refunded !== undefined && <Text className={classes(styles.refunded)}>{refunded}</Text>}
      {saved !== '' && isLively(order) && <Text className={classes(styles.saved)}>{saved}</Text>}
      {payerPoints > 0 && isPaid(order) && (
        <Text className={classes(styles.earned)}>{`积分 +${pointsText(payerPoints)}`}</Text>
      )}
    </View>
  );
}

/** Orders that came to nothing stand back. */
function isLively({ state }: OrderView): boolean {
  return state !== 'closed' && state !== 'refunded';
}

export function OrderRowSkeleton() {
  return (
    <View className={classes(styles.row, styles.summary)}>
      <Skeleton shape="block" className={styles.pictureSkeleton} />
      <View className={classes(styles.facts, styles.factsSkeleton)}>
        <Skeleton shape="title" width="half" />
        <Skeleton width="most" />
      </View>
    </View>
  );
}
