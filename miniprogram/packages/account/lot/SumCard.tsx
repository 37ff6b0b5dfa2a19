// 余额是这样来的: lines that add up to the balance.
import { Text, View } from '@tarojs/components';
import { classes } from '../../../components/classes';
import { yuanText } from '../../../components/price/money';
import { Skeleton } from '../../../components/skeleton/Skeleton';
import { changeText } from '../statement/statement-words';
import type { SumLine } from './lot-story';
import styles from './Lot.module.scss';

interface SumCardProps {
  /** Undefined while not everything is read. */
  readonly lines: readonly SumLine[] | undefined;
  readonly balanceFen: number;
}

export function SumCard({ lines, balanceFen }: SumCardProps) {
  return (
    <View className={classes(styles.card)}>
      <Text className={classes(styles.cardTitle)}>余额是这样来的</Text>
      {lines === undefined ? (
        <View className={classes(styles.sumSkeleton)}>
          <Skeleton />
          <Skeleton width="most" />
        </View>
      ) : (
        <View className="js-lot-sum">
          {lines.map(({ label, amountFen }) => (
            <View key={label} className={classes(styles.line)}>
              <Text>{label}</Text>
              <Text className={classes(styles.value)}>{changeText(amountFen)}</Text>
            </View>
          ))}
          <View className={classes(styles.line, styles.total)}>
            <Text>余额</Text>
            <Text className={classes(styles.value)}>{`= ${yuanText(balanceFen)}`}</Text>
          </View>
        </View>
      )}
    </View>
  );
}
