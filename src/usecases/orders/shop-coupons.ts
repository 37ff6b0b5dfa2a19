// What a shop itself gives on a bill: its running offers, and coupons for what is spent.
import {
  automaticOffer,
  givesBackInTime,
  isRunning,
  type SpendBack,
} from '../../domain/campaigns/campaign';
import type { Lot } from '../../domain/coupons/lot';
import type { BillContext } from '../../domain/coupons/usable';
import type { Merchant } from '../../domain/merchants/merchant';
import { NO_FEN, type Fen } from '../../domain/money/amounts';

/** A bill at the shop's counter. */
export function billContext(
  { id, category, siteId }: Merchant,
  { amountFen, at }: { amountFen: Fen; at: number },
): BillContext {
  const where = { merchantId: id, category, siteId };
  return { ...where, channel: 'counter', amountFen, deliveryFen: NO_FEN, at };
}

/** What may pay a bill here: the payer's lots, and what every bill of the shop has. */
export function lotsHere(
  lots: readonly Lot[],
  { campaigns = [] }: Merchant,
  at: number,
): readonly Lot[] {
  const offers = campaigns
    .filter((campaign) => isRunning(campaign, at))
    .flatMap((campaign) => automaticOffer(campaign) ?? []);
  return [...lots, ...offers];
}

/** The campaign by which a bill gives coupons back; the first that runs. */
export function spendBackHere(
  { campaigns = [] }: Merchant,
  { at, maturityDays }: { at: number; maturityDays: number },
): SpendBack | undefined {
  const campaign = campaigns.find(
    (each) => isRunning(each, at) && givesBackInTime(each, { at, maturityDays }),
  );
  return campaign === undefined ? undefined : { campaign };
}
