// The document that advances draw from; the dividends' fold fills it.
import { NO_FEN, type Fen } from '../../domain/money/amounts';
import type { PoolState } from '../../domain/pool/state';
import type { Reader, Transaction } from '../../wxcloud/database';
import type { World } from '../serving/context';

const BUDGET = 'budget';

/** One request while advances are open or their budget is still out; none otherwise. */
export async function readBudget(
  reader: Reader,
  { world, pool }: { world: World; pool: PoolState },
): Promise<Fen> {
  const { isOpen } = world.policy.advance;
  if (!isOpen && pool.balances.advanceFen === 0) return NO_FEN;
  return (await reader.get('advances', BUDGET))?.availableFen ?? NO_FEN;
}

export async function writeBudget(transaction: Transaction, availableFen: Fen): Promise<void> {
  await transaction.set('advances', { id: BUDGET, availableFen });
}
