// Bills that brought a reward, newest first: where, how much, why, and when its coupons come.
import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { classes } from '../../../components/classes';
import { yuanText } from '../../../components/price/money';
import { useNow } from '../../../session/use-now';
import { billText, rewardState, sinceText, whyText, type Reward } from './fans-words';
import styles from './Fans.module.scss';

const SHOWN = 5;

export function Rewards({ rewards }: { readonly rewards: readonly Reward[] }) {
  const now = useNow();
  const [isOpen, setOpen] = useState(false);
  const shown = isOpen ? rewards : rewards.slice(0, SHOWN);
  return (
    <View className={classes(styles.card)}>
      <View className={classes(styles.line)}>
        <Text className={classes(styles.title)}>带来的奖励</Text>
        <Text className={classes(styles.quiet)}>{sinceText(rewards)}</Text>
      </View>
      {rewards.length === 0 && (
        <Text className={classes(styles.text)}>
          还没有。粉丝或扫入口码来的顾客买单后，会在这里。
        </Text>
      )}
      {shown.map((reward) => (
        <RewardRow key={reward.orderId} reward={reward} now={now} />
      ))}
      {rewards.length > shown.length && (
        <View className={classes(styles.all, 'js-rewards-all')} onClick={() => setOpen(true)}>
          <Text>{`看全部 ${rewards.length} 笔`}</Text>
        </View>
      )}
    </View>
  );
}

function RewardRow({ reward, now }: { readonly reward: Reward; readonly now: number }) {
  const { merchantName, rewardFen } = reward;
  return (
    <View className={classes(styles.reward, 'js-reward')}>
      <View className={classes(styles.line)}>
        <Text className={classes(styles.where)}>{merchantName}</Text>
        <Text className={classes(rewardFen > 0 ? styles.sum : styles.sumQuiet)}>
          {rewardFen > 0 ? `+${yuanText(rewardFen)}` : yuanText(0)}
        </Text>
      </View>
      <View className={classes(styles.line)}>
        <Text className={classes(styles.quiet)}>{billText(reward)}</Text>
        <Text className={classes(styles.why)}>{whyText(reward)}</Text>
      </View>
      <Text className={classes(styles.quiet)}>{rewardState(reward, now)}</Text>
    </View>
  );
}
