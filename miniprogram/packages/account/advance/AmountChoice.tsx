// How much of it: three amounts, or one of my own.
import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { Button } from '../../../components/button/Button';
import { Chip } from '../../../components/chip/Chip';
import { classes } from '../../../components/classes';
import { Keypad } from '../../../components/keypad/Keypad';
import { fenOf, typeKey } from '../../../components/keypad/typing';
import { Notice } from '../../../components/notice/Notice';
import { BottomPopup } from '../../../components/popup/BottomPopup';
import { yuanText } from '../../../components/price/money';
import { amountChoices, amountFault } from '../../../features/advance/advance-words';
import { failureText } from '../../../features/errors/error-text';
import { AmountField } from '../../../features/paying/AmountField';
import type { AdvanceProps } from './advance-props';
import styles from './Advance.module.scss';

export function AmountChoice({ advance, taking }: AdvanceProps) {
  const [amountFen, setAmountFen] = useState(0);
  const [isTyping, setTyping] = useState(false);
  const choices = amountChoices(advance.limitFen);
  const isOwn = amountFen > 0 && !choices.includes(amountFen);
  return (
    <View className={classes(styles.card)}>
      <Text className={classes(styles.title)}>先用多少</Text>
      <View className={classes(styles.choices)}>
        {choices.map((choice) => (
          <Chip
            key={choice}
            kind="sunken"
            text={yuanText(choice, { dropZeroCents: true })}
            isChosen={choice === amountFen}
            className={classes(styles.choice, 'js-amount-choice')}
            onTap={() => setAmountFen(choice)}
          />
        ))}
        <Chip
          kind="sunken"
          text={isOwn ? yuanText(amountFen) : '自己填'}
          isChosen={isOwn}
          className={classes(styles.choice, 'js-amount-own')}
          onTap={() => setTyping(true)}
        />
      </View>
      {taking.failure !== null && (
        <Notice
          kind="warning"
          text={failureText(taking.failure)}
          className={styles.failure ?? ''}
        />
      )}
      <Button
        isBlock
        size="large"
        className="js-take"
        isDisabled={amountFen === 0}
        isBusy={taking.isBusy}
        onTap={() => void taking.take(amountFen)}
      >
        {amountFen === 0 ? '请选金额' : `先用 ${yuanText(amountFen)}`}
      </Button>
      <OwnAmount
        isOpen={isTyping}
        advance={advance}
        onChoose={setAmountFen}
        onClose={() => setTyping(false)}
      />
    </View>
  );
}

interface OwnAmountProps extends Pick<AdvanceProps, 'advance'> {
  readonly isOpen: boolean;
  readonly onChoose: (amountFen: number) => void;
  readonly onClose: () => void;
}

function OwnAmount({ isOpen, advance, onChoose, onClose }: OwnAmountProps) {
  const [text, setText] = useState('');
  const fault = amountFault(fenOf(text), advance);
  return (
    <BottomPopup isOpen={isOpen} title="先用多少" onClose={onClose}>
      <AmountField
        text={text}
        label="金额"
        hint={fault ?? `最多先用 ${yuanText(advance.limitFen)}`}
      />
      <Keypad
        onKey={(key) => setText((before) => typeKey(before, key))}
        payLabel={<Text>好了</Text>}
        isPayDisabled={fault !== undefined}
        onPay={() => {
          onChoose(fenOf(text));
          onClose();
        }}
      />
    </BottomPopup>
  );
}
