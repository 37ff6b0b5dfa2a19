// The product's auditor on a test cloud, through the real SDK in this process.
import { operatorWorld } from '../../scripts/cloud/operator-world';
import { audit, type Audit } from '../../src/domain/audit/audit';
import { readBooks } from '../../src/usecases/audit/read-books';
import type { World } from '../../src/usecases/serving/context';
import { type CloudClient, valueOf } from './cloud-client';
import { fruitShop } from './fixture';

/** A world of use cases in this process whose SDK talks to the given cloud. */
export function worldOn({ address }: CloudClient, now: () => number): World {
  return operatorWorld(address, { policy: 'demo', now });
}

export async function auditOf(cloud: CloudClient): Promise<Audit> {
  return audit(await readBooks(worldOn(cloud, () => 0)));
}

/** Earns a person 1.00 yuan of coupons and names the lot. */
export async function earn(
  cloud: CloudClient,
  openid: string,
): Promise<{ lotId: string; amountFen: number }[]> {
  await cloud.buy({ openid, merchantCode: fruitShop.code, amountFen: 1000_00 });
  await cloud.giveOutDividends();
  const { lots } = valueOf(await cloud.callAs(openid)('wallet', 'summary', {}));
  return lots.map(({ id, balanceFen }) => ({ lotId: id, amountFen: balanceFen }));
}
