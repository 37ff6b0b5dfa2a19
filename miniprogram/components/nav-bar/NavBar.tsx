// The bar on top, in one line with WeChat's capsule.
import type { ReactNode } from 'react';
import { Text, View } from '@tarojs/components';
import { goBack } from '../../routes';
import { navMetrics } from '../../session/nav-metrics';
import { classes } from '../classes';
import { Icon } from '../icon/Icon';
import styles from './NavBar.module.scss';

interface NavBarProps {
  readonly title: string;
  /** Tab pages have nothing to go back to. */
  readonly hasBack?: boolean;
  /** `clear` lets the page's own colour through. */
  readonly ground?: 'page' | 'surface' | 'clear';
  readonly trailing?: ReactNode;
}

export function NavBar({ title, hasBack = true, ground = 'page', trailing }: NavBarProps) {
  const { top, height, capsule } = navMetrics();
  return (
    <View className={classes(styles.bar, styles[ground])} style={{ paddingTop: `${top}px` }}>
      <View
        className={classes(styles.line)}
        style={{ minHeight: `${height}px`, paddingRight: `${capsule}px` }}
      >
        <View className={classes(styles.side)}>
          {hasBack && (
            <View className={classes(styles.back, 'js-back')} ariaLabel="返回" onClick={goBack}>
              <Icon name="back" size={22} />
            </View>
          )}
        </View>
        <Text className={classes(styles.title)}>{title}</Text>
        <View className={classes(styles.side, styles.trailing)}>{trailing}</View>
      </View>
    </View>
  );
}
