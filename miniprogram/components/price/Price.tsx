import { Text, View } from '@tarojs/components';
import { classes } from '../classes';
import { writeYuan } from './money';
import styles from './Price.module.scss';

interface PriceProps {
  readonly amountFen: number;
  readonly size?: 'small' | 'medium' | 'large' | 'huge';
  /** Drops `.00`, for round prices in lists. */
  readonly dropZeroCents?: boolean;
  readonly className?: string | undefined;
}

/** An amount with a small ¥ and figures of one width, in the colour of the text around it. */
export function Price({
  amountFen,
  size = 'medium',
  dropZeroCents = false,
  className,
}: PriceProps) {
  const { sign, whole, cents } = writeYuan(amountFen, { dropZeroCents });
  return (
    <View className={classes(styles.price, styles[size], className)}>
      <Text className={classes(styles.sign)}>{`${sign}¥`}</Text>
      <Text className={classes(styles.whole)}>{whole}</Text>
      {cents !== '' && <Text className={classes(styles.cents)}>{`.${cents}`}</Text>}
    </View>
  );
}
