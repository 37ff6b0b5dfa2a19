// All cloudPay actions by the name that the SDK sends.
import { orderActions, type PayAction } from './order-api';
import { shareActions } from './share-api';
import { returnActions } from './share-return-api';

export const payActions: ReadonlyMap<string, PayAction> = new Map([
  ...orderActions,
  ...shareActions,
  ...returnActions,
]);
