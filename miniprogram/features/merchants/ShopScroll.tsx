// A long list of shops that scrolls: rows are drawn as they are needed, more are asked for at its end.
import { memo, useEffect, useState, type ReactNode } from 'react';
import { ScrollView, View } from '@tarojs/components';
import type { MerchantCard } from '../../../src/contracts/values';
import { classes } from '../../components/classes';
import { rowId } from './MerchantRow';
import { useRowWindow } from './use-row-window';
import styles from './ShopScroll.module.scss';

interface ShopScrollProps {
  /** Begins the ids of its parts; one list a page has it. */
  readonly listId: string;
  readonly shops: readonly MerchantCard[];
  readonly drawRow: (shop: MerchantCard) => ReactNode;
  /** The list scrolls to this shop. */
  readonly selectedId?: string | null;
  readonly onReachEnd: () => void;
  /** Pull-down; absent where there is nothing to look for again. */
  readonly onRefresh?: (() => Promise<void>) | undefined;
  /** Below the rows, or in their place. */
  readonly children?: ReactNode;
}

export function ShopScroll(props: ShopScrollProps) {
  const { listId, shops, selectedId = null, onReachEnd, onRefresh } = props;
  const kept = selectedId === null ? -1 : shops.findIndex(({ id }) => id === selectedId);
  const rows = useRowWindow(shops, { listId, kept });
  const target = useTarget(kept === -1 ? null : selectedId);
  const [isPulled, setPulled] = useState(false);
  const refresh = async (): Promise<void> => {
    setPulled(true);
    await onRefresh?.();
    setPulled(false);
  };
  return (
    <ScrollView
      className={classes(styles.list, 'js-shop-list')}
      scrollY
      enhanced
      showScrollbar={false}
      scrollWithAnimation
      scrollIntoView={target}
      lowerThreshold={400}
      onScrollToLower={onReachEnd}
      onScroll={({ detail }) => rows.onScroll(detail.scrollTop)}
      refresherEnabled={onRefresh !== undefined}
      refresherTriggered={isPulled}
      refresherBackground="transparent"
      onRefresherRefresh={() => void refresh()}
    >
      {rows.chunks.map((chunk, at) => {
        const emptyHeight = rows.emptyHeight(at);
        return (
          <View
            key={at}
            id={`${listId}-${at}`}
            style={emptyHeight === undefined ? {} : { height: `${emptyHeight}px` }}
          >
            {emptyHeight === undefined && <Chunk shops={chunk} drawRow={props.drawRow} />}
          </View>
        );
      })}
      {props.children}
      <View className={classes(styles.end)} />
    </ScrollView>
  );
}

interface ChunkProps {
  readonly shops: readonly MerchantCard[];
  readonly drawRow: (shop: MerchantCard) => ReactNode;
}

/** Drawn again only when its shops or how they are drawn have changed. */
const Chunk = memo(function Chunk({ shops, drawRow }: ChunkProps) {
  return <>{shops.map(drawRow)}</>;
});

/** The row to scroll to, named once it is drawn: WeChat looks for it at that moment only. */
function useTarget(selectedId: string | null): string {
  const [target, setTarget] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setTarget(selectedId === null ? '' : rowId(selectedId)), 0);
    return () => clearTimeout(timer);
  }, [selectedId]);
  return target;
}
