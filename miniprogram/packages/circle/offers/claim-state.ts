// What can be done with a campaign's coupon: by what the cloud says, and by what a claim has found out.
import type { CampaignView } from '../../../../src/contracts/campaigns';
import type { AppErrorCode } from '../../../cloud/types';
import { isClaimed } from './campaign-words';

export type ClaimState = 'open' | 'claimed' | 'gone' | 'not-for-me' | 'over' | 'by-itself';
/** What claims have found out; it stays while the page does. */
export type Found = Readonly<Record<string, ClaimState>>;

export function claimState(
  campaign: Pick<CampaignView, 'id' | 'kind' | 'claimed' | 'perPerson'>,
  found: Found,
): ClaimState {
  if (!isClaimed(campaign)) return 'by-itself';
  if (campaign.claimed >= campaign.perPerson) return 'claimed';
  return found[campaign.id] ?? 'open';
}

/** What a refusal says about the campaign; undefined for what may be different next time. */
export function foundBy(code: AppErrorCode): ClaimState | undefined {
  switch (code) {
    case 'coupons-gone':
      return 'gone';
    case 'not-for-you':
      return 'not-for-me';
    case 'claimed-enough':
      return 'claimed';
    case 'campaign-not-open':
    case 'campaign-not-found':
      return 'over';
    default:
      return undefined;
  }
}

/** On the key, or in its place. */
export function claimText(state: ClaimState): string {
  switch (state) {
    case 'open':
      return '领取';
    case 'claimed':
      return '已领取';
    case 'gone':
      return '领完了';
    case 'not-for-me':
      return '老客专享';
    case 'over':
      return '已结束';
    case 'by-itself':
      return '自动给';
  }
}
