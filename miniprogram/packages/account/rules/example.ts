// A worked example with the rules in force: what one bill would give in the first two periods.
import { pointsText, yuanText } from '../../../components/price/money';
import { percentText } from '../../../features/wallet/period-words';
import type { Rules } from './rule-words';

const BILL_FEN = 100_000;
const BPS = 10_000;
const PPB = 1_000_000_000;

export interface ExampleLine {
  readonly label: string;
  readonly value: string;
}

/** Of a bill of 1000.00 at the highest rebate; each line can be worked out again by hand. */
export function exampleLines({
  maxRebateBps,
  firstThresholdPoints,
  growthPercent,
  rateTable,
}: Rules): readonly ExampleLine[] {
  const points = Math.floor((BILL_FEN * maxRebateBps) / BPS);
  const second = Math.ceil((firstThresholdPoints * (100 + growthPercent)) / 100);
  const secondPpb = Math.min(rateTable.firstPpb + rateTable.stepPpb, rateTable.ceilingPpb);
  return [
    {
      label: `付 ${yuanText(BILL_FEN)}，商家让利 ${maxRebateBps / 100}%`,
      value: `让利 ${yuanText(points)}`,
    },
    { label: '您和商家各得', value: `${pointsText(points)} 积分` },
    {
      label: `全联盟积分到 ${pointsText(firstThresholdPoints)}，派第 1 期`,
      value: releaseText(points, { ratePpb: rateTable.firstPpb }),
    },
    {
      label: `长了 ${growthPercent}%，到 ${pointsText(second)}，派第 2 期`,
      value: releaseText(points, { ratePpb: secondPpb }),
    },
    { label: '两期过后，您的积分还是', value: pointsText(points) },
  ];
}

function releaseText(points: number, { ratePpb }: { ratePpb: number }): string {
  const amountFen = Math.floor((points * ratePpb) / PPB);
  return `${pointsText(points)} × ${percentText(ratePpb)} 得 ${yuanText(amountFen)}`;
}
