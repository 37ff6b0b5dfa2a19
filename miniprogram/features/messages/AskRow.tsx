// A line that offers to be reminded by WeChat. It is not there when there is nothing to ask.
import { Text, View } from '@tarojs/components';
import type { TemplateName } from '../../../src/domain/messages/subscription';
import { Button } from '../../components/button/Button';
import { classes } from '../../components/classes';
import { Icon } from '../../components/icon/Icon';
import styles from './AskRow.module.scss';
import { useAsking } from './use-asking';

export interface AskRowProps {
  readonly names: readonly TemplateName[];
  readonly text: string;
}

export function AskRow({ names, text }: AskRowProps) {
  const { state, ask } = useAsking(names);
  if (state === 'closed') return null;
  return (
    <View className={classes(styles.row, 'js-ask-row')}>
      <Icon name="bell" size={20} className={styles.icon} />
      <Text className={classes(styles.text)}>
        {state === 'open' ? text : '好，到时在微信里告诉您'}
      </Text>
      {state === 'open' && (
        <Button kind="soft" size="small" className={classes(styles.key, 'js-ask')} onTap={ask}>
          提醒我
        </Button>
      )}
    </View>
  );
}
