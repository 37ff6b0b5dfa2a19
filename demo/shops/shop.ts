// How the demo's shops are written down; merchants.ts makes merchants of them.
import type { Category } from '../../src/domain/merchants/category';
import type { MerchantState, Ownership } from '../../src/domain/merchants/merchant';
import type { DrawingName } from '../drawing/drawings';

export type ShopRow = readonly [
  name: string,
  /** What its picture shows. */
  drawing: DrawingName,
  street: string,
  /** Along the street from its point nearest to the site's centre, towards east or north. */
  atMetres: number,
  spendYuan: number,
  /** Hours after midnight; a shop that closes at 26 closes at two in the morning. */
  opensHour: number,
  closesHour: number,
  rateBps: number,
  unusual?: UnusualShop,
];

export interface UnusualShop {
  /** The rate that the one in force replaced. */
  readonly formerRateBps?: number;
  readonly state?: MerchantState;
  readonly ownership?: Ownership;
}

export type ShopRows = Readonly<Record<Category, readonly ShopRow[]>>;
