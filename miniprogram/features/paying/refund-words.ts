// What the refunds of a bill say, to its payer and to its shop.
import type { OrderView } from '../../../src/contracts/values';
import { yuanText } from '../../components/price/money';

type Refunds = readonly Pick<OrderView['refunds'][number], 'cash' | 'cashFen'>[];

/** `已退 ¥12.00`; undefined where nothing was. */
export function refundedText({ refundedFen }: Pick<OrderView, 'refundedFen'>): string | undefined {
  return refundedFen === 0 ? undefined : `已退 ${yuanText(refundedFen)}`;
}

/** Cash that WeChat Pay has not taken on yet. */
export function waitingCashFen(refunds: Refunds): number {
  return refunds.reduce((sum, { cash, cashFen }) => (cash === 'waiting' ? sum + cashFen : sum), 0);
}
