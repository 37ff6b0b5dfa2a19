// What a coupon is called where one chooses among several.
import type { LotView } from '../../../src/contracts/values';
import { yuanText } from '../../components/price/money';
import { titleText } from '../wallet/lot-words';

/** `满100减20 · 开业礼`, `消费券 余 ¥5.00`. */
export function lotTitle(lot: LotView): string {
  const title = titleText(lot);
  if (lot.benefit === undefined) return `${title} 余 ${yuanText(lot.balanceFen)}`;
  return lot.name === undefined ? title : `${title} · ${lot.name}`;
}
