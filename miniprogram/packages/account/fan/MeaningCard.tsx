// What a fan brings the shop, in the published figures.
import { Text, View } from '@tarojs/components';
import { classes } from '../../../components/classes';
import { entryMeaning, fanMeaning, type FanRules } from '../../../features/fan/fan-words';
import styles from './Fan.module.scss';

export function MeaningCard({ rules }: { readonly rules: FanRules }) {
  return (
    <View className={classes(styles.card)}>
      <Text className={classes(styles.title)}>粉丝是什么意思</Text>
      {[...fanMeaning(rules), entryMeaning(rules)].map((text) => (
        <Text key={text} className={classes(styles.text)}>
          {text}
        </Text>
      ))}
    </View>
  );
}
