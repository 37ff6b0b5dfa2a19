// Many people's accounts as they would be if they were touched now; nothing is written.
import type { Account } from '../../domain/accounts/account';
import type { PoolState } from '../../domain/pool/state';
import type { World } from '../serving/context';
import { settleAsRead } from '../wallet/settled-account';

/** One request for all of them; those who have no account yet are left out. */
export async function settledAccounts(
  world: World,
  { ids, pool }: { ids: readonly string[]; pool: PoolState },
): Promise<ReadonlyMap<string, Account>> {
  const { cloud, now } = world;
  const found = await cloud.find('accounts', {
    where: { _id: cloud.command.in(ids) },
    limit: ids.length,
  });
  const settled = new Map<string, Account>();
  for (const account of found) {
    const { account: after } = await settleAsRead(world, { account, pool, at: now() });
    settled.set(after.id, after);
  }
  return settled;
}
