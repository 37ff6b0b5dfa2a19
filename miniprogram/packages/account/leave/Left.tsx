// The account is closed.
import { Text, View } from '@tarojs/components';
import { Button } from '../../../components/button/Button';
import { classes } from '../../../components/classes';
import { momentText } from '../../../components/time/day-text';
import { StateBadge } from '../../../features/paying/StateBadge';
import { goToTab } from '../../../routes';
import styles from './Leave.module.scss';

export function Left({ leftAt }: { readonly leftAt: number }) {
  return (
    <View className={classes(styles.left, 'js-left')}>
      <StateBadge icon="check" tone="quiet" />
      <Text className={classes(styles.leftTitle)}>账户已注销</Text>
      <Text className={classes(styles.leftNote)}>{momentText(leftAt)}</Text>
      <Text className={classes(styles.leftNote)}>谢谢您来过。以后扫码付款，会从零开始。</Text>
      <View className={classes(styles.leftKey)}>
        <Button className="js-left-done" onTap={() => goToTab('circle')}>
          好了
        </Button>
      </View>
    </View>
  );
}
