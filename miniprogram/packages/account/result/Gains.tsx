// What this bill saved and what it earned.
import { Text, View } from '@tarojs/components';
import type { OrderView } from '../../../../src/contracts/values';
import { classes } from '../../../components/classes';
import { pointsText } from '../../../components/price/money';
import { Price } from '../../../components/price/Price';
import {
  earnedText,
  earningNote,
  savedFen,
  savedTitle,
} from '../../../features/paying/order-words';
import { GivenBack } from './GivenBack';
import styles from './Result.module.scss';

export interface GainsProps {
  readonly order: OrderView;
  readonly now: number;
}

export function Gains({ order, now }: GainsProps) {
  const { payerPoints, merchantPoints } = order.bill;
  const saved = savedFen(order);
  const note =
    earningNote(order) ??
    (merchantPoints === 0
      ? '积分来自商家这笔的让利。'
      : `积分来自商家这笔的让利，商家也得 ${pointsText(merchantPoints)} 积分。`);
  return (
    <View className={classes(styles.card)}>
      <View className={classes(styles.gains)}>
        <View className={classes(styles.gain)}>
          <Text className={classes(styles.label)}>{`本单${savedTitle(order)}`}</Text>
          <Price
            amountFen={saved}
            size="large"
            className={classes(saved > 0 ? styles.saved : styles.none, 'js-result-saved')}
          />
        </View>
        <View className={classes(styles.gain)}>
          <View className={classes(styles.label)}>
            <Text>获得积分</Text>
            <Effective text={earnedText(order, now)} />
          </View>
          <Text
            className={classes(styles.points, payerPoints === 0 && styles.none, 'js-result-earned')}
          >
            {pointsText(payerPoints)}
          </Text>
        </View>
      </View>
      <Text className={classes(styles.why)}>{note}</Text>
      {order.spendBackFen > 0 && <GivenBack order={order} now={now} />}
    </View>
  );
}

function Effective({ text }: { readonly text: string | undefined }) {
  return text === undefined ? null : <Text className={classes(styles.tag)}>{text}</Text>;
}
