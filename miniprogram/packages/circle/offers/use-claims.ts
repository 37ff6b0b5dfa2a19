// Claiming coupons: each claim keeps its requestId until it is answered, so that a coupon whose
// answer was lost is not claimed twice. Another may be claimed meanwhile.
import { useRef, useState } from 'react';
import Taro from '@tarojs/taro';
import type { CampaignView } from '../../../../src/contracts/campaigns';
import { failureText } from '../../../features/errors/error-text';
import { isUnanswered, untilAnswered } from '../../../features/paying/until-answered';
import { codeOf } from '../../../queries/call-failure';
import { newRequestId } from '../../../queries/request-id';
import { useClaimCoupon } from '../../../queries/use-claim-coupon';
import { claimState, foundBy, type ClaimState, type Found } from './claim-state';

export interface Claims {
  readonly isClaiming: (campaignId: string) => boolean;
  readonly stateOf: (campaign: CampaignView) => ClaimState;
  readonly claim: (campaignId: string) => void;
}

export function useClaims(): Claims {
  const { mutateAsync: claimCoupon } = useClaimCoupon();
  const requests = useRef(new Map<string, string>());
  const running = useRef(new Set<string>());
  const [busyWith, setBusyWith] = useState<readonly string[]>([]);
  const [found, setFound] = useState<Found>({});

  const take = async (campaignId: string): Promise<void> => {
    const requestId = requests.current.get(campaignId) ?? newRequestId();
    requests.current.set(campaignId, requestId);
    try {
      await untilAnswered(() => claimCoupon({ requestId, campaignId }));
      requests.current.delete(campaignId);
      await say('已放进券包');
    } catch (error) {
      if (!isUnanswered(error)) requests.current.delete(campaignId);
      const state = foundBy(codeOf(error));
      if (state !== undefined) setFound((before) => ({ ...before, [campaignId]: state }));
      await say(failureText(error));
    }
  };
  const run = async (campaignId: string): Promise<void> => {
    if (running.current.has(campaignId)) return;
    running.current.add(campaignId);
    setBusyWith([...running.current]);
    await take(campaignId);
    running.current.delete(campaignId);
    setBusyWith([...running.current]);
  };
  return {
    isClaiming: (campaignId) => busyWith.includes(campaignId),
    stateOf: (campaign) => claimState(campaign, found),
    claim: (campaignId) => void run(campaignId),
  };
}

async function say(title: string): Promise<void> {
  await Taro.showToast({ title, icon: 'none' });
}
