// A shop as one goes there.
import type { MerchantCard } from '../../../src/contracts/values';

export type Destination = Pick<
  MerchantCard,
  'name' | 'address' | 'position' | 'siteId' | 'category' | 'distanceMetres'
>;
