import { ordersContract } from '../../src/contracts/orders';
import { cancelOrder as cancel } from '../../src/usecases/orders/cancel-order';
import { getOrder as get } from '../../src/usecases/orders/get-order';
import { listOrders as list } from '../../src/usecases/orders/list-orders';
import { payOrder as pay } from '../../src/usecases/orders/pay-order';
import { placeOrder as place } from '../../src/usecases/orders/place-order';
import { quoteBill as quote } from '../../src/usecases/orders/quote-bill';
import { serve } from '../../src/usecases/serving/serve';
import { world } from '../world';

const useCases = { quote, place, pay, get, list, cancel };
export const main = serve(ordersContract, { world, useCases });
