import { receivePayment } from '../../src/usecases/payments/receive-payment';
import { servePayCallback } from '../../src/usecases/serving/serve';
import { world } from '../world';

export const main = servePayCallback('payments', { world, receive: receivePayment });
