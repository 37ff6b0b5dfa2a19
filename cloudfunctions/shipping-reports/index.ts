import { sendReports } from '../../src/usecases/payments/send-reports';
import { serveTimer } from '../../src/usecases/serving/serve';
import { world } from '../world';

export const main = serveTimer('shipping-reports', { world, run: sendReports });
