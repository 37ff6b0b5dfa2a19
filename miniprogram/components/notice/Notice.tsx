// A line that tells what just happened or what is wrong, with one thing to do about it.
import { Text, View } from '@tarojs/components';
import { classes } from '../classes';
import { Icon } from '../icon/Icon';
import styles from './Notice.module.scss';

export interface NoticeProps {
  readonly text: string;
  readonly kind?: 'info' | 'warning';
  readonly action?: { readonly text: string; readonly onTap: () => void };
  readonly className?: string;
}

export function Notice({ text, kind = 'info', action, className }: NoticeProps) {
  return (
    <View className={classes(styles.notice, styles[kind], className)}>
      <Icon name={kind === 'info' ? 'info' : 'warning'} size={16} className={styles.icon} />
      <Text className={classes(styles.text)}>{text}</Text>
      {action !== undefined && (
        <View
          className={classes(styles.action, 'js-notice-action')}
          onClick={(event) => {
            event.stopPropagation();
            action.onTap();
          }}
        >
          <Text>{action.text}</Text>
        </View>
      )}
    </View>
  );
}
