// A person's orders in the order in which they were placed, the newest first, page by page.
import type { Cloud } from '../../wxcloud/cloud';
import { beyond } from '../../wxcloud/database';

export const NEWEST_FIRST = [
  ['placedAt', 'desc'],
  ['_id', 'desc'],
] as const;

/** The last order of the page before. */
export interface PageEnd {
  readonly placedAt: number;
  readonly id: string;
}

/** Conditions for the page behind an order; none for the first page. */
export function behindOrder(command: Cloud['command'], end: PageEnd | undefined): object[] {
  if (end === undefined) return [];
  return [
    beyond(command, { field: 'placedAt', direction: 'desc', time: end.placedAt, id: end.id }),
  ];
}
