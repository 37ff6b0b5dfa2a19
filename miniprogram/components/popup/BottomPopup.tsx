// A panel that comes up from below for a choice or a detail; NutUI's Popup in our look.
import type { ReactNode } from 'react';
import { Popup } from '@nutui/nutui-react-taro';
import { Text, View } from '@tarojs/components';
import { classes } from '../classes';
import { Icon } from '../icon/Icon';
import styles from './BottomPopup.module.scss';

interface BottomPopupProps {
  readonly isOpen: boolean;
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function BottomPopup({ isOpen, title, onClose, children }: BottomPopupProps) {
  return (
    <Popup visible={isOpen} position="bottom" round lockScroll onClose={onClose}>
      <View className={classes(styles.head)}>
        <Text className={classes(styles.title)}>{title}</Text>
        <View className={classes(styles.close, 'js-close')} ariaLabel="关闭" onClick={onClose}>
          <Icon name="close" size={20} />
        </View>
      </View>
      <View className={classes(styles.body)}>{children}</View>
    </Popup>
  );
}
