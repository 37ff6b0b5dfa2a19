// 为什么是这个数: where a coupon comes from, what it is worth, and who stands behind it.
import type { LotView } from '../../../../src/contracts/values';
import { momentText } from '../../../components/time/day-text';
import {
  benefitText,
  foldsText,
  funderText,
  limitTexts,
  plainYuan,
  whenText,
  whereInFull,
  type CityOf,
} from '../../../features/wallet/lot-terms';
import { isSpendBack } from '../../../features/wallet/lot-words';

export interface WhyLine {
  readonly label: string;
  readonly text: string;
}

/** Coupons of dividends are explained by their periods, so they have no lines here. */
export function whyLines(lot: LotView, cityOf: CityOf): readonly WhyLine[] {
  switch (lot.source) {
    case 'dividend':
    case 'shop':
      return [];
    case 'advance':
      return [
        { label: '怎么来的', text: '派券前先用的券。以后派的券先抵回它。' },
        { label: '谁来付', text: '联盟的让利里备好的一份。' },
      ];
    case 'fan':
      return [
        { label: '怎么来的', text: '粉丝在联盟消费，从那笔让利里分给本店的奖励。' },
        { label: '谁来付', text: `${funderText(lot.fundedBy)}，到账时已经备好。` },
      ];
    case 'campaign':
      return campaignLines(lot, cityOf);
  }
}

function campaignLines(lot: LotView, cityOf: CityOf): readonly WhyLine[] {
  const when = whenText(lot.windows);
  const limits = limitTexts(lot);
  return [
    ...(lot.name === undefined ? [] : [{ label: '活动', text: lot.name }]),
    { label: isSpendBack(lot.id) ? '返券时间' : '领取时间', text: minuteOf(lot.startsAt) },
    worthLine(lot),
    { label: '谁来付', text: bearerText(lot) },
    { label: '在哪用', text: whereInFull(lot.scope, cityOf) },
    ...(when === undefined ? [] : [{ label: '何时用', text: when }]),
    ...(limits.length === 0 ? [] : [{ label: '条件', text: limits.join('，') }]),
  ];
}

function minuteOf(at: number): string {
  return momentText(at).slice(0, -3);
}

/** How its amount comes about, so that it can be worked out again; else what can be done with it. */
function worthLine({ id, benefit, minSpendFen, faceFen }: LotView): WhyLine {
  if (benefit === undefined) {
    return isSpendBack(id)
      ? { label: '怎么算', text: '当天每笔付款返的券合成一张，下面每一笔都看得到。' }
      : { label: '怎么用', text: `面额 ${plainYuan(faceFen)} 元，可以分几次用。` };
  }
  switch (benefit.kind) {
    case 'money-off':
      return {
        label: '怎么用',
        text: `${benefitText(benefit, { minSpendFen })}：账单满 ${plainYuan(minSpendFen)} 元，减 ${plainYuan(benefit.offFen)} 元。`,
      };
    case 'percentage':
      return {
        label: '怎么算',
        text: `${foldsText(benefit.offBps)}折：减去原价的 ${benefit.offBps / 100}%，不足 1 分舍去，最高减 ${plainYuan(benefit.ceilingFen)} 元。`,
      };
    case 'free-delivery':
      return {
        label: '怎么用',
        text: `减去配送费，最高 ${plainYuan(benefit.ceilingFen)} 元。`,
      };
  }
}

/** What a shop bears itself has nothing put aside, and says so. */
function bearerText({ fundedBy, issuerName }: LotView): string {
  const bearer = funderText(fundedBy, { issuer: issuerName });
  return fundedBy === 'acceptor'
    ? '由收券的商家承担：账单直接少收这么多，不动用联盟的让利。'
    : `${bearer}，发券前已按最高数额备好。`;
}
