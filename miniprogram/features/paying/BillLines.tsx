// The bill as people know it: 原价 − 商家优惠 − 券 = 实付, and what it earns and gives back.
import type { ReactNode } from 'react';
import { Text, View } from '@tarojs/components';
import type { Bill } from '../../../src/contracts/values';
import { classes } from '../../components/classes';
import { Icon } from '../../components/icon/Icon';
import { Price } from '../../components/price/Price';
import type { GroupLine } from './bill-words';
import { GROUP_NAMES } from './coupon-groups';
import styles from './BillLines.module.scss';

export interface BillLinesProps {
  readonly bill: Bill;
  /** What lowers it. */
  readonly groups: readonly GroupLine[];
  /** Opens the choice; absent where there is nothing to choose. */
  readonly onChooseCoupons?: (() => void) | undefined;
  /** What the bill gives, in words. */
  readonly earning: string;
  /** Coupons that it gives back. */
  readonly spendBack?: string | undefined;
  /** Figures of an older amount are dimmed until the new ones are there. */
  readonly isStale?: boolean;
}

export function BillLines(props: BillLinesProps) {
  const { bill, groups, onChooseCoupons, earning, spendBack, isStale = false } = props;
  return (
    <View className={classes(styles.lines, isStale && styles.stale)}>
      <Line title="原价">
        <Price amountFen={bill.totalFen} className={classes(styles.price, 'js-bill-amount')} />
      </Line>
      {groups.map((line) => (
        <GroupOfCoupons key={line.group} line={line} onTap={onChooseCoupons} />
      ))}
      <Line title="实付" isTotal>
        <Price
          amountFen={bill.cashFen}
          size="large"
          className={classes(styles.cash, 'js-bill-cash')}
        />
      </Line>
      <View className={classes(styles.earning)}>
        <Gain icon="points" text={earning} />
        {spendBack !== undefined && <Gain icon="gift" text={spendBack} className="js-spend-back" />}
      </View>
    </View>
  );
}

interface GroupOfCouponsProps {
  readonly line: GroupLine;
  readonly onTap: (() => void) | undefined;
}

function GroupOfCoupons({ line: { group, amountFen, note }, onTap }: GroupOfCouponsProps) {
  return (
    <Line
      title={GROUP_NAMES[group]}
      note={note}
      onTap={onTap}
      className={group === 'balance' ? 'js-coupons' : `js-coupons-${group}`}
    >
      <Price
        amountFen={-amountFen}
        className={classes(amountFen > 0 ? styles.saved : styles.price, `js-bill-${group}`)}
      />
      {onTap !== undefined && <Icon name="right" size={16} className={styles.chevron} />}
    </Line>
  );
}

interface GainProps {
  readonly icon: 'points' | 'gift';
  readonly text: string;
  readonly className?: string;
}

function Gain({ icon, text, className }: GainProps) {
  return (
    <View className={classes(styles.gain, className)}>
      <Icon name={icon} size={16} className={styles.coin} />
      <Text className={classes(styles.words)}>{text}</Text>
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
