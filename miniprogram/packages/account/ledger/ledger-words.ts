// The open ledger as lines that add up, and the check that every coupon is covered.
import { add, fen, negate, subtract, type Fen } from '../../../../src/domain/money/amounts';
import type { OutputOf } from '../../../cloud/types';

export type Ledger = OutputOf<'wallet', 'ledger'>;
export type SiteOfLedger = Ledger['sites'][number];

export interface FlowLine {
  readonly label: string;
  readonly note?: string;
  readonly amountFen: Fen;
}

/**
 * In − out = what is there now. Bills of the last moments are in the figures before the fund has
 * counted them; what differs by them has a line of its own, so that the lines always add up.
 */
export function flowLines({ whole, fund }: Ledger): {
  readonly lines: readonly FlowLine[];
  readonly nowFen: Fen;
} {
  const nowFen = add(fen(fund.committedFen), fen(fund.freeFen));
  const kept = subtract(fen(whole.fundFen), fen(whole.couponFen));
  const settling = subtract(nowFen, kept);
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
      ...(settling === 0
        ? []
        : [{ label: '正在入账', note: '最近几分钟的账单和退款', amountFen: settling }]),
    ],
    nowFen,
  };
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
