// Why a period gave what it gave, in sentences whose figures can be checked.
import type { PeriodView } from '../../../src/contracts/wallet';
import { pointsText, yuanText } from '../../components/price/money';

/** 1 % in parts per billion. */
const PERCENT_PPB = 10_000_000;
const PERCENT_DECIMALS = 7;

/** `0.5%` for 5 000 000 ppb; every figure that counts, no more. */
export function percentText(ratePpb: number): string {
  const whole = Math.floor(ratePpb / PERCENT_PPB);
  const decimals = String(ratePpb % PERCENT_PPB)
    .padStart(PERCENT_DECIMALS, '0')
    .replace(/0+$/, '');
  return decimals === '' ? `${whole}%` : `${whole}.${decimals}%`;
}

/** `生效积分 200.00 × 0.5% = ¥1.00` */
export function reckoningText({
  eligiblePoints,
  ratePpb,
  amountFen,
  isCapped,
}: Pick<PeriodView, 'eligiblePoints' | 'ratePpb' | 'amountFen' | 'isCapped'>): string {
  if (eligiblePoints === 0) return '当时还没有生效的积分';
  const product = `生效积分 ${pointsText(eligiblePoints)} × ${percentText(ratePpb)}`;
  return isCapped ? product : `${product} = ${yuanText(amountFen)}`;
}

/** What was out of the ordinary in a period; empty for most. */
export function periodNotes(period: PeriodView): string[] {
  const { ratePpb, tableRatePpb, isCapped, amountFen, offsetFen, advanceFen } = period;
  const notes: string[] = [];
  if (ratePpb < tableRatePpb) {
    const from = percentText(tableRatePpb);
    notes.push(`本期按已到账让利派发，比例由 ${from} 调为 ${percentText(ratePpb)}。`);
  }
  if (isCapped) notes.push(`累计派券已到积分的 5 倍，本期派 ${yuanText(amountFen)}。`);
  if (offsetFen > 0) notes.push(`其中 ${yuanText(offsetFen)} 抵了之前退款少退的券。`);
  if (advanceFen > 0) notes.push(`其中 ${yuanText(advanceFen)} 抵回了先用的券。`);
  return notes;
}
