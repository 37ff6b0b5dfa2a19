// Tells the cloud through which shop's code the person has come: behind a page that is seen
// already, at most once a shop and day, and never in anybody's way.
import { useCallback, useEffect } from 'react';
import { useDidShow } from '@tarojs/taro';
import { ask } from '../../queries/ask';
import { codeOf } from '../../queries/call-failure';
import { keyOf } from '../../queries/keys';
import { queryClient } from '../../queries/query-client';
import { recall, remember } from '../../session/remembered';
import { currentSession } from '../../session/session';
import { keepUntold, takeUntold, useArrivals, type Visit } from './arrivals';
import { isTold, toldAfter } from './told-visits';

/** Tells it once the page has what it shows, when a code is read, and when one comes back to it. */
export function useTellVisits(isShown: boolean): void {
  const count = useArrivals((arrivals) => arrivals.count);
  const tell = useCallback(() => {
    if (isShown) void tellVisits(Date.now());
  }, [isShown]);
  useEffect(tell, [tell, count]);
  useDidShow(tell);
}

async function tellVisits(now: number): Promise<void> {
  const { openid } = currentSession();
  for (const visit of takeUntold()) {
    const told = recall('toldVisits') ?? [];
    if (isTold({ visit, openid }, { told, now })) continue;
    if (await tell(visit)) remember('toldVisits', toldAfter({ visit, openid }, { told, now }));
  }
}

/** False where the cloud did not answer: nobody waits for it, so it is tried with the next page. */
async function tell(visit: Visit): Promise<boolean> {
  try {
    const { fan } = await ask('account', 'visit', visit);
    queryClient.setQueryData(keyOf('account', 'fan', {}), { fan });
    return true;
  } catch (error) {
    // The page itself says that there is no such shop.
    if (codeOf(error) !== 'merchant-not-found') keepUntold(visit);
    return false;
  }
}
