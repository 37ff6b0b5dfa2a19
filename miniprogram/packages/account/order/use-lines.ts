// What lowered a bill, each coupon with its name.
import type { OrderView } from '../../../../src/contracts/values';
import { dotted } from '../../../components/text/dotted';
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
  return dotted([...named, ...until]);
}
