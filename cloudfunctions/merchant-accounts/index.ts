import { settleMerchants } from '../../src/usecases/merchants/settle-merchants';
import { serveTimer } from '../../src/usecases/serving/serve';
import { world } from '../world';

export const main = serveTimer('merchant-accounts', { world, run: settleMerchants });
