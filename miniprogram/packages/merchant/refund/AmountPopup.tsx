// The amount of a refund, on the keypad that bills are typed on.
import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import type { ShopOrder } from '../../../../src/contracts/merchant';
import { classes } from '../../../components/classes';
import { Keypad } from '../../../components/keypad/Keypad';
import { fenOf, typeKey } from '../../../components/keypad/typing';
import { BottomPopup } from '../../../components/popup/BottomPopup';
import { yuanText } from '../../../components/price/money';
import { AmountField } from '../../../features/paying/AmountField';
import { amountFault } from './refund-words';
import styles from './Refund.module.scss';

export interface AmountPopupProps {
  readonly isOpen: boolean;
  readonly order: ShopOrder;
  /** The amount as typed; null is all that may be refunded. */
  readonly onChoose: (text: string | null) => void;
  readonly onClose: () => void;
}

export function AmountPopup({ isOpen, order, onChoose, onClose }: AmountPopupProps) {
  const [text, setText] = useState('');
  const fault = amountFault(fenOf(text), order);
  const choose = (chosen: string | null): void => {
    onChoose(chosen);
    setText('');
    onClose();
  };
  return (
    <BottomPopup isOpen={isOpen} title="退多少" onClose={onClose}>
      <AmountField
        text={text}
        label="退款金额"
        hint={fault ?? `还能退 ${yuanText(order.refundableFen)}`}
      />
      <View
        className={classes(styles.whole, 'js-whole')}
        role="button"
        onClick={() => choose(null)}
      >
        <Text>{`全退 ${yuanText(order.refundableFen)}`}</Text>
      </View>
      <Keypad
        onKey={(key) => setText((before) => typeKey(before, key))}
        payLabel={<Text>好了</Text>}
        isPayDisabled={fault !== undefined}
        onPay={() => choose(text)}
      />
    </BottomPopup>
  );
}
