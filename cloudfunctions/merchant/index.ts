import { merchantContract } from '../../src/contracts/merchant';
import { refundBill } from '../../src/usecases/refunds/refund-bill';
import { retryCash } from '../../src/usecases/refunds/retry-cash';
import { serve } from '../../src/usecases/serving/serve';
import { listShopOrders } from '../../src/usecases/staff/list-shop-orders';
import { listShops } from '../../src/usecases/staff/list-shops';
import { showFans } from '../../src/usecases/staff/show-fans';
import { showShopOrder } from '../../src/usecases/staff/show-shop-order';
import { world } from '../world';

export const main = serve(merchantContract, {
  world,
  useCases: {
    shops: listShops,
    orders: listShopOrders,
    order: showShopOrder,
    fans: showFans,
    refund: refundBill,
    retryCash,
  },
});
