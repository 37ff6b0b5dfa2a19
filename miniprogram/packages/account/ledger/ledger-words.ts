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
        label: '进来：让利里留给券的',
        note: '让利到账、积分生效后记入',
        amountFen: fen(whole.fundFen),
      },
      {
        label: '用掉：已用于抵扣',
        note: '已经付给收券的商家',
        amountFen: negate(fen(whole.couponFen)),
      },
      ...(fund.owedFen > 0 ? [owed] : []),
    ],
    nowFen: nowFen(fund),
  };
}

/** All that the fund has: behind coupons, set aside for 先用券, and not promised to anybody. */
export function nowFen({ committedFen, advanceFen, freeFen }: Ledger['fund']): Fen {
  return totalFen([committedFen, advanceFen, freeFen].map(fen));
}

export interface Cover {
  /** Stands behind coupons. */
  readonly behindFen: Fen;
  /** Coupons that people hold, and what was given out and not yet collected. */
  readonly outFen: Fen;
  readonly isCovered: boolean;
  /** Width of the bar of what is out, in hundredths of the bar behind it. */
  readonly outPercent: number;
}

export function coverOf({ fund }: Pick<Ledger, 'fund'>): Cover {
  const behindFen = fen(fund.committedFen);
  const outFen = add(fen(fund.couponsFen), fen(fund.uncollectedFen));
  return {
    behindFen,
    outFen,
    isCovered: outFen <= behindFen,
    outPercent:
      outFen === 0 ? 0 : Math.min(100, Math.ceil((outFen / Math.max(behindFen, 1)) * 100)),
  };
}

/** By how much what stands behind the coupons is more than they are. */
export function coveredText({ behindFen, outFen, isCovered }: Cover): string {
  if (!isCovered) return `备着的少 ${yuanText(subtract(outFen, behindFen))}，正在核对`;
  if (behindFen === outFen) return '备着的和手里的正好一样多';
  return `备着的不少于手里的，多 ${yuanText(subtract(behindFen, outFen))}`;
}
