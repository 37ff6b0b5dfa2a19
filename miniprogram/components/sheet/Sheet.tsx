// A sheet over a map with three stops. Its head follows the finger; its body scrolls by itself.
import { useState, type ReactNode } from 'react';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { classes } from '../classes';
import { stopAfterDrag, type Stop } from './stops';
import styles from './Sheet.module.scss';

interface SheetProps {
  readonly stop: Stop;
  readonly onStop: (stop: Stop) => void;
  /** Stays visible at every stop, and is what the finger holds. */
  readonly head: ReactNode;
  readonly children: ReactNode;
}

interface Drag {
  readonly from: number;
  readonly to: number;
}

export function Sheet({ stop, onStop, head, children }: SheetProps) {
  const [drag, setDrag] = useState<Drag>();
  const movedUp = drag === undefined ? 0 : drag.from - drag.to;
  const end = (): void => {
    setDrag(undefined);
    const next = stopAfterDrag(stop, { movedUp, room: Taro.getWindowInfo().windowHeight });
    if (next !== stop) onStop(next);
  };
  return (
    <View
      className={classes(styles.sheet, styles[stop], drag !== undefined && styles.dragged)}
      style={{ marginTop: `${-movedUp}px` }}
    >
      <View
        className={classes(styles.head, 'js-sheet-head')}
        catchMove
        onTouchStart={(event) => setDrag({ from: heightOf(event), to: heightOf(event) })}
        onTouchMove={(event) => setDrag(drag && { ...drag, to: heightOf(event) })}
        onTouchEnd={end}
        onTouchCancel={() => setDrag(undefined)}
      >
        <View className={classes(styles.grip)} />
        {head}
      </View>
      <View className={classes(styles.body)}>{children}</View>
    </View>
  );
}

/** A touch event, which Taro's types know only as some event. */
interface Touched {
  readonly touches?: readonly { readonly clientY: number }[];
}

function heightOf(event: object): number {
  return (event as Touched).touches?.[0]?.clientY ?? 0;
}
