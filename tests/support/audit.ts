// The product's auditor on a test cloud, through the real SDK in this process.
import { audit, type Audit } from '../../src/domain/audit/audit';
import { readBooks } from '../../src/usecases/audit/read-books';
import { openWorld } from '../../src/usecases/serving/world';
import type { World } from '../../src/usecases/serving/context';
import { type CloudClient, valueOf } from './cloud-client';
import { fruitShop } from './fixture';

/** A world of use cases in this process whose SDK talks to the given cloud. */
export function worldOn({ address }: CloudClient, now: () => number): World {
  Object.assign(process.env, {
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: address.admin }),
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'local',
    TENCENTCLOUD_SECRETID: 'id',
    TENCENTCLOUD_SECRETKEY: 'key',
    SCF_NAMESPACE: address.env,
    TCB_ENV: address.env,
  });
  return openWorld({ now, random: () => 0.5, policyName: 'demo' });
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
