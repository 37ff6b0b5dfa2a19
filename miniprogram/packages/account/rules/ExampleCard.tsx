import { Text, View } from '@tarojs/components';
import { classes } from '../../../components/classes';
import { exampleLines } from './example';
import type { Rules } from './rule-words';
import styles from './ExampleCard.module.scss';

/** 举个例子: the rules in force on one bill. */
export function ExampleCard({ rules }: { readonly rules: Rules }) {
  return (
    <View className={classes(styles.card, 'js-example')}>
      <Text className={classes(styles.title)}>举个例子</Text>
      {exampleLines(rules).map(({ label, value }) => (
        <View key={label} className={classes(styles.line)}>
          <Text className={classes(styles.label)}>{label}</Text>
          <Text className={classes(styles.value)}>{value}</Text>
        </View>
      ))}
      <Text className={classes(styles.note)}>
        只是照规则算一遍，不是承诺：让利不够时比例会调低，何时到门槛也说不准。
      </Text>
    </View>
  );
}
