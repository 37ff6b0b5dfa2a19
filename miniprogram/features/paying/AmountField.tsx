// The amount as it is typed, with a caret, so that the keypad needs no native input.
import { Text, View } from '@tarojs/components';
import { classes } from '../../components/classes';
import styles from './AmountField.module.scss';

export interface AmountFieldProps {
  /** As typed, e.g. `12.`; empty shows 0.00 in grey. */
  readonly text: string;
  readonly label?: string;
  readonly hint?: string;
}

export function AmountField({
  text,
  label = '消费金额',
  hint = '请与店员核对金额',
}: AmountFieldProps) {
  return (
    <View className={classes(styles.field)}>
      <View className={classes(styles.head)}>
        <Text className={classes(styles.label)}>{label}</Text>
        <Text className={classes(styles.hint)}>{hint}</Text>
      </View>
      <View className={classes(styles.amount, styles[sizeOf(text)])} ariaLabel={label}>
        <Text className={classes(styles.sign)}>¥</Text>
        {text !== '' && <Text className={classes(styles.figures, 'js-amount')}>{text}</Text>}
        <View className={classes(styles.caret)} />
        {text === '' && <Text className={classes(styles.figures, styles.empty)}>0.00</Text>}
      </View>
    </View>
  );
}

/** Long amounts are set smaller, so that no figure is lost. */
function sizeOf(text: string): 'huge' | 'large' | 'medium' {
  if (text.length <= 8) return 'huge';
  return text.length <= 10 ? 'large' : 'medium';
}
