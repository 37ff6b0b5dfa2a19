// A row of a settings-like list, and the card that holds such rows.
import type { ReactNode } from 'react';
import { Text, View } from '@tarojs/components';
import { classes } from '../classes';
import { Icon } from '../icon/Icon';
import type { IconName } from '../icon/icon-names';
import styles from './ListRow.module.scss';

interface ListRowProps {
  readonly title: string;
  readonly icon?: IconName;
  readonly note?: string;
  /** On the right: a value or a control. */
  readonly value?: ReactNode;
  readonly onTap?: () => void;
  readonly className?: string;
}

export function ListRow({ title, icon, note, value, onTap, className }: ListRowProps) {
  return (
    <View
      className={classes(styles.row, onTap !== undefined && styles.tappable, className)}
      onClick={() => onTap?.()}
    >
      {icon !== undefined && <Icon name={icon} size={22} className={styles.icon} />}
      <View className={classes(styles.text)}>
        <Text className={classes(styles.title)}>{title}</Text>
        {note !== undefined && <Text className={classes(styles.note)}>{note}</Text>}
      </View>
      {value !== undefined && <View className={classes(styles.value)}>{value}</View>}
      {onTap !== undefined && <Icon name="right" size={16} className={styles.chevron} />}
    </View>
  );
}

interface ListGroupProps {
  readonly title?: string;
  readonly children: ReactNode;
}

/** A part of a page under its heading; what is in it brings its own cards. */
export function ListGroup({ title, children }: ListGroupProps) {
  return (
    <View className={classes(styles.group)}>
      {title !== undefined && <Text className={classes(styles.heading)}>{title}</Text>}
      {children}
    </View>
  );
}

export function ListCard({ children, ...group }: ListGroupProps) {
  return (
    <ListGroup {...group}>
      <View className={classes(styles.card)}>{children}</View>
    </ListGroup>
  );
}
