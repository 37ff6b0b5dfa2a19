// A bill in the shop's list: when, at which table, what the till said, how it was paid, what went back.
import { Text, View } from '@tarojs/components';
import type { ShopOrder } from '../../../../src/contracts/merchant';
import { classes } from '../../../components/classes';
import { Price } from '../../../components/price/Price';
import { RefusedCash } from '../RefusedCash';
import { billState, paidByText, whereText } from '../shop-bill-words';
import styles from './Bills.module.scss';

export interface BillRowProps {
  readonly order: ShopOrder;
  readonly onOpen: () => void;
}

export function BillRow({ order, onOpen }: BillRowProps) {
  const state = billState(order);
  const isGone = order.refundedFen === order.amountFen;
  return (
    <View className={classes(styles.row, 'js-shop-bill')} role="link" onClick={onOpen}>
      <View className={classes(styles.line)}>
        <Text className={classes(styles.where)}>{whereText(order)}</Text>
        <Price
          amountFen={order.totalFen}
          className={classes(isGone ? styles.amountQuiet : styles.amount)}
        />
      </View>
      <View className={classes(styles.line)}>
        <Text className={classes(styles.paidBy)}>{paidByText(order)}</Text>
        {state !== undefined && (
          <Text className={classes(styles.state, styles[state.tone])}>{state.text}</Text>
        )}
      </View>
      <RefusedCash order={order} className={classes(styles.advice)} />
    </View>
  );
}
