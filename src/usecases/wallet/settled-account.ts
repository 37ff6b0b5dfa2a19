// An account brought up to the pool, for reading and inside transactions.
import { newAccount, type Account } from '../../domain/accounts/account';
import { hasUnsettledPeriods, settle, type Settlement } from '../../domain/accounts/settle';
import type { Dividend } from '../../domain/pool/dividend';
import { emptyPool, type PoolState } from '../../domain/pool/state';
import { invariant } from '../../domain/result';
import type { Reader } from '../../wxcloud/database';
import type { World } from '../serving/context';

/** Dividends never change once written, so an instance keeps those it has read. */
const known = new Map<number, Dividend>();
/** By the surroundings it was read from. */
const newest = new WeakMap<World['cloud'], PoolState>();
const PAGE = 1000;

/** The stored state of the pool: one request. */
export async function readPool(reader: Reader, { cloud, policy }: World): Promise<PoolState> {
  const pool = (await reader.get('pool', 'state')) ?? emptyPool(policy.firstThreshold);
  newest.set(cloud, pool);
  return pool;
}

/**
 * The state that this instance read last, perhaps long ago; no request. Enough to settle with: what
 * it does not know yet is settled next time, to the same fen.
 */
export function lastReadPool({ cloud }: World): PoolState | undefined {
  return newest.get(cloud);
}

/** Dividends after one period up to another: no request when this instance has them. */
export async function readDividends(
  { cloud }: World,
  { after, upTo }: { after: number; upTo: number },
): Promise<Dividend[]> {
  const wanted = Array.from({ length: Math.max(0, upTo - after) }, (_, index) => after + 1 + index);
  if (!wanted.every((period) => known.has(period))) {
    const { command } = cloud;
    const found = await cloud.find('dividends', {
      where: { period: command.gt(after) },
      orderBy: [['period', 'asc']],
      limit: PAGE,
    });
    for (const dividend of found) known.set(dividend.period, dividend);
  }
  return wanted.map((period) => {
    const dividend = known.get(period);
    invariant(dividend !== undefined, `period ${period} is declared but not written`);
    return dividend;
  });
}

/**
 * Settles an account as of one read of the pool, without writing. The account is read before the
 * state: a state that is newer than the account is settled by it, the reverse could not happen.
 */
export async function settleAsRead(
  world: World,
  { account, pool, at }: { account: Account; pool: PoolState; at: number },
): Promise<Settlement> {
  const dividends = hasUnsettledPeriods(account, pool)
    ? await readDividends(world, { after: account.period, upTo: pool.period })
    : [];
  return settle({ account, dividends, through: pool, at, rules: world.policy });
}

/** The account as stored, or a new one that starts at the pool's period. */
export async function readAccount(
  reader: Reader,
  { world, id }: { world: World; id: string },
): Promise<{ account: Account; pool: PoolState; isNew: boolean }> {
  const stored = await reader.get('accounts', id);
  const pool = await readPool(reader, world);
  const account = stored ?? newAccount({ id, period: pool.period });
  return { account, pool, isNew: stored === undefined };
}
