// Orders in the list: one that ended is a row, one that waits for payment has its clock and keys.
import type { ReactNode } from 'react';
import { Text, View } from '@tarojs/components';
import type { OrderView } from '../../../../src/contracts/values';
import { Button } from '../../../components/button/Button';
import { classes } from '../../../components/classes';
import { Countdown } from '../../../components/countdown/Countdown';
import { pointsText, yuanText } from '../../../components/price/money';
import { Price } from '../../../components/price/Price';
import { Skeleton } from '../../../components/skeleton/Skeleton';
import { momentText } from '../../../components/time/day-text';
import { MerchantPicture } from '../../../features/merchants/MerchantPicture';
import { isPaid, orderFace } from '../../../features/paying/order-words';
import type { OpenOrder } from '../../../features/paying/use-open-order';
import styles from './Orders.module.scss';

export interface OrderRowProps {
  readonly order: OrderView;
  readonly onOpen: () => void;
}

export function OrderRow({ order, onOpen }: OrderRowProps) {
  const { title, tone } = orderFace(order);
  return (
    <View className={classes(styles.row, 'js-order-row')} onClick={onOpen}>
      <Summary order={order}>
        <Text className={classes(styles.state, styles[tone])}>{title}</Text>
      </Summary>
    </View>
  );
}

export interface WaitingOrderRowProps extends OrderRowProps {
  readonly actions: OpenOrder;
  readonly onOver: () => void;
}

export function WaitingOrderRow({ order, onOpen, actions, onOver }: WaitingOrderRowProps) {
  const { busyWith, resume, cancel } = actions;
  return (
    <View className={classes(styles.row, 'js-order-row')} onClick={onOpen}>
      <Summary order={order}>
        <View className={classes(styles.state, styles.waiting)}>
          <Text>待支付 </Text>
          <Countdown until={order.payBefore} onOver={onOver} />
        </View>
      </Summary>
      <View className={classes(styles.actions)}>
        <Button
          kind="plain"
          className="js-cancel"
          isBusy={busyWith === 'cancelling'}
          onTap={() => cancel(order.id)}
        >
          取消订单
        </Button>
        <Button className="js-resume" isBusy={busyWith === 'paying'} onTap={() => resume(order.id)}>
          继续支付
        </Button>
      </View>
    </View>
  );
}

function Summary({ order, children }: { readonly order: OrderView; readonly children: ReactNode }) {
  const { merchant, bill, placedAt } = order;
  return (
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
          {children}
        </View>
        <Gains order={order} />
      </View>
    </View>
  );
}

function Gains({ order }: { readonly order: OrderView }) {
  const { couponFen, payerPoints } = order.bill;
  if (!isLively(order) || (couponFen === 0 && payerPoints === 0)) return null;
  return (
    <View className={classes(styles.gains)}>
      {couponFen > 0 && (
        <Text className={classes(styles.saved)}>{`用券 ${yuanText(couponFen)}`}</Text>
      )}
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
