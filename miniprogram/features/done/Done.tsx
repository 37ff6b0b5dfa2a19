// What has been done, what follows from it, and the way on.
import type { ReactNode } from 'react';
import { Text, View } from '@tarojs/components';
import { classes } from '../../components/classes';
import { StateBadge, type StateBadgeProps } from '../paying/StateBadge';
import styles from './Done.module.scss';

interface DoneProps {
  readonly tone: StateBadgeProps['tone'];
  readonly icon?: StateBadgeProps['icon'];
  readonly title: string;
  readonly notes: readonly string[];
  /** Buttons. */
  readonly children: ReactNode;
  readonly className: string;
}

export function Done({ tone, icon = 'check', title, notes, children, className }: DoneProps) {
  return (
    <View className={classes(styles.done, className)}>
      <StateBadge icon={icon} tone={tone} />
      <Text className={classes(styles.title)}>{title}</Text>
      {notes.map((note) => (
        <Text key={note} className={classes(styles.note)}>
          {note}
        </Text>
      ))}
      <View className={classes(styles.keys)}>{children}</View>
    </View>
  );
}
