// A panel that comes up from below for a choice or a detail, over a shade that closes it.
import { useEffect, useState, type ReactNode } from 'react';
import { Text, View } from '@tarojs/components';
import { classes } from '../classes';
import { Icon } from '../icon/Icon';
import styles from './BottomPopup.module.scss';

interface BottomPopupProps {
  readonly isOpen: boolean;
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Stays at the lower edge while the rest scrolls. */
  readonly foot?: ReactNode;
}

export function BottomPopup({ isOpen, title, onClose, children, foot }: BottomPopupProps) {
  if (!useStaysWhileLeaving(isOpen)) return null;
  return (
    <View className={classes(styles.layer, !isOpen && styles.leaving)}>
      <View className={classes(styles.shade, 'js-shade')} catchMove onClick={onClose} />
      <View className={classes(styles.panel)} role="dialog" ariaLabel={title}>
        <View className={classes(styles.head)} catchMove>
          <Text className={classes(styles.title)}>{title}</Text>
          <View className={classes(styles.close, 'js-close')} ariaLabel="关闭" onClick={onClose}>
            <Icon name="close" size={20} />
          </View>
        </View>
        <View className={classes(styles.body, foot === undefined && styles.last, 'js-popup-body')}>
          {children}
        </View>
        {foot !== undefined && <View className={classes(styles.foot)}>{foot}</View>}
      </View>
    </View>
  );
}

/** As long as the stylesheet's way out takes. */
const LEAVING_MS = 200;

/** True while it is open, and until it has left the screen. */
function useStaysWhileLeaving(isOpen: boolean): boolean {
  const [isShown, setShown] = useState(isOpen);
  if (isOpen && !isShown) setShown(true);
  useEffect(() => {
    if (isOpen) return undefined;
    const timer = setTimeout(() => setShown(false), LEAVING_MS);
    return () => clearTimeout(timer);
  }, [isOpen]);
  return isOpen || isShown;
}
