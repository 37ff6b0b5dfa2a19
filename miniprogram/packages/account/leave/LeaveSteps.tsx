// 注销: first what is lost, then a word typed by hand, then it is done.
import { useState } from 'react';
import { Input, Text, View } from '@tarojs/components';
import type { OutputOf } from '../../../cloud/types';
import { Button } from '../../../components/button/Button';
import { classes } from '../../../components/classes';
import { Notice } from '../../../components/notice/Notice';
import { failureText } from '../../../features/errors/error-text';
import { goBack, goTo, routes } from '../../../routes';
import { CONFIRMATION, leaveTexts, lossesOf } from './leave-words';
import styles from './Leave.module.scss';

type Summary = OutputOf<'wallet', 'summary'>;

export interface LossesProps {
  readonly summary: Summary;
  /** Why leaving was refused; null when it was not. */
  readonly failure: unknown;
  readonly hasOpenOrders: boolean;
  readonly onGoOn: () => void;
}

export function Losses({ summary, failure, hasOpenOrders, onGoOn }: LossesProps) {
  return (
    <View className={classes(styles.step)}>
      <View className={classes(styles.card)}>
        <Text className={classes(styles.title)}>注销会失去</Text>
        {lossesOf(summary).map(({ title, value }) => (
          <View key={title} className={classes(styles.loss)}>
            <Text className={classes(styles.lossTitle)}>{title}</Text>
            <Text className={classes(styles.lossValue)}>{value}</Text>
          </View>
        ))}
      </View>
      <View className={classes(styles.card)}>
        {leaveTexts(summary).map((text) => (
          <Text key={text} className={classes(styles.text)}>
            {text}
          </Text>
        ))}
      </View>
      {failure !== null && <Notice kind="warning" text={failureText(failure)} />}
      {hasOpenOrders && (
        <Notice
          kind="warning"
          text="还有订单等待支付，请先支付或取消。"
          action={{ text: '去处理', onTap: () => goTo(routes.orders('open')) }}
        />
      )}
      <View className={classes(styles.card, styles.keys)}>
        <Button isBlock size="large" className="js-stay" onTap={goBack}>
          再想想
        </Button>
        <Button
          isBlock
          kind="plain"
          size="large"
          className="js-go-on"
          isDisabled={hasOpenOrders}
          onTap={onGoOn}
        >
          我清楚了，继续注销
        </Button>
      </View>
    </View>
  );
}

export interface ConfirmProps {
  readonly isBusy: boolean;
  readonly failure: unknown;
  readonly onConfirm: () => void;
  readonly onBack: () => void;
}

export function Confirm({ isBusy, failure, onConfirm, onBack }: ConfirmProps) {
  const [typed, setTyped] = useState('');
  return (
    <View className={classes(styles.step)}>
      <View className={classes(styles.card)}>
        <Text className={classes(styles.title)}>最后一步</Text>
        <Text
          className={classes(styles.text)}
        >{`请输入「${CONFIRMATION}」两个字，确认是您本人的意思。`}</Text>
        <Input
          className={classes(styles.input, 'js-confirmation')}
          value={typed}
          placeholder={CONFIRMATION}
          maxlength={4}
          onInput={({ detail }) => setTyped(detail.value)}
        />
      </View>
      {failure !== null && <Notice kind="warning" text={failureText(failure)} />}
      <View className={classes(styles.card, styles.keys)}>
        <Button
          isBlock
          size="large"
          className="js-leave-now"
          isDisabled={typed.trim() !== CONFIRMATION}
          isBusy={isBusy}
          onTap={onConfirm}
        >
          确认注销
        </Button>
        <Button isBlock kind="plain" size="large" className="js-leave-back" onTap={onBack}>
          返回
        </Button>
      </View>
    </View>
  );
}
