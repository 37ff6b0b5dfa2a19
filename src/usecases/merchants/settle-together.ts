// Settles some twenty shops in one transaction, with journal entries that the caller has read.
import { newMerchantAccount, type MerchantAccount } from '../../domain/accounts/account';
import { settleMerchant } from '../../domain/accounts/read-merchant';
import type { JournalEntry } from '../../domain/journal/entry';
import type { PoolState, ReadPosition } from '../../domain/pool/state';
import type { Transaction } from '../../wxcloud/database';
import { abort, commit, type Decision } from '../../wxcloud/transact';
import { orBusy } from '../serving/busy';
import type { World } from '../serving/context';
import { readDividends } from '../wallet/settled-account';
import { asMerchant } from './settle-merchant';

/** Shops a transaction: few enough that it commits well within its time. */
const SHOPS_AT_ONCE = 20;

/** A page of the whole journal, in the order of (effectiveAt, id). */
export interface JournalPage {
  readonly entries: readonly JournalEntry[];
  /** It ends at the pool's cursor; otherwise at its last entry. */
  readonly isLast: boolean;
  /** Read before the page. One that is older than an account leaves that account alone. */
  readonly pool: PoolState;
}

/**
 * Settles every shop of a page.
 *
 * The page's own entries of a shop, those beyond its reading, are all that the shop has not read:
 * the round moves past a page only when each of its shops has read its entries in there, and
 * nothing appears behind the pool's cursor. So no shop has unread entries before the page.
 *
 * @returns how many shops there were
 */
export async function settleShopsOf(world: World, page: JournalPage): Promise<number> {
  const shops = [...entriesByShop(page.entries)];
  for (let first = 0; first < shops.length; first += SHOPS_AT_ONCE) {
    const batch = new Map(shops.slice(first, first + SHOPS_AT_ONCE));
    orBusy(
      await world.cloud.transact((transaction, at) =>
        settleTogether(transaction, { world, batch, page, at }),
      ),
    );
  }
  return shops.length;
}

function entriesByShop(entries: readonly JournalEntry[]): Map<string, JournalEntry[]> {
  const byShop = new Map<string, JournalEntry[]>();
  for (const entry of entries) {
    for (const shop of entry.shops ?? []) {
      const known = byShop.get(shop);
      if (known === undefined) byShop.set(shop, [entry]);
      else known.push(entry);
    }
  }
  return byShop;
}

type Batch = ReadonlyMap<string, readonly JournalEntry[]>;

async function settleTogether(
  transaction: Transaction,
  { world, batch, page, at }: { world: World; batch: Batch; page: JournalPage; at: number },
): Promise<Decision<null>> {
  const { pool } = page;
  const due = (await readAccounts(transaction, { world, ids: [...batch.keys()] }))
    .map((account) => ({ account, unread: unreadOf(account, batch.get(account.id) ?? []) }))
    .filter((each) => isDue(each, page));
  if (due.length === 0) return abort(null);
  const after = Math.min(...due.map(({ account }) => account.period));
  const dividends = await readDividends(world, { after, upTo: pool.period });
  for (const { account, unread } of due) {
    const settlement = settleMerchant({
      account,
      page: unread,
      isLastPage: page.isLast,
      dividends,
      through: pool,
      at,
      rules: world.policy,
    });
    await transaction.set('accounts', settlement.account);
    for (const entry of settlement.entries) await transaction.add('journal', entry);
  }
  return commit(null);
}

/** One request for all; a shop that has none yet begins one. */
async function readAccounts(
  transaction: Transaction,
  { world, ids }: { world: World; ids: readonly string[] },
): Promise<MerchantAccount[]> {
  const where = { _id: world.cloud.command.in(ids) };
  const found = await transaction.find('accounts', { where, limit: ids.length });
  const stored = new Map(found.map((account) => [account.id, asMerchant(account)]));
  return ids.map((id) => stored.get(id) ?? newMerchantAccount(id));
}

function unreadOf(
  { reading }: MerchantAccount,
  entries: readonly JournalEntry[],
): readonly JournalEntry[] {
  return entries.filter((entry) => isBeyond(entry, reading));
}

function isBeyond({ effectiveAt, id }: JournalEntry, { time, id: after }: ReadPosition): boolean {
  return effectiveAt > time || (effectiveAt === time && id > after);
}

/**
 * With unread entries an account lies behind the pool's cursor, and settling moves it forwards.
 * Without any, only the end of the journal may bring it on to the pool's period. An account that
 * has read past this pool has settled its periods, too, so an older pool leaves it alone.
 */
function isDue(
  { account, unread }: { account: MerchantAccount; unread: readonly JournalEntry[] },
  { isLast, pool }: JournalPage,
): boolean {
  return unread.length > 0 || (isLast && account.period < pool.period);
}
