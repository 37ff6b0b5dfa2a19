// One coupon lot in the choice: on or off, how much of it this bill takes, or why it cannot.
import { Input, Text, View } from '@tarojs/components';
import { classes } from '../../components/classes';
import { Icon } from '../../components/icon/Icon';
import { pointsText, yuanText } from '../../components/price/money';
import { lastDayText } from '../../components/time/day-text';
import { unusableText } from './bill-words';
import type { OfferedLot } from './coupon-choice';
import { readLotAmount } from './lot-amount';
import styles from './LotChoice.module.scss';

export interface LotChoiceProps {
  readonly index: number;
  readonly offered: OfferedLot;
  readonly isOn: boolean;
  /** What the bill takes of it now, fen. */
  readonly takenFen: number;
  readonly onSwitch: () => void;
  readonly onSetAmount: (amountFen: number) => void;
}

export function LotChoice({ index, offered, isOn, takenFen, ...change }: LotChoiceProps) {
  const { lot, usableFen } = offered;
  const reason = unusableText(offered);
  const isUsable = reason === undefined && usableFen > 0;
  const isUsed = isUsable && isOn;
  return (
    <View className={classes(styles.row, !isUsable && styles.dead)}>
      <View
        className={classes(styles.facts, `js-lot-${index}`)}
        role="checkbox"
        onClick={() => isUsable && change.onSwitch()}
      >
        <View className={classes(styles.box, isUsed && styles.ticked)}>
          {isUsed && <Icon name="check" size={14} />}
        </View>
        <View className={classes(styles.text)}>
          <Text className={classes(styles.title)}>{`消费券 余 ${yuanText(lot.balanceFen)}`}</Text>
          <Text className={classes(styles.note)}>
            {reason ?? `${lastDayText(lot.expiresAt)}前可用`}
          </Text>
        </View>
      </View>
      {isUsed && (
        <AmountInput
          key={takenFen}
          index={index}
          takenFen={takenFen}
          usableFen={usableFen}
          onSetAmount={change.onSetAmount}
        />
      )}
    </View>
  );
}

interface AmountInputProps extends Pick<LotChoiceProps, 'index' | 'takenFen' | 'onSetAmount'> {
  readonly usableFen: number;
}

function AmountInput({ index, takenFen, usableFen, onSetAmount }: AmountInputProps) {
  const leave = (text: string): void => {
    const amountFen = readLotAmount(text, { usableFen });
    if (amountFen !== undefined && amountFen !== takenFen) onSetAmount(amountFen);
  };
  return (
    <View className={classes(styles.taken)}>
      <Text className={classes(styles.sign)}>用 ¥</Text>
      <Input
        className={classes(styles.input, `js-lot-amount-${index}`)}
        type="digit"
        defaultValue={pointsText(takenFen)}
        maxlength={14}
        confirmType="done"
        onBlur={({ detail }) => leave(detail.value)}
        onConfirm={({ detail }) => leave(detail.value)}
      />
    </View>
  );
}
