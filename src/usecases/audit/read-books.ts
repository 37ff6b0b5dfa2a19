// Reads everything for the auditor, page by page in the order of ids, while nothing writes.
import type { Books } from '../../domain/audit/books';
import type { CollectionName, Stored } from '../../wxcloud/documents';
import { readBudget } from '../advance/budget';
import { FIGURES_ID } from '../figures/read-figures';
import type { World } from '../serving/context';
import { readPool } from '../wallet/settled-account';

const PAGE = 1000;

export async function readBooks(world: World): Promise<Books> {
  const { policy, cloud } = world;
  const figures = await cloud.get('figures', FIGURES_ID);
  const pool = await readPool(cloud, world);
  return {
    journal: await readAll(world, 'journal'),
    orders: await readAll(world, 'orders'),
    accounts: await readAll(world, 'accounts'),
    dividends: await readAll(world, 'dividends'),
    campaigns: await readAll(world, 'campaigns'),
    counters: await readAll(world, 'counters'),
    pool,
    advanceFen: await readBudget(cloud, { world, pool }),
    ...(figures === undefined ? {} : { figures }),
    rules: { capMultiple: policy.capMultiple, growthPercent: policy.growthPercent },
    firstThreshold: policy.firstThreshold,
  };
}

async function readAll<C extends CollectionName>(
  { cloud }: World,
  collection: C,
): Promise<Stored[C][]> {
  const all: Stored[C][] = [];
  for (let last = ''; ;) {
    const page = await cloud.find(collection, {
      where: { _id: cloud.command.gt(last) },
      orderBy: [['_id', 'asc']],
      limit: PAGE,
    });
    all.push(...page);
    last = page[page.length - 1]?.id ?? last;
    if (page.length < PAGE) return all;
  }
}
