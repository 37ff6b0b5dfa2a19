// What is given up by leaving, in figures.
import type { InputOf, OutputOf } from '../../../cloud/types';
import { pointsText, yuanText } from '../../../components/price/money';
import { offersIn } from '../../../features/wallet/lot-words';

type Summary = OutputOf<'wallet', 'summary'>;

export interface Loss {
  readonly title: string;
  readonly value: string;
}

/** What has to be typed before an account is closed. */
export const CONFIRMATION = '注销';

export function lossesOf({ balanceFen, lots, points, maturing }: Summary): readonly Loss[] {
  const later = pointsOf(maturing);
  const offers = offersIn(lots);
  return [
    { title: '消费券', value: yuanText(balanceFen) },
    ...(offers > 0 ? [{ title: '优惠券', value: `${offers} 张` }] : []),
    { title: '积分', value: pointsText(points) },
    ...(later > 0 ? [{ title: '待生效的积分', value: pointsText(later) }] : []),
  ];
}

/** At most this is given up: more, come since the page was shown, is refused. */
export function givenUp({
  balanceFen,
  lots,
  points,
  maturing,
}: Summary): InputOf<'account', 'leave'> {
  return { balanceFen, offers: offersIn(lots), points: points + pointsOf(maturing) };
}

function pointsOf(maturing: Summary['maturing']): number {
  return maturing.reduce((sum, { points }) => sum + points, 0);
}

export function leaveTexts({
  offsetFen,
  advanceFen,
}: Pick<Summary, 'offsetFen' | 'advanceFen'>): readonly string[] {
  return [
    '注销后积分和券马上清零，不能恢复，也不折成现金。',
    '以前的订单不再显示。法律要求留存的交易记录，只用于对账、退款和纠纷。',
    ...(offsetFen > 0
      ? [`还有 ${yuanText(offsetFen)} 的券因退款待抵扣，这一项注销后仍然保留。`]
      : []),
    ...(advanceFen > 0 ? ['先用券里已经用掉、还没有抵完的部分，注销后仍然保留。'] : []),
    '以后再用同一个微信号扫码付款，就从零开始。',
  ];
}
