// A clock that runs down to an instant.
import { useEffect, useRef } from 'react';
import { Text } from '@tarojs/components';
import { useNow } from '../../session/use-now';
import { classes } from '../classes';
import { countdownText, secondsLeft } from './remaining';
import styles from './Countdown.module.scss';

export interface CountdownProps {
  /** ms. */
  readonly until: number;
  /** Once, when it is over; at once when it is over already. */
  readonly onOver?: () => void;
  readonly className?: string | undefined;
}

export function Countdown({ until, onOver, className }: CountdownProps) {
  const seconds = secondsLeft({ now: useNow(1000), until });
  const isOver = seconds === 0;
  const latestOnOver = useRef(onOver);
  useEffect(() => {
    latestOnOver.current = onOver;
  });
  useEffect(() => {
    if (isOver) latestOnOver.current?.();
  }, [isOver]);
  return <Text className={classes(styles.clock, className)}>{countdownText(seconds)}</Text>;
}
