import { View } from '@tarojs/components';
import { classes } from '../classes';
import type { IconName } from './icon-names';
import styles from './Icon.module.scss';

interface IconProps {
  readonly name: IconName;
  /** Side in design pixels; grows with large text. */
  readonly size?: 12 | 14 | 16 | 18 | 20 | 22 | 24 | 28 | 32;
  readonly className?: string | undefined;
}

/** A drawn icon in the colour of the text around it. */
export function Icon({ name, size = 20, className }: IconProps) {
  return <View className={classes(styles.icon, styles[name], styles[`size-${size}`], className)} />;
}
