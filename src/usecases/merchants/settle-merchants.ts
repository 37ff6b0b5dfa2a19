// Keeps the accounts of shops near the pool: reads the journal on from where the last run ended,
// and settles every shop that has earned since, many in a transaction. Its cost is that of the
// earnings, not of the shops; a shop without new ones is settled when it spends.
import type { ReadPosition } from '../../domain/pool/state';
import { SECOND } from '../../domain/time';
import { commit } from '../../wxcloud/transact';
import { JOURNAL_PAGE, readJournal } from '../journal/read-page';
import { orBusy } from '../serving/busy';
import type { World } from '../serving/context';
import { readPool } from '../wallet/settled-account';
import { settleShopsOf } from './settle-together';

const TIME_BUDGET = 40 * SECOND;
const ROUND = 'merchant-accounts';

/** Timer. Runs that overlap settle the same shops twice, which changes nothing. */
export async function settleMerchants(world: World): Promise<{ settled: number }> {
  const start = world.now();
  const pool = await readPool(world.cloud, world);
  const round = await world.cloud.get('rounds', ROUND);
  let position: ReadPosition = { time: round?.time ?? 0, id: round?.after ?? '' };
  let settled = 0;
  for (let isLast = false; !isLast && world.now() - start < TIME_BUDGET;) {
    const entries = await readJournal(world.cloud, {
      world,
      position,
      pass: 'effectiveAt',
      upTo: pool.cursor,
    });
    isLast = entries.length < JOURNAL_PAGE;
    const last = entries[entries.length - 1];
    if (last === undefined) break;
    settled += await settleShopsOf(world, { entries, isLast, pool });
    position = { time: last.effectiveAt, id: last.id };
    await keep(world, position);
  }
  return { settled };
}

async function keep({ cloud }: World, { time, id: after }: ReadPosition): Promise<void> {
  orBusy(
    await cloud.transact(async (transaction) => {
      await transaction.set('rounds', { id: ROUND, time, after });
      return commit(null);
    }),
  );
}
