// What a coupon is called, and what narrows it, where one chooses among several.
import type { LotView } from '../../../src/contracts/values';
import { yuanText } from '../../components/price/money';
import { dotted } from '../../components/text/dotted';
import { ceilingText, shortBenefitText, type CityOf } from '../wallet/lot-terms';
import { termsText, titleText } from '../wallet/lot-words';

/** `满100减20 · 开业礼`, `消费券 余 ¥5.00`. */
export function lotTitle(lot: LotView): string {
  const { benefit, name, balanceFen } = lot;
  if (benefit === undefined) return `${titleText(lot)} 余 ${yuanText(balanceFen)}`;
  const gives = shortBenefitText(benefit, lot);
  return name === undefined ? gives : dotted([gives, name]);
}

/** `最高减 10 元 · 限老塘河面馆 · 周一至周五 14:00-17:00` */
export function choiceTerms(lot: LotView, cityOf: CityOf): string {
  const { benefit } = lot;
  const most = benefit?.kind === 'percentage' ? [ceilingText(benefit)] : [];
  return dotted([...most, termsText(lot, cityOf)].filter((part) => part !== ''));
}
