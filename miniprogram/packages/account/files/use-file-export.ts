// Prepares files, and keeps them until they are taken: WeChat lets a file go only by a tap.
import { useRef, useState } from 'react';
import type { DataFile } from './data-file';

export type FileExport =
  | { readonly state: 'not-asked' }
  | { readonly state: 'reading'; readonly records: number }
  | { readonly state: 'failed'; readonly error: unknown }
  | { readonly state: 'ready'; readonly files: readonly DataFile[]; readonly records: number };

/** Reads what goes into the files and tells how many records it has so far. */
export type PrepareFiles = (onRead: (records: number) => void) => Promise<readonly DataFile[]>;

export function useFileExport(prepare: PrepareFiles): {
  readonly current: FileExport;
  readonly start: () => void;
} {
  const [current, setCurrent] = useState<FileExport>({ state: 'not-asked' });
  const isRunning = useRef(false);
  const read = async (): Promise<void> => {
    if (isRunning.current) return;
    isRunning.current = true;
    let records = 0;
    setCurrent({ state: 'reading', records });
    try {
      const files = await prepare((soFar) => {
        records = soFar;
        setCurrent({ state: 'reading', records });
      });
      setCurrent({ state: 'ready', files, records });
    } catch (error) {
      setCurrent({ state: 'failed', error });
    }
    isRunning.current = false;
  };
  return { current, start: () => void read() };
}
