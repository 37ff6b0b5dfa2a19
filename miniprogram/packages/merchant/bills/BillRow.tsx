// A bill in the shop's list: when, at which table, how much, how it was paid, what went back.
import { Text, View } from '@tarojs/components';
import type { ShopOrder } from '../../../../src/contracts/merchant';
import { classes } from '../../../components/classes';
import { Notice } from '../../../components/notice/Notice';
import { Price } from '../../../components/price/Price';
import { billState, paidByText, refusalAdvice, refusedRefund, whereText } from '../shop-bill-words';
import styles from './Bills.module.scss';

export interface BillRowProps {
  readonly order: ShopOrder;
  readonly onOpen: () => void;
}

export function BillRow({ order, onOpen }: BillRowProps) {
  const state = billState(order);
  const refused = refusedRefund(order);
  const isGone = order.refundedFen === order.amountFen;
  return (
    <View className={classes(styles.row, 'js-shop-bill')} role="link" onClick={onOpen}>
      <View className={classes(styles.line)}>
        <Text className={classes(styles.where)}>{whereText(order)}</Text>
        <Price
          amountFen={order.amountFen}
          className={classes(isGone ? styles.amountQuiet : styles.amount)}
        />
      </View>
      <View className={classes(styles.line)}>
        <Text className={classes(styles.paidBy)}>{paidByText(order)}</Text>
        {state !== undefined && (
          <Text className={classes(styles.state, styles[state.tone])}>{state.text}</Text>
        )}
      </View>
      {refused !== undefined && (
        <Notice kind="warning" text={refusalAdvice(refused)} className={classes(styles.advice)} />
      )}
    </View>
  );
}
