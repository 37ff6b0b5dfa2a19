// What went back of an order: how much, as what, who gave it back and why.
import { Text, View } from '@tarojs/components';
import type { OrderView } from '../../../../src/contracts/values';
import { classes } from '../../../components/classes';
import { yuanText } from '../../../components/price/money';
import { OrderCard, OrderLine } from './OrderCard';
import { couponsBackText, refundLines, refundTitle, whyText } from './refund-lines';
import styles from './Order.module.scss';

export function OrderRefunds({ order }: { readonly order: OrderView }) {
  const { refunds } = order;
  if (refunds.length === 0) return null;
  const back = couponsBackText(order);
  return (
    <OrderCard title="退款">
      {refunds.map((refund) => (
        <View key={refund.id} className={classes(styles.refund, 'js-order-refund')}>
          <OrderLine title={refundTitle(refund)} isStrong>
            {yuanText(refund.amountFen)}
          </OrderLine>
          {refundLines(refund, order).map(({ title, note, amountFen }) => (
            <OrderLine key={title} title={title} note={note}>
              {yuanText(amountFen)}
            </OrderLine>
          ))}
          <Text className={classes(styles.cardNote)}>{whyText(refund)}</Text>
        </View>
      ))}
      {back !== undefined && (
        <Text className={classes(styles.cardNote, 'js-coupons-back')}>{back}</Text>
      )}
    </OrderCard>
  );
}
