// The published rules in words. They say what is so, and promise nothing.
import { pointsText } from '../../../components/price/money';
import type { OutputOf } from '../../../cloud/types';
import { percentText } from '../../../features/wallet/period-words';

export type Rules = OutputOf<'wallet', 'rules'>;
export type PastPeriod = Rules['periods'][number];

export interface RuleText {
  readonly title: string;
  readonly lines: readonly string[];
}

const percentOfBps = (bps: number): string => `${bps / 100}%`;

export function couponRuleTexts(rules: Rules): readonly RuleText[] {
  const { rateTable, maturityDays, minRebateBps, maxRebateBps } = rules;
  return [
    {
      title: '怎样得积分',
      lines: [
        `商家从每笔账单里让利 ${percentOfBps(minRebateBps)} 到 ${percentOfBps(maxRebateBps)}，您和商家各得同样多的积分：让利 1 元，各得 1 积分。`,
        maturityDays === 0
          ? '付款后积分马上生效。'
          : `付款 ${maturityDays} 天后积分生效，在那以前显示为待生效。`,
        '用券付掉的部分照样得积分。',
      ],
    },
    {
      title: '何时派券',
      lines: [
        `全联盟的积分达到 ${pointsText(rules.firstThresholdPoints)} 时派第 1 期，之后每比上一期的门槛增长 ${rules.growthPercent}% 派一期。`,
        '增长快慢取决于大家的消费，我们不预告下一期的时间。',
      ],
    },
    {
      title: '派多少',
      lines: [
        `第 1 期按您生效积分的 ${percentText(rateTable.firstPpb)} 派消费券，以后每期高 ${percentText(rateTable.stepPpb)}，到 ${percentText(rateTable.ceilingPpb)} 为止。不足 1 分的部分舍去。`,
        '消费券全部由商家已到账的让利支付。让利不够时，这一期按够的比例派，并写明调整前后的比例。',
      ],
    },
    {
      title: '上限和限制',
      lines: [
        `累计派券最多为积分的 ${rules.capMultiple} 倍。这是上限，不是承诺。`,
        '积分不会因派券减少，也不能兑换现金。',
        '退款会收回这笔账单的积分，以及由它派出的券。',
      ],
    },
    {
      title: '怎样用券',
      lines: [
        `消费券从派发那个月起 ${rules.validMonths} 个月内有效，月底到期。`,
        '任意联盟商家都能用，可以分几次用，换一座城市也能用。',
        '券不找零、不兑现、不转让。',
      ],
    },
    { title: '哪些优惠能一起用', lines: stackingLines(rules.stacking) },
  ];
}

type Stacking = Rules['stacking'];
type Kind = Stacking['notTogether'][number][number];

const KIND_NAMES: { readonly [K in Kind]: string } = {
  'shop-offer': '商家优惠',
  'delivery': '免配送费',
  'alliance-offer': '优惠券',
  'shop-balance': '消费返券',
  'balance': '消费券',
};

/** Which coupons go together on one bill, how many of each, and in which order. */
function stackingLines({ order, atMost, notTogether, shopShareBps }: Stacking): string[] {
  const counts = order.map((kind) =>
    atMost[kind] === 0 ? `不用${KIND_NAMES[kind]}` : `${KIND_NAMES[kind]}最多 ${atMost[kind]} 张`,
  );
  const apart = notTogether.map(
    ([one, other]) => `${KIND_NAMES[one]}和${KIND_NAMES[other]}不能一起用，一笔选一样。`,
  );
  return [
    `先减${order.map((kind) => KIND_NAMES[kind]).join('，再减')}，最后用消费券，先到期的先用。`,
    `一笔账单：${counts.join('，')}；消费券张数不限。`,
    ...apart,
    `商家自己承担的优惠合计最多抵账单的 ${percentOfBps(shopShareBps)}。`,
    '都按原价算，不折上折。付款时自动选最省的，也可以自己换。',
  ];
}

/** What a past period was lowered to, where it was. */
export function loweredText({ ratePpb, tableRatePpb }: PastPeriod): string | undefined {
  if (ratePpb >= tableRatePpb) return undefined;
  return `本期按已到账让利派发，比例由 ${percentText(tableRatePpb)} 调为 ${percentText(ratePpb)}。`;
}
