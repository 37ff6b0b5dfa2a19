// Opens the demo's campaigns and claims of them, through the real function.
import type { CampaignView, campaignsContract } from '../src/contracts/campaigns';
import type { Answer } from '../src/contracts/contract';
import type { LocalCloud } from '../src/localcloud';
import { DEMO_SITES } from './sites';
import type { OpenInput } from './campaigns';

/** Openid of the one who opens campaigns for the platform; nobody can be it in the demo. */
export const OPERATOR = 'demo-operator';

type Campaigns = typeof campaignsContract;
type Done<A extends 'open' | 'list' | 'claim'> = Extract<
  Answer<Campaigns, A>,
  { ok: true }
>['value'];

export async function openCampaigns(
  cloud: LocalCloud,
  campaigns: readonly OpenInput[],
): Promise<void> {
  for (const input of campaigns) await call(cloud, OPERATOR, { action: 'open', input });
}

/** Claims one of each that is named. */
export async function claimCampaigns(
  cloud: LocalCloud,
  openid: string,
  names: readonly string[],
): Promise<void> {
  const open = await campaignsOf(cloud, openid);
  for (const name of names) {
    const campaign = open.find((each) => each.name === name);
    if (campaign === undefined) throw new Error(`no campaign ${name}`);
    const input = { requestId: `demo-claim-of-${campaign.id}`, campaignId: campaign.id };
    await call(cloud, openid, { action: 'claim', input });
  }
}

async function campaignsOf(cloud: LocalCloud, openid: string): Promise<readonly CampaignView[]> {
  const found = DEMO_SITES.map(({ id: siteId }) =>
    call(cloud, openid, { action: 'list', input: { siteId } }),
  );
  return (await Promise.all(found)).flatMap(({ campaigns }) => campaigns);
}

/** The demo's own campaigns must never be refused. */
async function call<A extends 'open' | 'list' | 'claim'>(
  cloud: LocalCloud,
  openid: string,
  event: { readonly action: A; readonly input: object },
): Promise<Done<A>> {
  const answer = (await cloud.call('campaigns', event, { openid })) as Answer<Campaigns, A>;
  if (!answer.ok) throw new Error(`${event.action} campaign: ${JSON.stringify(answer.error)}`);
  return answer.value;
}
