import { nearbyContract } from '../../src/contracts/nearby';
import { findMerchantByCode } from '../../src/usecases/nearby/find-merchant-by-code';
import { findMerchants } from '../../src/usecases/nearby/find-merchants';
import { listSites } from '../../src/usecases/nearby/list-sites';
import { showShop } from '../../src/usecases/nearby/show-shop';
import { serve } from '../../src/usecases/serving/serve';
import { world } from '../world';

export const main = serve(nearbyContract, {
  world,
  useCases: {
    merchants: findMerchants,
    shop: showShop,
    byCode: findMerchantByCode,
    sites: listSites,
  },
});
