// What was paid, what went back already, and what may still go back.
import { Text, View } from '@tarojs/components';
import type { ShopOrder } from '../../../../src/contracts/merchant';
import { classes } from '../../../components/classes';
import { yuanText } from '../../../components/price/money';
import { dotted } from '../../../components/text/dotted';
import { momentText } from '../../../components/time/day-text';
import { RefusedCash } from '../RefusedCash';
import { billLines } from '../shop-bill-words';
import { backText, cashStateText, pastRefundText } from './refund-words';
import styles from './Refund.module.scss';

export function BillFacts({ order }: { readonly order: ShopOrder }) {
  const { paidAt, table, refundableFen, refunds } = order;
  return (
    <>
      <RefusedCash order={order} />
      <View className={classes(styles.card)}>
        <Line title="付款时间">{momentText(paidAt).slice(0, 16)}</Line>
        {table !== undefined && <Line title="桌号">{table}</Line>}
        {billLines(order).map(({ title, amountFen }) => (
          <Line key={title} title={title}>
            {yuanText(amountFen)}
          </Line>
        ))}
        <Line title="还能退" isStrong>
          {yuanText(refundableFen)}
        </Line>
      </View>
      {refunds.length > 0 && (
        <View className={classes(styles.card)}>
          <Text className={classes(styles.title)}>退过的</Text>
          {refunds.map((refund) => (
            <View key={refund.id} className={classes(styles.past, 'js-past-refund')}>
              <Line title={pastRefundText(refund)}>{yuanText(refund.amountFen)}</Line>
              <Text className={classes(styles.pastNote)}>
                {dotted([backText(refund), cashStateText(refund)])}
              </Text>
              <Text className={classes(styles.pastNote)}>{`原因：${refund.reason}`}</Text>
            </View>
          ))}
        </View>
      )}
    </>
  );
}

interface LineProps {
  readonly title: string;
  readonly isStrong?: boolean;
  readonly children: string;
}

export function Line({ title, isStrong = false, children }: LineProps) {
  return (
    <View className={classes(styles.line, isStrong && styles.strong)}>
      <Text className={classes(styles.lineTitle)}>{title}</Text>
      <Text className={classes(styles.lineValue)}>{children}</Text>
    </View>
  );
}
