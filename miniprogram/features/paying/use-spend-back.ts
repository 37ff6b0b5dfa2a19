// What a bill gives back, in words. Where it counts stands in the campaign, which is asked for only
// where a bill gives something back.
import { useCampaigns } from '../../queries/use-campaigns';
import { placeOfCampaigns, spendBackText } from './spend-back-words';
import type { Quote } from './use-bill';

export function useSpendBackText(quote: Quote | undefined): string | undefined {
  const isGiven = quote !== undefined && quote.spendBackFen > 0;
  const shop = useCampaigns(isGiven ? { merchantCode: quote.merchant.code } : null);
  if (!isGiven) return undefined;
  return spendBackText(quote, placeOfCampaigns(shop.data?.campaigns ?? [], quote.merchant.id));
}
