// A period as a chain of steps that a person can add up: first the alliance's, then my own.
import { add, fen, subtract, type Fen } from '../../../../src/domain/money/amounts';
import type { Earning } from '../../../../src/contracts/wallet';
import type { OutputOf } from '../../../cloud/types';
import { pointsText, yuanText } from '../../../components/price/money';
import { lastDayText, momentText } from '../../../components/time/day-text';
import { percentText } from '../../../features/wallet/period-words';
import { exactYuanText, releaseRemainder, remainderText } from './exact-release';

/** A hundredth of a percent in parts per billion. */
const HUNDREDTH_PPB = 100_000;

export type Explained = Omit<OutputOf<'wallet', 'period'>, 'earnings' | 'isLast'>;

export interface StepLine {
  readonly label: string;
  readonly value: string;
}

export interface Step {
  readonly title: string;
  /** What the step comes to. */
  readonly result: string;
  readonly lines: readonly StepLine[];
  readonly note?: string;
}

/** From the rebates that arrived to the rate, and what was set aside. */
export function allianceSteps({ mine, alliance }: Explained): readonly Step[] {
  const { period, ratePpb } = mine;
  const { freeBeforeFen, points, thresholdPoints, cut, issuedFen } = alliance;
  return [
    {
      title: '商家的让利先到账',
      result: yuanText(freeBeforeFen),
      lines: [],
      note: '已经到账、还没派给任何人的让利。每张券都由它支付。',
    },
    {
      title: '全联盟积分到了门槛',
      result: pointsText(points),
      lines: [{ label: `第 ${period} 期的门槛`, value: pointsText(thresholdPoints) }],
      note: `数到 ${momentText(cut)} 为止。`,
    },
    rateStep({ mine, alliance }),
    {
      title: '为这一期留出券',
      result: yuanText(issuedFen),
      lines: [
        {
          label: `全联盟 ${pointsText(points)} × ${percentText(ratePpb)}`,
          value: yuanText(issuedFen),
        },
        {
          label: '没派的让利还剩',
          value: yuanText(subtract(fen(freeBeforeFen), fen(issuedFen))),
        },
      ],
      note: '不足 1 分的按 1 分留，只多不少。',
    },
  ];
}

/** `约 42.16%`: a rate that was not used. */
function roughPercentText(ratePpb: number): string {
  const whole = Math.floor(ratePpb / HUNDREDTH_PPB) * HUNDREDTH_PPB;
  return whole === ratePpb ? percentText(ratePpb) : `约 ${percentText(whole)}`;
}

function rateStep({ mine, alliance }: Pick<Explained, 'mine' | 'alliance'>): Step {
  const { period, ratePpb, tableRatePpb } = mine;
  const { freeBeforeFen, points, coveredRatePpb } = alliance;
  const isLowered = ratePpb < tableRatePpb;
  return {
    title: '定下派券比例',
    result: percentText(ratePpb),
    lines: [
      { label: `规则表第 ${period} 期`, value: percentText(tableRatePpb) },
      isLowered
        ? {
            label: `让利最多够派 ${yuanText(freeBeforeFen)} ÷ ${pointsText(points)}`,
            value: percentText(coveredRatePpb),
          }
        : { label: '让利最多够派', value: roughPercentText(coveredRatePpb) },
    ],
    note: isLowered
      ? `本期按已到账让利派发，比例由 ${percentText(tableRatePpb)} 调为 ${percentText(ratePpb)}。`
      : '让利够派，按规则表。',
  };
}

/** From my points to the coupon. */
export function mySteps(explained: Explained): readonly Step[] {
  const { mine } = explained;
  return [
    {
      title: '我的生效积分',
      result: pointsText(mine.eligiblePoints),
      lines: [],
      note: '由最下面的账单一笔一笔得来。',
    },
    shareStep(explained),
    capStep(explained),
    ...(mine.offsetFen > 0 ? [offsetStep(explained)] : []),
    ...(mine.advanceFen > 0 ? [advanceStep(explained)] : []),
    lotStep(explained),
  ];
}

function shareStep({ mine, uncappedFen }: Explained): Step {
  const { eligiblePoints, ratePpb } = mine;
  const remainder = releaseRemainder(eligiblePoints, { ratePpb });
  return {
    title: '我的一份 = 积分 × 比例',
    result: yuanText(uncappedFen),
    lines: [
      {
        label: `${pointsText(eligiblePoints)} × ${percentText(ratePpb)}`,
        value: exactYuanText(uncappedFen, remainder),
      },
      ...(remainder > 0
        ? [{ label: '不足 1 分的去掉', value: `−${remainderText(remainder)}` }]
        : []),
    ],
  };
}

function capStep({ mine, uncappedFen, receivedBeforeFen, capFen }: Explained): Step {
  const { isCapped, amountFen, eligiblePoints } = mine;
  const times = eligiblePoints > 0 ? Math.round(capFen / eligiblePoints) : 0;
  return {
    title: isCapped ? '到了上限，派到上限为止' : '没有超过上限',
    result: yuanText(amountFen),
    lines: [
      { label: '以前各期派给我', value: yuanText(receivedBeforeFen) },
      {
        label: '加上这一期',
        value: yuanText(add(fen(receivedBeforeFen), fen(uncappedFen))),
      },
      { label: `上限：积分的 ${times} 倍`, value: yuanText(capFen) },
      ...(isCapped ? [{ label: '这一期还能派', value: yuanText(amountFen) }] : []),
    ],
    note: '上限只是封顶，不是承诺。',
  };
}

function offsetStep({ mine: { amountFen, offsetFen } }: Explained): Step {
  return {
    title: '先抵之前退款少退的券',
    result: yuanText(-offsetFen),
    lines: [
      {
        label: `${yuanText(amountFen)} − ${yuanText(offsetFen)}`,
        value: yuanText(subtract(fen(amountFen), fen(offsetFen))),
      },
    ],
    note: '退款时该收回、但已经花掉的券，从这里抵。',
  };
}

function advanceStep({ mine }: Explained): Step {
  const { amountFen, offsetFen, advanceFen } = mine;
  const beforeFen = subtract(fen(amountFen), fen(offsetFen));
  return {
    title: '先抵回先用的券',
    result: yuanText(-advanceFen),
    lines: [
      {
        label: `${yuanText(beforeFen)} − ${yuanText(advanceFen)}`,
        value: yuanText(lotFenOf(mine)),
      },
    ],
    note: '这部分券在派券前已经给您用了。',
  };
}

/** What of a period came as a coupon: all but what made up for offset and advance. */
export function lotFenOf({
  amountFen,
  offsetFen,
  advanceFen,
}: Pick<Explained['mine'], 'amountFen' | 'offsetFen' | 'advanceFen'>): Fen {
  return subtract(subtract(fen(amountFen), fen(offsetFen)), fen(advanceFen));
}

function lotStep({ mine }: Explained): Step {
  const lotFen = lotFenOf(mine);
  if (lotFen === 0) {
    return { title: '这一期没有券进券包', result: yuanText(0), lines: [] };
  }
  return {
    title: '进了这张消费券',
    result: yuanText(lotFen),
    lines: [],
    note: `${lastDayText(mine.expiresAt)}前在任意联盟商家可用。`,
  };
}

/** `账单 ¥52.80，商家让利 10% 是 ¥5.28`; what a refund or an own shop changed follows. */
export function earningText(earning: Earning): string {
  const { amountFen, rebateBps, rebateFen, refundedFen, points } = earning;
  const bill = `账单 ${yuanText(amountFen)}，商家让利 ${rebateBps / 100}% 是 ${yuanText(rebateFen)}`;
  if (refundedFen >= amountFen) return `${bill}；已全部退款，不再算积分`;
  if (refundedFen > 0) {
    const rest = subtract(fen(amountFen), fen(refundedFen));
    return `${bill}；退了 ${yuanText(refundedFen)}，按剩下的 ${yuanText(rest)} 算`;
  }
  return points === 0 && rebateFen > 0 ? `${bill}；自家店的账单不得积分` : bill;
}

/** Whether a refund has changed this period since it was given out. */
export function isRecomputed(earnings: readonly Earning[]): boolean {
  return earnings.some(({ refundedFen }) => refundedFen > 0);
}
