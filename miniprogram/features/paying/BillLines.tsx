// The bill as people know it: 原价 − 券 = 实付, and what it earns.
import type { ReactNode } from 'react';
import { Text, View } from '@tarojs/components';
import type { Bill } from '../../../src/contracts/values';
import { classes } from '../../components/classes';
import { Icon } from '../../components/icon/Icon';
import { Price } from '../../components/price/Price';
import styles from './BillLines.module.scss';

export interface BillLinesProps {
  readonly bill: Bill;
  /** Beside 消费券, e.g. 已选 2 张. */
  readonly couponNote: string;
  /** Opens the choice; absent where there is nothing to choose. */
  readonly onChooseCoupons?: (() => void) | undefined;
  /** What the bill gives, in words. */
  readonly earning: string;
  /** Figures of an older amount are dimmed until the new ones are there. */
  readonly isStale?: boolean;
}

export function BillLines(props: BillLinesProps) {
  const { bill, couponNote, onChooseCoupons, earning, isStale = false } = props;
  return (
    <View className={classes(styles.lines, isStale && styles.stale)}>
      <Line title="原价">
        <Price amountFen={bill.totalFen} className={classes(styles.price, 'js-bill-amount')} />
      </Line>
      {bill.discountFen > 0 && (
        <Line title="商家优惠">
          <Price
            amountFen={-bill.discountFen}
            className={classes(styles.saved, 'js-bill-discount')}
          />
        </Line>
      )}
      <Line title="消费券" note={couponNote} onTap={onChooseCoupons} className="js-coupons">
        <Price
          amountFen={-bill.couponFen}
          className={classes(bill.couponFen > 0 ? styles.saved : styles.price, 'js-bill-coupon')}
        />
        {onChooseCoupons !== undefined && (
          <Icon name="right" size={16} className={styles.chevron} />
        )}
      </Line>
      <Line title="实付" isTotal>
        <Price
          amountFen={bill.cashFen}
          size="large"
          className={classes(styles.cash, 'js-bill-cash')}
        />
      </Line>
      <View className={classes(styles.earning)}>
        <Icon name="points" size={16} className={styles.coin} />
        <Text className={classes(styles.words)}>{earning}</Text>
      </View>
    </View>
  );
}

interface LineProps {
  readonly title: string;
  readonly note?: string;
  readonly isTotal?: boolean;
  readonly onTap?: (() => void) | undefined;
  readonly className?: string;
  readonly children: ReactNode;
}

function Line({ title, note = '', isTotal = false, onTap, className, children }: LineProps) {
  return (
    <View
      className={classes(styles.line, onTap !== undefined && styles.tappable, className)}
      onClick={() => onTap?.()}
    >
      <Text className={classes(styles.title, isTotal && styles.total)}>{title}</Text>
      <Text className={classes(styles.note)}>{note}</Text>
      <View className={classes(styles.value)}>{children}</View>
    </View>
  );
}
