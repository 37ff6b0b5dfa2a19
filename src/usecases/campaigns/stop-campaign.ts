// Ends a campaign before its time: nobody claims any more, bills have it no longer.
import type { campaignsContract } from '../../contracts/campaigns';
import { fail, succeed } from '../../domain/result';
import { abort, commit } from '../../wxcloud/transact';
import { orBusy } from '../serving/busy';
import type { UseCase } from '../serving/serve';
import { campaignView } from './campaign-view';

export const stopCampaign: UseCase<typeof campaignsContract, 'stop'> = async (
  { cloud, account, operators },
  { campaignId },
) => {
  if (!operators.includes(account)) return fail({ code: 'forbidden' });
  const stopped = orBusy(
    await cloud.transact(async (transaction) => {
      const campaign = await transaction.get('campaigns', campaignId);
      if (campaign === undefined || campaign.isStopped) return abort(campaign);
      const after = { ...campaign, isStopped: true };
      await transaction.set('campaigns', after);
      for (const { id } of campaign.shops) {
        const shop = await transaction.get('merchants', id);
        if (shop?.campaigns?.some((each) => each.id === campaignId) !== true) continue;
        const campaigns = shop.campaigns.filter((each) => each.id !== campaignId);
        await transaction.set('merchants', { ...shop, campaigns });
      }
      return commit(after);
    }),
  );
  if (stopped === undefined) return fail({ code: 'campaign-not-found' });
  return succeed({ campaign: campaignView(stopped, undefined) });
};
