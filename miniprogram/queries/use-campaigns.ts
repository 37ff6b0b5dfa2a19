import { useQuery } from '@tanstack/react-query';
import type { InputOf } from '../cloud/types';
import { ask } from './ask';
import { keyOf } from './keys';

/** What can be claimed or is given now, of a site or of one shop; null asks nothing. */
export function useCampaigns(of: InputOf<'campaigns', 'list'> | null) {
  const input = of ?? { siteId: '' };
  return useQuery({
    queryKey: keyOf('campaigns', 'list', input),
    queryFn: () => ask('campaigns', 'list', input),
    enabled: of !== null,
  });
}
