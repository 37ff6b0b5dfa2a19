// The round sign of an order's state.
import { View } from '@tarojs/components';
import { classes } from '../../components/classes';
import { Icon } from '../../components/icon/Icon';
import type { IconName } from '../../components/icon/icon-names';
import type { Tone } from './order-words';
import styles from './StateBadge.module.scss';

export interface StateBadgeProps {
  readonly icon: IconName;
  readonly tone: Tone;
  /** Something is still going on: it breathes. */
  readonly isLive?: boolean;
}

export function StateBadge({ icon, tone, isLive = false }: StateBadgeProps) {
  return (
    <View className={classes(styles.badge, styles[tone], isLive && styles.live)}>
      <Icon name={icon} size={32} />
    </View>
  );
}
