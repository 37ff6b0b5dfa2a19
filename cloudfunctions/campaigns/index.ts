import { campaignsContract } from '../../src/contracts/campaigns';
import { claimCoupon } from '../../src/usecases/campaigns/claim-coupon';
import { listCampaigns } from '../../src/usecases/campaigns/list-campaigns';
import { openCampaign } from '../../src/usecases/campaigns/open-campaign';
import { stopCampaign } from '../../src/usecases/campaigns/stop-campaign';
import { serve } from '../../src/usecases/serving/serve';
import { world } from '../world';

export const main = serve(campaignsContract, {
  world,
  useCases: { list: listCampaigns, claim: claimCoupon, open: openCampaign, stop: stopCampaign },
});
