import { Text, View } from '@tarojs/components';
import { classes } from '../../../components/classes';
import type { RuleText } from './rule-words';
import styles from './RuleCard.module.scss';

/** One rule with its sentences. */
export function RuleCard({ rule }: { readonly rule: RuleText }) {
  return (
    <View className={classes(styles.card, 'js-rule')}>
      <Text className={classes(styles.title)}>{rule.title}</Text>
      {rule.lines.map((line) => (
        <Text key={line} className={classes(styles.line)}>
          {line}
        </Text>
      ))}
    </View>
  );
}
