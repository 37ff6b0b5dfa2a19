// The root of every page: theme, text size, bars above and below, and what scrolls between them.
import type { ReactNode } from 'react';
import { ScrollView, View } from '@tarojs/components';
import { useSession } from '../../session/session';
import { classes } from '../classes';
import { PrivacyGate } from '../privacy-gate/PrivacyGate';
import styles from './Page.module.scss';

interface PageProps {
  readonly children: ReactNode;
  /** Stays above what scrolls, e.g. a NavBar. */
  readonly header?: ReactNode;
  /** Stays below what scrolls, e.g. the TabBar or the page's main action. */
  readonly footer?: ReactNode;
  /** `none`: the page lays itself out, e.g. with a map. */
  readonly scroll?: 'page' | 'none';
  readonly className?: string | undefined;
  readonly onReachEnd?: () => void;
  /** Pull-down: ends when the promise does. */
  readonly refreshing?: boolean;
  readonly onRefresh?: () => void;
}

export function Page({
  children,
  header,
  footer,
  scroll = 'page',
  className,
  onReachEnd,
  refreshing = false,
  onRefresh,
}: PageProps) {
  const theme = useSession((session) => session.theme);
  const textSize = useSession((session) => session.textSize);
  return (
    <View className={classes(styles.page, `theme-${theme}`, `text-${textSize}`, className)}>
      {header}
      {scroll === 'none' ? (
        <View className={classes(styles.body)}>{children}</View>
      ) : (
        <ScrollView
          className={classes(styles.body, styles.scrolling)}
          scrollY
          enhanced
          showScrollbar={false}
          refresherEnabled={onRefresh !== undefined}
          refresherTriggered={refreshing}
          refresherBackground="transparent"
          onRefresherRefresh={() => onRefresh?.()}
          onScrollToLower={() => onReachEnd?.()}
        >
          {children}
        </ScrollView>
      )}
      {footer}
      <PrivacyGate />
    </View>
  );
}
