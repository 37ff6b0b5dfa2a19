// Profit sharing of a paid order: parts of it go to receivers, later than they are accepted. What
// nobody got stays frozen until the order is unfrozen. All sums are fen.
import { type PayOrder, refundedFee } from './order';
import type { Share, SharedPart } from './share';

/** What has been shared or is on its way. */
export function sharedFee(order: PayOrder): number {
  return sum(partsOf(order).filter(({ result }) => result !== 'CLOSED'));
}

/** What can still be shared, and what a refund before unfreezing may take. */
export function unsplitFee(order: PayOrder): number {
  if (!order.isShared || order.isUnfrozen) return 0;
  return order.totalFee - sharedFee(order) - refundedFee(order);
}

/** Whether no further share is taken: the rest is unfrozen, or about to be. */
export function isSharingOver(order: PayOrder): boolean {
  return order.isUnfrozen || order.shares.some(({ unfreezes }) => unfreezes);
}

export function returnedFee(order: PayOrder, of?: { outOrderNo: string; account: string }): number {
  return sum(
    order.returns.filter(
      ({ outOrderNo, account }) =>
        of === undefined || (outOrderNo === of.outOrderNo && account === of.account),
    ),
  );
}

/** The earliest moment at which a share of this order gets done. */
export function nextShareMs(order: PayOrder): number | undefined {
  const due = order.shares.filter(({ status }) => status === 'PROCESSING').map((s) => s.dueMs);
  return due.length === 0 ? undefined : Math.min(...due);
}

/** The order after its shares that are due by now have been done, each receiver for itself. */
export function settleShares(
  order: PayOrder,
  { nowMs, isAbnormal }: { nowMs: number; isAbnormal: (account: string) => boolean },
): PayOrder {
  const isDue = (share: Share) => share.status === 'PROCESSING' && share.dueMs <= nowMs;
  return {
    ...order,
    isUnfrozen: order.isUnfrozen || order.shares.some((share) => isDue(share) && share.unfreezes),
    shares: order.shares.map((share) => (isDue(share) ? finished(share, isAbnormal) : share)),
  };
}

function finished(share: Share, isAbnormal: (account: string) => boolean): Share {
  const parts = share.parts.map((part) => ({
    ...part,
    result: isAbnormal(part.account) ? ('CLOSED' as const) : ('SUCCESS' as const),
  }));
  return { ...share, status: 'FINISHED', parts };
}

function partsOf(order: PayOrder): SharedPart[] {
  return order.shares.flatMap(({ parts }) => parts);
}

function sum(rows: readonly { readonly amount: number }[]): number {
  return rows.reduce((total, { amount }) => total + amount, 0);
}
