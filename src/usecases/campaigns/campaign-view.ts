// A campaign as people see it.
import type { CampaignView } from '../../contracts/campaigns';
import type { Account } from '../../domain/accounts/account';
import type { Campaign } from '../../domain/campaigns/campaign';
import { claimsOf } from '../../domain/campaigns/claim';

/** `account` is whose claims are counted; absent for somebody without one. */
export function campaignView(campaign: Campaign, account: Account | undefined): CampaignView {
  const { terms, ...rest } = campaign;
  return {
    ...rest,
    ...terms,
    claimed: account === undefined ? 0 : claimsOf(account, campaign.id),
  };
}
