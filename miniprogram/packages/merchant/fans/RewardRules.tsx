import { Text, View } from '@tarojs/components';
import { classes } from '../../../components/classes';
import type { FanRules } from '../../../features/fan/fan-words';
import { rewardRules } from './fans-words';
import styles from './Fans.module.scss';

export function RewardRules({ rules }: { readonly rules: FanRules }) {
  return (
    <View className={classes(styles.card, 'js-reward-rules')}>
      <Text className={classes(styles.title)}>为什么是这个数</Text>
      {rewardRules(rules).map((text) => (
        <Text key={text} className={classes(styles.text)}>
          {text}
        </Text>
      ))}
    </View>
  );
}
