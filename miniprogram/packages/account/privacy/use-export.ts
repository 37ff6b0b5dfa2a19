// Reads all of my data, and keeps the files until they are taken.
import { useRef, useState } from 'react';
import { ask } from '../../../queries/ask';
import { readMyData } from './my-data';
import { dataFiles, type DataFile } from './my-data-files';

export type Export =
  | { readonly state: 'not-asked' }
  | { readonly state: 'reading'; readonly records: number }
  | { readonly state: 'failed'; readonly error: unknown }
  | { readonly state: 'ready'; readonly files: readonly DataFile[] };

export function useExport(): { readonly current: Export; readonly start: () => void } {
  const [current, setCurrent] = useState<Export>({ state: 'not-asked' });
  const isRunning = useRef(false);
  const read = async (): Promise<void> => {
    if (isRunning.current) return;
    isRunning.current = true;
    setCurrent({ state: 'reading', records: 0 });
    try {
      const data = await readMyData(ask, {
        now: Date.now,
        onRead: (records) => setCurrent({ state: 'reading', records }),
      });
      setCurrent({ state: 'ready', files: dataFiles(data) });
    } catch (error) {
      setCurrent({ state: 'failed', error });
    }
    isRunning.current = false;
  };
  return { current, start: () => void read() };
}
