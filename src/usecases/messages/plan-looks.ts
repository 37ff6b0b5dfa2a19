// Looks at the accounts of people who have allowed to be told of arrivals or endings: after each new
// period, and once a day. Everybody else's account is left alone.
import type { Account } from '../../domain/accounts/account';
import { planReminders } from '../../domain/messages/plan';
import type { Subscription } from '../../domain/messages/subscription';
import type { PoolState } from '../../domain/pool/state';
import type { Transaction } from '../../wxcloud/database';
import { abort, commit, type Decision } from '../../wxcloud/transact';
import { orBusy } from '../serving/busy';
import type { World } from '../serving/context';
import { readPool } from '../wallet/settled-account';
import { addReminders } from './add-reminders';
import { settledAccounts } from './settled-accounts';

/** People a transaction: few enough that it commits well within its time. */
const AT_ONCE = 20;

/** Runs that overlap look twice, which plans nothing twice. @returns how many were planned */
export async function planLooks(world: World, until: number): Promise<number> {
  const pool = await readPool(world.cloud, world);
  let planned = 0;
  for (let isLast = false; !isLast && world.now() < until;) {
    const due = await dueSubscriptions(world, pool);
    isLast = due.length < AT_ONCE;
    if (due.length > 0) planned += await planFor(world, { ids: due, pool });
  }
  return planned;
}

/** Ids of people whose account is to be looked at. */
async function dueSubscriptions(
  { cloud, now }: World,
  pool: PoolState,
): Promise<readonly string[]> {
  const { command } = cloud;
  const found = await Promise.all([
    cloud.find('subscriptions', {
      where: { toldPeriod: command.lt(pool.period) },
      orderBy: [['toldPeriod', 'asc']],
      limit: AT_ONCE,
    }),
    cloud.find('subscriptions', {
      where: { lookAt: command.lte(now()) },
      orderBy: [['lookAt', 'asc']],
      limit: AT_ONCE,
    }),
  ]);
  return [...new Set(found.flat().map(({ id }) => id))].slice(0, AT_ONCE);
}

async function planFor(
  world: World,
  { ids, pool }: { ids: readonly string[]; pool: PoolState },
): Promise<number> {
  const accounts = await settledAccounts(world, { ids, pool });
  return orBusy(
    await world.cloud.transact((transaction, at) =>
      planNow(transaction, { world, ids, accounts, pool, at }),
    ),
  );
}

interface Planning {
  readonly world: World;
  readonly ids: readonly string[];
  readonly accounts: ReadonlyMap<string, Account>;
  readonly pool: PoolState;
  readonly at: number;
}

/** The subscriptions are read again: what another run has looked at meanwhile is left alone. */
async function planNow(
  transaction: Transaction,
  { world, ids, accounts, pool: { period }, at }: Planning,
): Promise<Decision<number>> {
  const where = { _id: world.cloud.command.in(ids) };
  const stored = await transaction.find('subscriptions', { where, limit: ids.length });
  const plans = stored
    .filter((each) => isDue(each, { period, at }))
    .map((subscription) =>
      planReminders({ subscription, account: accounts.get(subscription.id), period, at }),
    );
  if (plans.length === 0) return abort(0);
  const reminders = plans.flatMap((plan) => plan.reminders);
  const added = await addReminders(transaction, { world, reminders });
  for (const { subscription } of plans) await transaction.set('subscriptions', subscription);
  return commit(added);
}

function isDue(
  { toldPeriod = Infinity, lookAt = Infinity }: Subscription,
  { period, at }: { period: number; at: number },
): boolean {
  return toldPeriod < period || lookAt <= at;
}
