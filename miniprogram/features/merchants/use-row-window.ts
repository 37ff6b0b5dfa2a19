// Draws of a long list what is seen and a screen around it; see row-window.ts.
import { useEffect, useMemo, useRef, useState } from 'react';
import Taro from '@tarojs/taro';
import { useSession } from '../../session/session';
import { chunksInView, guessedHeight, inChunks, isPlausible, type ChunkRange } from './row-window';

interface RowWindow<T> {
  readonly chunks: readonly (readonly T[])[];
  /** Height of a chunk that is not drawn now, px; undefined for one that is. */
  readonly emptyHeight: (chunk: number) => number | undefined;
  readonly onScroll: (top: number) => void;
}

/**
 * @param listId begins the ids of the list's chunks, `<listId>-<chunk>`
 * @param kept a row that is drawn wherever the list is scrolled, since it shall be scrolled to
 */
export function useRowWindow<T>(
  rows: readonly T[],
  { listId, kept = -1 }: { readonly listId: string; readonly kept?: number },
): RowWindow<T> {
  const textScale = useSession((session) => (session.textSize === 'large' ? 1.3 : 1));
  const chunks = useMemo(() => inChunks(rows), [rows]);
  const heights = useRef(new Map<number, number>());
  const top = useRef(0);
  const [range, setRange] = useState<ChunkRange>({ first: 0, last: 1 });

  const heightOf = (chunk: number): number =>
    heights.current.get(chunk) ??
    guessedHeight(chunks[chunk]?.length ?? 0, {
      measured: [...heights.current.values()],
      textScale,
    });
  const look = (): void => {
    const room = Taro.getWindowInfo().windowHeight;
    const next = chunksInView(
      chunks.map((_, chunk) => heightOf(chunk)),
      { top: top.current, room },
    );
    setRange((now) => (now.first === next.first && now.last === next.last ? now : next));
  };

  const keptChunk = chunks.findIndex((chunk) => kept >= 0 && chunk.includes(rows[kept] as T));
  const isDrawn = (chunk: number): boolean =>
    (chunk >= range.first && chunk <= range.last) || chunk === keptChunk;

  useEffect(() => {
    const drawn = chunks.flatMap((each, chunk) =>
      isDrawn(chunk) ? [{ chunk, rows: each.length }] : [],
    );
    measure(listId, drawn, (chunk, height) => heights.current.set(chunk, height));
  });

  return {
    chunks,
    emptyHeight: (chunk) => (isDrawn(chunk) ? undefined : heightOf(chunk)),
    onScroll: (scrolledTo) => {
      // An event that does not say where would draw every row.
      if (!Number.isFinite(scrolledTo)) return;
      top.current = scrolledTo;
      look();
    },
  };
}

interface DrawnChunk {
  readonly chunk: number;
  readonly rows: number;
}

interface Box {
  readonly height: number;
}

/** Tells the heights of chunks, px, once they are laid out. */
function measure(
  listId: string,
  drawn: readonly DrawnChunk[],
  tell: (chunk: number, height: number) => void,
): void {
  const query = Taro.createSelectorQuery();
  for (const { chunk, rows } of drawn) {
    query.select(`#${listId}-${chunk}`).boundingClientRect((box: Box | Box[] | null) => {
      if (box === null || Array.isArray(box)) return;
      if (isPlausible(box.height, rows)) tell(chunk, box.height);
    });
  }
  Taro.nextTick(() => query.exec());
}
