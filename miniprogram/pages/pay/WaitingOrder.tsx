// 待支付 on the pay page: the person left the payment window, and the order waits a while.
import { useEffect, useState } from 'react';
import { Text, View } from '@tarojs/components';
import type { MerchantCard, OrderView } from '../../../src/contracts/values';
import { classes } from '../../components/classes';
import { NavBar } from '../../components/nav-bar/NavBar';
import { Page } from '../../components/page/Page';
import { Price } from '../../components/price/Price';
import { FailedState } from '../../components/states/StateView';
import { failureText } from '../../features/errors/error-text';
import { BillLines } from '../../features/paying/BillLines';
import { heldLines, rebateText } from '../../features/paying/bill-words';
import { OpenOrderBar } from '../../features/paying/OpenOrderBar';
import { earningNote, isWaiting } from '../../features/paying/order-words';
import { ShopHeader } from '../../features/paying/ShopHeader';
import { useOpenOrder } from '../../features/paying/use-open-order';
import { useOrder } from '../../queries/use-order';
import { PaySkeleton } from './ShopStates';
import styles from './Pay.module.scss';

const OVER_EVERY_MS = 5000;

export interface WaitingOrderProps {
  readonly orderId: string;
  readonly merchant: MerchantCard;
  readonly onPaying: (orderId: string) => void;
  readonly onClosed: (order: OrderView) => void;
}

export function WaitingOrder({ orderId, merchant, onPaying, onClosed }: WaitingOrderProps) {
  const [isOver, setOver] = useState(false);
  const { data, error, refetch, isFetching } = useOrder(orderId, {
    confirm: true,
    whileIn: ['placed'],
    ...(isOver && { everyMs: OVER_EVERY_MS }),
  });
  const order = data?.order;
  const actions = useOpenOrder({ onPaying, onCancelled: onClosed, onFailed: () => void refetch() });
  return (
    <Page
      header={<NavBar title="付款" />}
      footer={
        order !== undefined && (
          <OpenOrderBar order={order} actions={actions} onOver={() => setOver(true)} />
        )
      }
    >
      <ShopHeader merchant={merchant} table={order?.table} />
      {order !== undefined && <Waiting order={order} onPaying={onPaying} onClosed={onClosed} />}
      {order === undefined && error === null && <PaySkeleton />}
      {order === undefined && error !== null && (
        <FailedState text={failureText(error)} isBusy={isFetching} onRetry={() => void refetch()} />
      )}
    </Page>
  );
}

interface WaitingProps extends Pick<WaitingOrderProps, 'onPaying' | 'onClosed'> {
  readonly order: OrderView;
}

/** The order as it stands; it leaves when it was paid or closed meanwhile. */
function Waiting({ order, onPaying, onClosed }: WaitingProps) {
  useEffect(() => {
    if (order.state === 'closed') onClosed(order);
    else if (!isWaiting(order)) onPaying(order.id);
  }, [order, onClosed, onPaying]);
  const { bill } = order;
  return (
    <View className={classes(styles.card)}>
      <View className={classes(styles.waiting)}>
        <Text className={classes(styles.waitingTitle)}>还差一步</Text>
        <Price amountFen={bill.cashFen} size="huge" />
      </View>
      <BillLines
        bill={bill}
        groups={heldLines(order)}
        earning={earningNote(order) ?? rebateText(bill, { maturityDays: 0 })}
      />
    </View>
  );
}
