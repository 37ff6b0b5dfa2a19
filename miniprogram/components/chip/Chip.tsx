import { Text, View } from '@tarojs/components';
import { classes } from '../classes';
import { Icon } from '../icon/Icon';
import type { IconName } from '../icon/icon-names';
import styles from './Chip.module.scss';

interface ChipProps {
  readonly text: string;
  readonly icon?: IconName;
  readonly trailing?: IconName;
  readonly isChosen?: boolean;
  /** `float` stands over a map or picture, `sunken` on a card. */
  readonly kind?: 'plain' | 'float' | 'sunken';
  readonly onTap: () => void;
  readonly className?: string;
}

/** A small choice that can be tapped. */
export function Chip({
  text,
  icon,
  trailing,
  isChosen = false,
  kind = 'plain',
  onTap,
  className,
}: ChipProps) {
  return (
    <View
      className={classes(styles.chip, styles[kind], isChosen && styles.chosen, className)}
      onClick={onTap}
    >
      {icon !== undefined && <Icon name={icon} size={16} />}
      <Text className={classes(styles.text)}>{text}</Text>
      {trailing !== undefined && <Icon name={trailing} size={12} />}
    </View>
  );
}
