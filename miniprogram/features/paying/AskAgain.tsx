// Asked once before the same amount is paid again at the same shop within two minutes.
import { Text, View } from '@tarojs/components';
import { Button } from '../../components/button/Button';
import { classes } from '../../components/classes';
import { BottomPopup } from '../../components/popup/BottomPopup';
import styles from './AskAgain.module.scss';

export interface AskAgainProps {
  readonly isOpen: boolean;
  readonly text: string;
  readonly onPay: () => void;
  readonly onClose: () => void;
}

export function AskAgain({ isOpen, text, onPay, onClose }: AskAgainProps) {
  return (
    <BottomPopup isOpen={isOpen} title="刚刚付过一样的金额" onClose={onClose}>
      <Text className={classes(styles.text)}>{text}</Text>
      <View className={classes(styles.actions)}>
        <Button
          kind="plain"
          size="large"
          className={classes(styles.action, 'js-same-bill-stop')}
          onTap={onClose}
        >
          先不付
        </Button>
        <Button size="large" className={classes(styles.action, 'js-same-bill-pay')} onTap={onPay}>
          再付一笔
        </Button>
      </View>
    </BottomPopup>
  );
}
