// The demo's one refund: 林晓 found something missing at the noodle shop of 陈月.
import { MINUTE } from '../src/domain/time';
import { NOODLE_SHOP_ID } from './people';
import type { PlannedPurchase } from './planned-purchase';

export interface PlannedRefund {
  readonly purchase: PlannedPurchase;
  /** Milliseconds since 1970; before anybody else buys. */
  readonly at: number;
  readonly amountFen: number;
  readonly reason: string;
  /** Openid of the shop's owner. */
  readonly by: string;
}

const REFUND_FEN = 6_00;
const NOTICED_AFTER = 2 * MINUTE;

/** The refund of a part of 林晓's last noodles. */
export function planRefund(plan: readonly PlannedPurchase[]): PlannedRefund {
  const [purchase] = plan
    .filter(({ openid, merchantId }) => openid === 'demo-lin' && merchantId === NOODLE_SHOP_ID)
    .slice(-1);
  if (purchase === undefined) throw new Error('the plan has no noodles of demo-lin');
  return {
    ...{ purchase, at: purchase.at + NOTICED_AFTER, amountFen: REFUND_FEN },
    ...{ reason: '少了一份小菜', by: 'demo-chen' },
  };
}
