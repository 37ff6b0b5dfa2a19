// What lowered a bill, each coupon with its name, and what the bill gives back.
import type { OrderView } from '../../../../src/contracts/values';
import { GROUP_NAMES, groupOf } from '../../../features/paying/coupon-groups';
import { spentTitle, untilText } from '../../../features/wallet/lot-words';

export interface UseLine {
  readonly key: string;
  /** `商家优惠`, `优惠券`, `消费券` */
  readonly title: string;
  readonly note: string;
  readonly amountFen: number;
}

/** In the order in which they lowered it. */
export function linesOfUses({ uses }: Pick<OrderView, 'uses'>): readonly UseLine[] {
  return uses.map((use) => ({
    ...{ key: use.lotId, title: GROUP_NAMES[groupOf(use)], amountFen: use.amountFen },
    note: noteOf(use),
  }));
}

/** Its name where the title does not say it; of balance, until when the rest of it lives. */
function noteOf(use: OrderView['uses'][number]): string {
  const name = spentTitle(use);
  const named = name === GROUP_NAMES[groupOf(use)] ? [] : [name];
  const isBalance = use.benefit === undefined;
  const until = isBalance ? [`${untilText(use.expiresAt)}有效`] : [];
  return [...named, ...until].join(' · ');
}

/** Coupons that the bill gives back; undefined where it gives none. */
export function spendBackLine(
  order: Pick<OrderView, 'spendBackFen' | 'state' | 'paidAt' | 'refundedFen'>,
): { readonly title: string; readonly note: string } | undefined {
  const { spendBackFen, state, paidAt, refundedFen } = order;
  if (spendBackFen === 0 || state === 'closed') return undefined;
  if (paidAt === undefined) return { title: '付款后返券', note: '返到券包' };
  return { title: '返券', note: refundedFen === 0 ? '已返到券包' : '退款后还算数的部分' };
}
