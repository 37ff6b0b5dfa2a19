// A campaign to open: ten yuan off a hundred at two shops, which bear it, one a person.
import { randomUUID } from 'node:crypto';
import type { campaignsContract, CampaignView } from '../../src/contracts/campaigns';
import type { Input } from '../../src/contracts/contract';
import type { NamedShop } from '../../src/domain/coupons/lot';
import { DAY } from '../../src/domain/time';
import { type CloudClient, valueOf } from './cloud-client';
import { fruitShop, MONDAY_MORNING, noodleShop } from './fixture';

export type Opening = Input<typeof campaignsContract, 'open'>;

const NOW = Date.parse(MONDAY_MORNING);
const here = [fruitShop, noodleShop];

export const named = ({ id, code, name }: NamedShop): NamedShop => ({ id, code, name });

/** Name what is different. */
export function opening(wishes: Partial<Opening> = {}): Opening {
  return {
    requestId: randomUUID(),
    name: '满百减十',
    kind: 'claim',
    fundedBy: 'acceptor',
    benefit: { kind: 'money-off', offFen: 10_00 },
    scope: { kind: 'merchants', merchants: here.map(named) },
    channels: ['counter', 'mall'],
    minSpendFen: 100_00,
    maxShareBps: 9000,
    validDays: 30,
    validUntil: NOW + 60 * DAY,
    startsAt: NOW,
    endsAt: NOW + 20 * DAY,
    total: 100,
    perPerson: 1,
    siteId: 'hangzhou',
    shopCodes: here.map(({ code }) => code),
    ...wishes,
  };
}

/** Opens a campaign as an operator. */
export async function openCampaign(
  cloud: CloudClient,
  { as, ...wishes }: Partial<Opening> & { as: string },
): Promise<CampaignView> {
  return valueOf(await cloud.callAs(as)('campaigns', 'open', opening(wishes))).campaign;
}
