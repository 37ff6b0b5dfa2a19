// Our own keypad for amounts, with the way to pay on it.
import type { ReactNode } from 'react';
import { Text, View } from '@tarojs/components';
import { classes } from '../classes';
import { Icon } from '../icon/Icon';
import type { Digit, Key } from './typing';
import styles from './Keypad.module.scss';

interface KeypadProps {
  /**
   * A key was pressed. Keys may come faster than the page is drawn, so change the text as it is
   * then (`setText((before) => typeKey(before, key))`), not as it was drawn.
   */
  readonly onKey: (key: Key) => void;
  /** On the big key, e.g. 付款 ¥12.50. */
  readonly payLabel: ReactNode;
  readonly onPay: () => void;
  readonly isPayDisabled?: boolean;
  readonly isPayBusy?: boolean;
}

const DIGITS: readonly Digit[] = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

export function Keypad({
  onKey,
  payLabel,
  onPay,
  isPayDisabled = false,
  isPayBusy = false,
}: KeypadProps) {
  const press = (key: Key) => () => onKey(key);
  const isPayDead = isPayDisabled || isPayBusy;
  return (
    <View className={classes(styles.keypad)}>
      <View className={classes(styles.digits)}>
        {DIGITS.map((digit) => (
          <KeyCap key={digit} name={digit} onPress={press(digit)} />
        ))}
        <KeyCap name="0" isWide onPress={press('0')} />
        <KeyCap name="dot" onPress={press('dot')} />
      </View>
      <View className={classes(styles.side)}>
        <View
          className={classes(styles.key, styles.erase, 'js-key-delete')}
          ariaLabel="删除"
          onClick={press('delete')}
          onLongPress={press('clear')}
        >
          <Icon name="erase" size={24} />
        </View>
        <View
          className={classes(styles.pay, isPayDisabled && styles.dead, 'js-pay')}
          ariaRole="button"
          onClick={() => !isPayDead && onPay()}
        >
          {isPayBusy ? <View className={classes(styles.spinner)} /> : payLabel}
        </View>
      </View>
    </View>
  );
}

interface KeyCapProps {
  readonly name: Digit | 'dot';
  readonly isWide?: boolean;
  readonly onPress: () => void;
}

function KeyCap({ name, isWide = false, onPress }: KeyCapProps) {
  return (
    <View
      className={classes(styles.key, isWide && styles.wide, `js-key-${name}`)}
      hoverClass={classes(styles.pressed)}
      hoverStayTime={60}
      onClick={onPress}
    >
      <Text>{name === 'dot' ? '.' : name}</Text>
    </View>
  );
}
