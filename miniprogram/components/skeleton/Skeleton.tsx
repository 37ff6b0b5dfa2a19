// A grey shape where content will stand; pages put these together in the form of their cards.
import { View } from '@tarojs/components';
import { classes } from '../classes';
import styles from './Skeleton.module.scss';

interface SkeletonProps {
  readonly shape?: 'line' | 'title' | 'block' | 'round';
  /** Share of the room's width. */
  readonly width?: 'full' | 'most' | 'half' | 'third';
  readonly className?: string | undefined;
}

export function Skeleton({ shape = 'line', width = 'full', className }: SkeletonProps) {
  return <View className={classes(styles.skeleton, styles[shape], styles[width], className)} />;
}
