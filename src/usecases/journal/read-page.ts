// A page of the journal in the order of one of its times, behind where a reading stands.
import type { JournalEntry } from '../../domain/journal/entry';
import type { Pass } from '../../domain/pool/fold';
import type { ReadPosition } from '../../domain/pool/state';
import { beyond, type Reader } from '../../wxcloud/database';
import type { World } from '../serving/context';

/** The cloud's largest page. */
export const JOURNAL_PAGE = 1000;

/** One request: entries with `pass` up to `upTo` (ms) and behind `position`, in (time, id) order. */
export function readJournal(
  reader: Reader,
  {
    world,
    pass,
    position,
    upTo,
    merchantId,
    limit = JOURNAL_PAGE,
  }: {
    world: World;
    pass: Pass;
    position: ReadPosition;
    upTo: number;
    /** Of one shop alone; by `effectiveAt`. */
    merchantId?: string;
    limit?: number;
  },
): Promise<JournalEntry[]> {
  const { command } = world.cloud;
  return reader.find('journal', {
    where: command.and([
      { ...(merchantId === undefined ? {} : { shops: merchantId }), [pass]: command.lte(upTo) },
      beyond(command, { field: pass, direction: 'asc', ...position }),
    ]),
    orderBy: [
      [pass, 'asc'],
      ['_id', 'asc'],
    ],
    limit,
  });
}
