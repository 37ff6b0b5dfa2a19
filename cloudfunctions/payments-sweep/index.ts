import { sweepPayments } from '../../src/usecases/payments/sweep-payments';
import { serveTimer } from '../../src/usecases/serving/serve';
import { world } from '../world';

export const main = serveTimer('payments-sweep', { world, run: sweepPayments });
