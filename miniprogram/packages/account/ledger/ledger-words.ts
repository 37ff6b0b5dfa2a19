// The open ledger as lines that add up, and the check that every coupon is covered.
import {
  add,
  fen,
  negate,
  subtract,
  totalFen,
  type Fen,
} from '../../../../src/domain/money/amounts';
import type { OutputOf } from '../../../cloud/types';
import { yuanText } from '../../../components/price/money';

export type Ledger = OutputOf<'wallet', 'ledger'>;

export interface FlowLine {
  readonly label: string;
  readonly note?: string;
  readonly amountFen: Fen;
}

/** In − out = what is there now; what the fund still has to pay for refunds is in there too. */
export function flowLines({ whole, fund }: Ledger): {
  readonly lines: readonly FlowLine[];
  readonly nowFen: Fen;
} {
  const owed = {
    label: '还要退给商家的让利',
    note: '账单退款了，先于派券退清',
    amountFen: fen(fund.owedFen),
  };
  return {
    lines: [
      {
        label: '进来：让利里留给派券的',
        note: '让利到账、积分生效后记入',
        amountFen: fen(whole.fundFen),
      },
      {
        label: '用掉：派的券已用于抵扣',
        note: '已经付给收券的商家',
        amountFen: negate(fen(whole.couponFen)),
      },
      ...(fund.owedFen > 0 ? [owed] : []),
    ],
    nowFen: nowFen(fund),
  };
}

/** Coupons that shops took and were paid for: one figure, or each fund its own. */
export function usedLines({
  couponFen,
  otherCouponFen,
}: Pick<Ledger['whole'], 'couponFen' | 'otherCouponFen'>): readonly FlowLine[] {
  const ofDividends = fen(couponFen);
  if (otherCouponFen === 0) return [{ label: '用券', amountFen: ofDividends }];
  return [
    { label: '用券（派的）', amountFen: ofDividends },
    { label: '用券（活动、奖励）', amountFen: fen(otherCouponFen) },
  ];
}

/** All that the fund has: behind coupons, set aside for 先用券, and not promised to anybody. */
export function nowFen({ committedFen, advanceFen, freeFen }: Ledger['fund']): Fen {
  return totalFen([committedFen, advanceFen, freeFen].map(fen));
}

export interface Cover {
  /** Stands behind coupons. */
  readonly behindFen: Fen;
  /** Those coupons, an offer with the most that it can cost. */
  readonly outFen: Fen;
  readonly isCovered: boolean;
  /** Width of the bar of what is out, in hundredths of the bar behind it. */
  readonly outPercent: number;
}

/** Of dividends: coupons that people hold, and what was given out and not yet collected. */
export function coverOf({ fund }: Pick<Ledger, 'fund'>): Cover {
  const outFen = add(fen(fund.couponsFen), fen(fund.uncollectedFen));
  return coverBy({ behindFen: fen(fund.committedFen), outFen });
}

export function coverBy({ behindFen, outFen }: Pick<Cover, 'behindFen' | 'outFen'>): Cover {
  return {
    behindFen,
    outFen,
    isCovered: outFen <= behindFen,
    outPercent:
      outFen === 0 ? 0 : Math.min(100, Math.ceil((outFen / Math.max(behindFen, 1)) * 100)),
  };
}

/** What the first card says: only where it is so, that every fen is covered. */
export function coverTitle({ isCovered }: Pick<Cover, 'isCovered'>): string {
  return isCovered ? '按积分派的券，每一分都有钱备着' : '按积分派的券，备着的钱';
}

/** By how much what stands behind the coupons is more than they are. */
export function coveredText({ behindFen, outFen, isCovered }: Cover): string {
  if (!isCovered) return `备着的少 ${yuanText(subtract(outFen, behindFen))}，正在核对`;
  if (behindFen === outFen) return '备着的和手里的正好一样多';
  return `备着的不少于手里的，多 ${yuanText(subtract(behindFen, outFen))}`;
}

/** Where a rebate goes besides: the shares of it that are not the fund's own. */
export const OTHER_SHARES =
  '让利里没有留给派券的，一部分给带来顾客的商家发奖励券，其余归平台，用来办活动和运行。';
