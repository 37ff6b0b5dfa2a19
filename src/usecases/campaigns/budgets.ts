// Whether whoever pays for a campaign has the money, and that it is spent once: the platform's from
// what the pool's fold has read, less what was put aside since; a shop's from its own entries.
import type { Campaign } from '../../domain/campaigns/campaign';
import { budgetOf } from '../../domain/campaigns/open';
import { applyMoves, type Balances } from '../../domain/journal/balances';
import * as names from '../../domain/journal/names';
import { newMerchantAccount } from '../../domain/accounts/account';
import { subtract, totalFen } from '../../domain/money/amounts';
import type { ReadPosition } from '../../domain/pool/state';
import type { Transaction } from '../../wxcloud/database';
import { JOURNAL_PAGE, readJournal } from '../journal/read-page';
import type { World } from '../serving/context';
import { readPool } from '../wallet/settled-account';

const PLATFORM = 'platform';

interface Putting {
  readonly world: World;
  readonly campaign: Campaign;
  readonly at: number;
}

/** False when the budget is not there. Writes what makes two such campaigns meet. */
export function putAside(transaction: Transaction, putting: Putting): Promise<boolean> {
  const { issuer } = putting.campaign;
  return issuer === undefined
    ? putAsideByPlatform(transaction, putting)
    : putAsideByShop(transaction, { ...putting, shop: issuer.id });
}

async function putAsideByPlatform(
  transaction: Transaction,
  { world, campaign, at }: Putting,
): Promise<boolean> {
  const pool = await readPool(transaction, world);
  const pledges = await transaction.get('pledges', PLATFORM);
  const unread = (pledges?.open ?? []).filter((pledge) => pledge.at > pool.cursor);
  const pledgedFen = totalFen(unread.map(({ amountFen }) => amountFen));
  const budgetFen = budgetOf(campaign);
  if (budgetFen > subtract(pool.balances.platformFen, pledgedFen)) return false;
  const open = [...unread, { amountFen: budgetFen, at }];
  await transaction.set('pledges', { id: PLATFORM, open });
  return true;
}

/** A shop's budget comes out of what it is owed by now. */
async function putAsideByShop(
  transaction: Transaction,
  { world, campaign, at, shop }: Putting & { shop: string },
): Promise<boolean> {
  const account = (await transaction.get('accounts', shop)) ?? newMerchantAccount(shop);
  const owedFen = await owedTo(transaction, { world, shop, at });
  if (owedFen < BigInt(budgetOf(campaign))) return false;
  await transaction.set('accounts', account);
  return true;
}

async function owedTo(
  transaction: Transaction,
  { world, shop, at }: { world: World; shop: string; at: number },
): Promise<bigint> {
  const balances: Balances = new Map();
  let position: ReadPosition = { time: 0, id: '' };
  for (let isLast = false; !isLast;) {
    const page = await readJournal(transaction, {
      ...{ world, position, upTo: Number.MAX_SAFE_INTEGER, merchantId: shop },
      pass: 'effectiveAt',
    });
    for (const entry of page) {
      applyMoves(balances, entry.moves);
      if (entry.effectiveAt <= at) applyMoves(balances, entry.matures);
    }
    const last = page[page.length - 1];
    isLast = page.length < JOURNAL_PAGE || last === undefined;
    if (last !== undefined) position = { time: last.effectiveAt, id: last.id };
  }
  return balances.get(names.payableMerchant(shop)) ?? 0n;
}
