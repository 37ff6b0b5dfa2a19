// What stands on the pay key: the verb, and the amount as long as it is legible there.
import { Text, View } from '@tarojs/components';
import { classes } from '../../components/classes';
import { payLabel } from './bill-words';
import styles from './PayKeyLabel.module.scss';

export interface PayKeyLabelProps {
  /** Absent while the bill is not known. */
  readonly cashFen?: number | undefined;
}

export function PayKeyLabel({ cashFen }: PayKeyLabelProps) {
  if (cashFen === undefined) return <Text className={classes(styles.verb)}>支付</Text>;
  const { verb, amount } = payLabel(cashFen);
  const size = amountSize(amount);
  return (
    <View className={classes(styles.label)}>
      <Text className={classes(styles.verb)}>{amount === '' ? verb : `${verb} `}</Text>
      {size !== null && <Text className={classes(styles.amount, styles[size])}>{amount}</Text>}
    </View>
  );
}

/** Null where the amount is too long for the key; it stands in the bill's lines. */
function amountSize(amount: string): 'large' | 'medium' | 'small' | null {
  if (amount === '' || amount.length > 12) return null;
  if (amount.length <= 7) return 'large';
  return amount.length <= 9 ? 'medium' : 'small';
}
