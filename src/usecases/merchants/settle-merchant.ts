// Brings a shop's account up to the pool: it folds the shop's own journal entries, a page a
// transaction, and collects what each period gives on them.
import { newMerchantAccount, type MerchantAccount } from '../../domain/accounts/account';
import type { Settlement } from '../../domain/accounts/settle';
import { MERCHANT_PAGE, settleMerchant } from '../../domain/accounts/read-merchant';
import type { Transaction } from '../../wxcloud/database';
import { abort, commit, type Decision } from '../../wxcloud/transact';
import { readJournal } from '../journal/read-page';
import { orBusy } from '../serving/busy';
import type { World } from '../serving/context';
import { readDividends, readPool } from '../wallet/settled-account';

/** Running twice, or at once, is harmless: account and entries are one transaction. */
export async function settleMerchantAccount(world: World, merchantId: string): Promise<void> {
  for (let isLastPage = false; !isLastPage;) {
    isLastPage = orBusy(
      await world.cloud.transact((transaction, at) =>
        settlePage(transaction, { world, merchantId, at }),
      ),
    );
  }
}

/** The value says whether this was the last page. */
async function settlePage(
  transaction: Transaction,
  options: { world: World; merchantId: string; at: number },
): Promise<Decision<boolean>> {
  const { settlement, isLastPage, isNew } = await settledPage(transaction, options);
  if (!isNew) return abort(true);
  await transaction.set('accounts', settlement.account);
  for (const entry of settlement.entries) await transaction.add('journal', entry);
  return commit(isLastPage);
}

interface SettledPage {
  readonly settlement: Settlement<MerchantAccount>;
  readonly isLastPage: boolean;
  /** False when the stored account is as it would be now, but for what has expired. */
  readonly isNew: boolean;
}

/** A shop's account with one more page of its journal read, not written yet. */
export async function settledPage(
  transaction: Transaction,
  { world, merchantId, at }: { world: World; merchantId: string; at: number },
): Promise<SettledPage> {
  const stored = await transaction.get('accounts', merchantId);
  const account = stored === undefined ? newMerchantAccount(merchantId) : asMerchant(stored);
  const pool = await readPool(transaction, world);
  const page = await readJournal(transaction, {
    world,
    pass: 'effectiveAt',
    position: account.reading,
    upTo: pool.cursor,
    merchantId,
    limit: MERCHANT_PAGE,
  });
  const isLastPage = page.length < MERCHANT_PAGE;
  const settlement = settleMerchant({
    account,
    page,
    isLastPage,
    dividends: await readDividends(world, { after: account.period, upTo: pool.period }),
    through: pool,
    at,
    rules: world.policy,
  });
  const isNew = page.length > 0 || account.period < pool.period;
  return { settlement, isLastPage, isNew };
}

/** A shop's account as it was read. */
export function asMerchant(account: object): MerchantAccount {
  if (!('reading' in account)) throw new Error('the account of a shop reads the journal');
  return account as MerchantAccount;
}
