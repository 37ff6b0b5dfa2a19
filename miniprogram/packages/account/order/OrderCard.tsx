// The cards of an order's page, and their lines.
import type { ReactNode } from 'react';
import { Text, View } from '@tarojs/components';
import { classes } from '../../../components/classes';
import styles from './Order.module.scss';

interface OrderCardProps {
  readonly title?: string;
  readonly children: ReactNode;
}

export function OrderCard({ title, children }: OrderCardProps) {
  return (
    <View className={classes(styles.card)}>
      {title !== undefined && <Text className={classes(styles.cardTitle)}>{title}</Text>}
      {children}
    </View>
  );
}

interface OrderLineProps {
  readonly title: string;
  readonly note?: string | undefined;
  readonly isStrong?: boolean;
  /** What the bill is less by. */
  readonly isSaved?: boolean;
  readonly children: string;
}

export function OrderLine(props: OrderLineProps) {
  const { title, note = '', isStrong = false, isSaved = false, children } = props;
  return (
    <View className={classes(styles.line, isStrong && styles.strong)}>
      <Text className={classes(styles.lineTitle)}>{title}</Text>
      <Text className={classes(styles.lineNote)}>{note}</Text>
      <Text className={classes(styles.lineValue, isSaved && styles.saved)}>{children}</Text>
    </View>
  );
}
