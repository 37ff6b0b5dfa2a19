// Campaigns for tests, opened through the function as an operator does.
import { randomUUID } from 'node:crypto';
import type { CampaignView, campaignsContract } from '../../src/contracts/campaigns';
import type { Input } from '../../src/contracts/contract';
import type { Merchant } from '../../src/domain/merchants/merchant';
import { DAY } from '../../src/domain/time';
import { accountOf } from '../../src/wxcloud/identity';
import { type CloudClient, valueOf } from './cloud-client';
import { MONDAY_MORNING, site } from './fixture';

type OpenInput = Input<typeof campaignsContract, 'open'>;

/** Openid of the one who opens them; a cloud is started with its account as `operators`. */
const operator = 'test-operator';
export const operators = accountOf(operator);

const NOW = Date.parse(MONDAY_MORNING);

/** Coupons to claim in the town, of no shop in particular; name what is different. */
const USUAL: Omit<OpenInput, 'requestId' | 'name' | 'benefit'> = {
  kind: 'claim',
  fundedBy: 'activity',
  scope: { kind: 'alliance' },
  channels: ['counter', 'mall'],
  minSpendFen: 0,
  maxShareBps: 10_000,
  validDays: 7,
  validUntil: NOW + 60 * DAY,
  startsAt: NOW - DAY,
  endsAt: NOW + 30 * DAY,
  total: 5,
  perPerson: 1,
  siteId: site.id,
  shopCodes: [],
};

export async function openCampaign(
  cloud: CloudClient,
  different: Partial<OpenInput> & Pick<OpenInput, 'name' | 'benefit'>,
): Promise<CampaignView> {
  const input = { ...USUAL, requestId: randomUUID(), ...different };
  return valueOf(await cloud.callAs(operator)('campaigns', 'open', input)).campaign;
}

/** What makes it a campaign that these shops bear themselves, each on its own bills. */
export function borneBy(...shops: readonly Merchant[]) {
  const merchants = shops.map(({ id, code, name }) => ({ id, code, name }));
  return {
    fundedBy: 'acceptor',
    scope: { kind: 'merchants', merchants },
    shopCodes: merchants.map(({ code }) => code),
    maxShareBps: 9000,
  } as const satisfies Partial<OpenInput>;
}

/** Gives an order back for the platform. */
export async function refundForPlatform(
  cloud: CloudClient,
  { orderId, amountFen }: { orderId: string; amountFen: number },
): Promise<void> {
  const input = { requestId: randomUUID(), orderId, amountFen, reason: '少了一份小菜' };
  valueOf(await cloud.callAs(operator)('merchant', 'refund', input));
}
