// Campaigns of a site or a shop that run now: account and campaigns, and the shop when asked by it.
import type { campaignsContract } from '../../contracts/campaigns';
import type { Campaign } from '../../domain/campaigns/campaign';
import { fail, succeed } from '../../domain/result';
import { merchantByCode } from '../nearby/find-merchant-by-code';
import type { Context } from '../serving/context';
import type { UseCase } from '../serving/serve';
import { campaignView } from './campaign-view';

const MOST_CAMPAIGNS = 100;

export const listCampaigns: UseCase<typeof campaignsContract, 'list'> = async (context, asked) => {
  const { cloud } = context;
  const account = await cloud.get('accounts', context.account);
  const campaigns = await campaignsOf(context, asked);
  if (campaigns === undefined) return fail({ code: 'merchant-not-found' });
  return succeed({ campaigns: campaigns.map((campaign) => campaignView(campaign, account)) });
};

/** Undefined when there is no such shop. */
async function campaignsOf(
  context: Context,
  asked: { readonly siteId: string } | { readonly merchantCode: string },
): Promise<Campaign[] | undefined> {
  if ('siteId' in asked) return running(context, { siteId: asked.siteId });
  const merchant = await merchantByCode(context, asked.merchantCode);
  if (merchant === undefined) return undefined;
  const found = await running(context, { siteId: merchant.siteId });
  return found.filter(
    ({ shops }) => shops.length === 0 || shops.some(({ id }) => id === merchant.id),
  );
}

function running({ cloud, now }: Context, of: { siteId: string }): Promise<Campaign[]> {
  const { command } = cloud;
  const at = now();
  return cloud.find('campaigns', {
    where: { ...of, endsAt: command.gt(at), startsAt: command.lte(at), isStopped: false },
    orderBy: [
      ['endsAt', 'asc'],
      ['_id', 'asc'],
    ],
    limit: MOST_CAMPAIGNS,
  });
}
