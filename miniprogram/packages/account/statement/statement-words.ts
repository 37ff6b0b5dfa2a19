// What an event of the statement says: what happened, and what changed by it.
import { add, centipoints, fen } from '../../../../src/domain/money/amounts';
import type { CouponRow, StatementRow, StatementShow } from '../../../../src/contracts/wallet';
import { pointsText, yuanText } from '../../../components/price/money';
import { dotted } from '../../../components/text/dotted';
import { momentText, shortDayText } from '../../../components/time/day-text';
import { periodOf, type StatementEvent } from './statement-events';

export const FILTERS: readonly {
  readonly show: StatementShow | undefined;
  readonly name: string;
}[] = [
  { show: undefined, name: '全部' },
  { show: 'coupons', name: '券' },
  { show: 'points', name: '积分' },
  { show: 'refunds', name: '退款' },
];

/** Why something changed. Of the rows of one event, the cause that stands first here names it. */
const CAUSES = [
  ...(['given', 'claimed', 'advanced', 'bill', 'closed'] as const),
  ...(['refund', 'expired', 'left', 'repaid', 'advance-repaid', 'carried'] as const),
] as const;
type Cause = (typeof CAUSES)[number];

interface Meaning {
  readonly cause: Cause;
  /** What the change is called, beside its amount. */
  readonly label: string;
}
type MeaningsOf<T extends StatementRow['of']> = {
  readonly [K in Extract<StatementRow, { of: T }>['kind']]: Meaning;
};

const COUPONS: MeaningsOf<'coupon'> = {
  'given': { cause: 'given', label: '券' },
  'claimed': { cause: 'claimed', label: '券' },
  'earned': { cause: 'bill', label: '消费返券' },
  'advanced': { cause: 'advanced', label: '券' },
  'spent': { cause: 'bill', label: '券' },
  'returned': { cause: 'refund', label: '退回的券' },
  'taken-back': { cause: 'refund', label: '收回的券' },
  'repaid': { cause: 'closed', label: '券' },
  'expired': { cause: 'expired', label: '券' },
  'left': { cause: 'left', label: '券' },
};
const POINTS: MeaningsOf<'points'> = {
  'earned': { cause: 'bill', label: '积分' },
  'taken-back': { cause: 'refund', label: '积分' },
  'left': { cause: 'left', label: '积分' },
};
const OFFSET: MeaningsOf<'offset'> = {
  incurred: { cause: 'refund', label: '待抵扣' },
  repaid: { cause: 'repaid', label: '待抵扣' },
  carried: { cause: 'carried', label: '待抵扣' },
};

const ADVANCE: MeaningsOf<'advance'> = {
  taken: { cause: 'advanced', label: '先用待抵' },
  repaid: { cause: 'advance-repaid', label: '先用待抵' },
  carried: { cause: 'carried', label: '先用待抵' },
};

function meaningOf(row: StatementRow): Meaning {
  switch (row.of) {
    case 'coupon':
      return COUPONS[row.kind];
    case 'points':
      return POINTS[row.kind];
    case 'offset':
      return OFFSET[row.kind];
    case 'advance':
      return ADVANCE[row.kind];
  }
}

/** `在青禾鲜果消费`; what is known of shop and period is named. */
export function eventTitle({ rows }: StatementEvent): string {
  const causes = rows.map((row) => meaningOf(row).cause);
  const [first] = rows;
  const { merchantName } = first;
  switch (CAUSES.find((each) => causes.includes(each))) {
    case 'given':
      return `${periodText(first)}到账`;
    case 'claimed':
      return '领到活动券';
    case 'advanced':
      return '先用券到账';
    case 'bill':
      return `在${merchantName ?? '商家'}消费`;
    case 'closed':
      return '订单没付款，退回的券已抵扣';
    case 'refund':
      return `${merchantName ?? '商家'}退款`;
    case 'expired':
      return '到期没用完';
    case 'left':
      return '注销时放弃';
    case 'carried':
      return '注销前留下的';
    case 'advance-repaid':
      return periodOf(first) === undefined
        ? '先用券没用完，已抵回'
        : `${periodText(first)}，抵了先用券`;
    case 'repaid':
    case undefined:
      return first.orderId === undefined
        ? `${periodText(first)}，抵了待抵扣`
        : `${merchantName ?? '商家'}退款，券抵了待抵扣`;
  }
}

function periodText(row: StatementRow): string {
  const period = periodOf(row);
  return period === undefined ? '派券' : `第 ${period} 期派券`;
}

/** `11-02 14:05`, and from when points count that do not yet: `积分 11 月 9 日生效`. */
export function eventNote({ at, rows }: StatementEvent, now: number): string {
  const when = momentText(at).slice(0, -3);
  const later = rows.flatMap((row) =>
    row.of === 'points' && row.kind === 'earned' && row.effectiveAt > now ? row.effectiveAt : [],
  )[0];
  return later === undefined ? when : dotted([when, `积分 ${shortDayText(later)}生效`]);
}

export interface ChangeLine {
  readonly label: string;
  /** It is the offer's own name, which nothing else on the page tells. */
  readonly isName?: boolean;
  /** `+¥1.00`, `−5.00`, `+1 张` */
  readonly text: string;
  /** Something came in. */
  readonly isGain: boolean;
}

/** What changed: offers by name, coupons, points, offset, advance; several coupons are one line. */
export function changeLines({ rows }: StatementEvent): readonly ChangeLine[] {
  const amounts = rows.filter((row) => !isOffer(row));
  const others = (['coupon', 'points', 'offset', 'advance'] as const).flatMap((of) => {
    const sums = new Map<string, number>();
    for (const row of amounts.filter((each) => each.of === of)) {
      const { label } = meaningOf(row);
      sums.set(label, sumWith(row, sums.get(label) ?? 0));
    }
    return [...sums].map(([label, sum]) => ({
      label,
      text: of === 'points' ? pointsChangeText(sum) : changeText(sum),
      isGain: (of === 'coupon' || of === 'points') && sum > 0,
    }));
  });
  return [...rows.filter(isOffer).map(offerLine), ...others];
}

type OfferRow = CouponRow & { readonly campaign: NonNullable<CouponRow['campaign']> };

function isOffer(row: StatementRow): row is OfferRow {
  return row.of === 'coupon' && row.campaign?.isOffer === true;
}

/** By its name: a bill decides what an offer is worth, so it is counted. */
function offerLine({ campaign, amountFen }: OfferRow): ChangeLine {
  const isGain = amountFen > 0;
  return { label: campaign.name, isName: true, text: isGain ? '+1 张' : '−1 张', isGain };
}

function sumWith(row: StatementRow, sum: number): number {
  return row.of === 'points'
    ? add(centipoints(sum), centipoints(row.points))
    : add(fen(sum), fen(row.amountFen));
}

/** `+¥1.00`, `−¥0.50` */
export function changeText(amountFen: number): string {
  return amountFen > 0 ? `+${yuanText(amountFen)}` : yuanText(amountFen);
}

function pointsChangeText(points: number): string {
  return points > 0 ? `+${pointsText(points)}` : pointsText(points);
}
