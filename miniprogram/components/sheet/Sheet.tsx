// A sheet over a map with three stops. Its head follows the finger; its body scrolls by itself.
import { useState, type ReactNode } from 'react';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { navMetrics } from '../../session/nav-metrics';
import { classes } from '../classes';
import { speedUp, withTouch, type Touch } from './speed';
import { followed, stopAfterDrag, stopAfterTap, type Stop } from './stops';
import styles from './Sheet.module.scss';

interface SheetProps {
  readonly stop: Stop;
  readonly onStop: (stop: Stop) => void;
  /** Stays visible at every stop, and is what the finger holds. */
  readonly head: ReactNode;
  readonly children: ReactNode;
}

/** Under the bar at the top, which stays in reach when the sheet is full. */
const UNDER_BAR_PX = 12;

export function Sheet({ stop, onStop, head, children }: SheetProps) {
  const { movedUp, isDragged, listeners } = useDrag(stop, onStop);
  const { top, height } = navMetrics();
  return (
    <View
      className={classes(
        styles.sheet,
        styles[stop],
        isDragged && styles.dragged,
        `js-sheet-${stop}`,
      )}
      style={{
        marginTop: `${-movedUp}px`,
        ...(stop === 'full' && { top: `${top + height + UNDER_BAR_PX}px` }),
      }}
    >
      <View className={classes(styles.head, 'js-sheet-head')} catchMove {...listeners}>
        <View
          className={classes(styles.handle, 'js-sheet-handle')}
          role="button"
          ariaLabel={stop === 'full' ? '收起列表' : '展开列表'}
          onClick={() => onStop(stopAfterTap(stop))}
        >
          <View className={classes(styles.grip)} />
        </View>
        {head}
      </View>
      <View className={classes(styles.body)}>{children}</View>
    </View>
  );
}

function useDrag(stop: Stop, onStop: (stop: Stop) => void) {
  const [touches, setTouches] = useState<readonly Touch[]>([]);
  const [first, last] = [touches[0], touches[touches.length - 1]];
  const moved = first === undefined || last === undefined ? 0 : first.y - last.y;
  const end = (): void => {
    setTouches([]);
    const room = Taro.getWindowInfo().windowHeight;
    const speed = speedUp(touches, Date.now());
    const next = stopAfterDrag(stop, { movedUp: moved, speedUp: speed, room });
    if (next !== stop) onStop(next);
  };
  return {
    movedUp: followed(stop, moved),
    isDragged: first !== undefined,
    listeners: {
      onTouchStart: (event: object) => setTouches([touchOf(event)]),
      onTouchMove: (event: object) => setTouches((before) => withTouch(before, touchOf(event))),
      onTouchEnd: end,
      onTouchCancel: () => setTouches([]),
    },
  };
}

/** A touch event, which Taro's types know only as some event. */
interface Touched {
  readonly touches?: readonly { readonly clientY: number }[];
}

function touchOf(event: object): Touch {
  return { y: (event as Touched).touches?.[0]?.clientY ?? 0, at: Date.now() };
}
