// Many shops in one transaction: nothing twice, nothing backwards, whoever else is at it (A5).
import type { JournalEntry } from '../../src/domain/journal/entry';
import type { Merchant } from '../../src/domain/merchants/merchant';
import { settleMerchantAccount } from '../../src/usecases/merchants/settle-merchant';
import { settleShopsOf } from '../../src/usecases/merchants/settle-together';
import { BusyError } from '../../src/usecases/serving/busy';
import type { World } from '../../src/usecases/serving/context';
import { readPool } from '../../src/usecases/wallet/settled-account';
import { toDocument } from '../../src/wxcloud/documents';
import { auditOf, worldOn } from '../support/audit';
import { startTestCloud, type TestCloud } from '../support/cloud';
import { lin, noodleShop } from '../support/fixture';

// One cloud for all tests: an instance of use cases keeps the dividends it has read.
let cloud: TestCloud;
let world: World;

beforeAll(async () => {
  cloud = await startTestCloud();
  world = worldOn(cloud, () => cloud.cloud.now().getTime());
});

afterAll(async () => {
  await cloud.close();
});

afterEach(async () => {
  expect((await auditOf(cloud)).findings).toEqual([]);
});

/** Conflicts that do not end are an answer, too; any other failure is not. */
function giveUp(error: unknown): void {
  expect(error).toBeInstanceOf(BusyError);
}

/** More shops than one transaction takes. */
const SHOPS = 25;

/** A street of shops, each with purchases of its own size. */
class Street {
  readonly shops: readonly Merchant[];

  constructor(private readonly name: string) {
    this.shops = Array.from({ length: SHOPS }, (_, n) => ({
      ...noodleShop,
      id: `m-${name}-${n}`,
      code: `${name}${String(n).padStart(8 - name.length, '0')}`,
    }));
    cloud.cloud.importDocuments('merchants', this.shops.map(toDocument));
  }

  /** What each shop has earned by so many walks, centipoints. */
  pointsOf(walks: number): number[] {
    return this.shops.map((_, n) => walks * (20_00 + n * 1_00));
  }

  /** One purchase at each shop, and the dividends of all. */
  async walk(): Promise<void> {
    for (const [n, { code: merchantCode }] of this.shops.entries()) {
      await cloud.buy({ openid: lin, merchantCode, amountFen: 200_00 + n * 10_00 });
    }
    await cloud.giveOutDividends();
  }

  accounts() {
    return Promise.all(this.shops.map(({ id }) => world.cloud.get('accounts', id)));
  }

  async spend(): Promise<void> {
    for (const { id } of this.shops) await settleMerchantAccount(world, id);
  }

  /** Its entries that the pool has read, in the order of the timer's pages. */
  async journal(cursor: number): Promise<JournalEntry[]> {
    const { command } = world.cloud;
    const entries = await world.cloud.find('journal', {
      where: { effectiveAt: command.lte(cursor) },
      orderBy: [
        ['effectiveAt', 'asc'],
        ['_id', 'asc'],
      ],
      limit: 1000,
    });
    return entries.filter(({ merchantId = '' }) => merchantId.startsWith(`m-${this.name}-`));
  }
}

test('shops that have earned cost two requests each and a constant', async () => {
  const street = new Street('cost');
  await street.walk();
  cloud.cloud.resetStats();
  await cloud.runTimer('merchant-accounts');
  const { requests } = cloud.cloud.stats().functions['merchant-accounts'] ?? { requests: 0 };
  expect(requests).toBeLessThanOrEqual(SHOPS * 2 + 2 * 3 + 7);
  const accounts = await street.accounts();
  expect(accounts.map((account) => account?.points)).toEqual(street.pointsOf(1));
});

test('timers and spending shops at once give each shop its share once', async () => {
  const street = new Street('once');
  await street.walk();
  await Promise.all([
    ...Array.from({ length: 4 }, () => cloud.runTimer('merchant-accounts')),
    street.spend().catch(giveUp),
    street.spend().catch(giveUp),
  ]);
  // Whoever gave up among so many leaves the rest to the next run.
  await cloud.runTimer('merchant-accounts');
  const { period } = await readPool(world.cloud, world);
  expect(period).toBeGreaterThan(0);
  const points = street.pointsOf(1);
  for (const [n, account] of (await street.accounts()).entries()) {
    expect(account).toMatchObject({ points: points[n], maturing: [], period });
  }
});

test('a pool older than an account moves neither its reading nor its period back', async () => {
  const street = new Street('older');
  await street.walk();
  const older = await readPool(world.cloud, world);
  const entries = await street.journal(older.cursor);
  await street.walk();
  await street.spend();
  const before = await street.accounts();
  await settleShopsOf(world, { entries, isLast: true, pool: older });
  expect(await street.accounts()).toEqual(before);
  await street.walk();
  await cloud.runTimer('merchant-accounts');
  const accounts = await street.accounts();
  expect(accounts.map((account) => account?.points)).toEqual(street.pointsOf(3));
});

test('a page that ends before the pool leaves the rest of each shop to the next page', async () => {
  const street = new Street('pages');
  for (let walk = 0; walk < 3; walk += 1) await street.walk();
  const pool = await readPool(world.cloud, world);
  const entries = await street.journal(pool.cursor);
  expect(entries).toHaveLength(SHOPS * 3);
  for (let first = 0; first < entries.length; first += 17) {
    const page = entries.slice(first, first + 17);
    await settleShopsOf(world, { entries: page, isLast: first + 17 >= entries.length, pool });
    // The same page once more, as of a run that overlaps, changes nothing.
    const once = await street.accounts();
    await settleShopsOf(world, { entries: page, isLast: first + 17 >= entries.length, pool });
    expect(await street.accounts()).toEqual(once);
  }
  // Often = seldom: whoever spends afterwards has read each entry once, and each period.
  await street.spend();
  const points = street.pointsOf(3);
  for (const [n, account] of (await street.accounts()).entries()) {
    expect(account).toMatchObject({ points: points[n], maturing: [], period: pool.period });
  }
});
