// Orders by when they were placed or paid, the newest first, page by page.
import type { Cloud } from '../../wxcloud/cloud';
import { beyond } from '../../wxcloud/database';

type Time = 'placedAt' | 'paidAt';

/** How they are sorted; orders of one instant by id. */
export function newestFirst(field: Time) {
  return [
    [field, 'desc'],
    ['_id', 'desc'],
  ] as const;
}

/** The last order of the page before. */
export type PageEnd<T extends Time> = { readonly id: string } & Readonly<Record<T, number>>;

/** Conditions for the page behind an order; none for the first page. */
export function behindOrder<T extends Time>(
  command: Cloud['command'],
  { field, end }: { field: T; end: PageEnd<T> | undefined },
): object[] {
  if (end === undefined) return [];
  return [beyond(command, { field, direction: 'desc', time: end[field], id: end.id })];
}
