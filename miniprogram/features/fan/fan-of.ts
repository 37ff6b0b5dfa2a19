// The shop whose fan somebody is or may become.
import type { MerchantCard } from '../../../src/contracts/values';

export type FanOf = Pick<MerchantCard, 'code' | 'name' | 'state'>;
