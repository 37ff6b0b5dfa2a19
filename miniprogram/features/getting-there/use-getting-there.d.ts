// use-getting-there.weapp.ts opens WeChat's own map, use-getting-there.h5.tsx a panel with a
// straight line.
import type { ReactNode } from 'react';
import type { Destination } from './destination';

export function useGettingThere(destination: Destination): {
  readonly show: () => void;
  /** Belongs at the end of the page. */
  readonly panel: ReactNode;
};
