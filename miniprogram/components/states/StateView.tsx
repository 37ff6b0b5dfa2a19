// A state without content: a picture, what is so, and what to do about it.
import type { ReactNode } from 'react';
import { Text, View } from '@tarojs/components';
import { Button } from '../button/Button';
import { classes } from '../classes';
import { Picture, type PictureName } from '../picture/Picture';
import styles from './StateView.module.scss';

interface StateViewProps {
  readonly picture: PictureName;
  readonly title: string;
  readonly note?: string;
  /** Buttons. */
  readonly children?: ReactNode;
  readonly className?: string;
}

export function StateView({ picture, title, note, children, className }: StateViewProps) {
  return (
    <View className={classes(styles.state, className)}>
      <Picture name={picture} />
      <Text className={classes(styles.title)}>{title}</Text>
      {note !== undefined && <Text className={classes(styles.note)}>{note}</Text>}
      {children !== undefined && <View className={classes(styles.actions)}>{children}</View>}
    </View>
  );
}

interface FailedStateProps {
  /** Why, in words for people. */
  readonly text: string;
  readonly onRetry: () => void;
  readonly isBusy?: boolean;
}

export function FailedState({ text, onRetry, isBusy = false }: FailedStateProps) {
  return (
    <StateView picture="failed" title={text} className="js-failed">
      <Button kind="soft" onTap={onRetry} isBusy={isBusy} className="js-retry">
        再试一次
      </Button>
    </StateView>
  );
}
