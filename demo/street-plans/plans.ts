// The street plan of each site.
import type { DemoSiteId } from '../sites';
import { HANGZHOU_PLAN } from './hangzhou';
import { SHANGHAI_PLAN } from './shanghai';
import type { StreetPlan } from './street-plan';

export const STREET_PLANS: Readonly<Record<DemoSiteId, StreetPlan>> = {
  hangzhou: HANGZHOU_PLAN,
  shanghai: SHANGHAI_PLAN,
};
