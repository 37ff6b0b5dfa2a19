// What a bill would cost, with the best coupons or with the best of what the person leaves. Three
// requests: shop, account, pool (and the periods that this instance has not read yet).
import type { ordersContract } from '../../contracts/orders';
import type { Input, Output } from '../../contracts/contract';
import { spendBackOf } from '../../domain/campaigns/campaign';
import { bestUse, checkUse, type CouponChoice } from '../../domain/coupons/best-use';
import type { Lot } from '../../domain/coupons/lot';
import { stackingKindOf } from '../../domain/coupons/stacking';
import { usableOf, whyUnusable, type BillContext } from '../../domain/coupons/usable';
import type { Account } from '../../domain/accounts/account';
import { rebateRateAt } from '../../domain/merchants/rebate-rate';
import { fen, NO_FEN } from '../../domain/money/amounts';
import { billOf, parseBillFen } from '../../domain/orders/bill';
import { fail, invariant, succeed } from '../../domain/result';
import { MINUTE } from '../../domain/time';
import { merchantByCode } from '../nearby/find-merchant-by-code';
import { merchantCard } from '../nearby/merchant-card';
import type { UseCase } from '../serving/serve';
import { lotView } from '../wallet/lot-view';
import { readAccount, settleAsRead } from '../wallet/settled-account';
import { billContext, lotsHere, spendBackHere } from './shop-coupons';

const SAME_BILL_WITHIN = 2 * MINUTE;

export const quoteBill: UseCase<typeof ordersContract, 'quote'> = async (context, input) => {
  const amount = parseBillFen(input.amountFen);
  if (!amount.ok) return amount;
  const merchant = await merchantByCode(context, input.merchantCode);
  if (merchant === undefined) return fail({ code: 'merchant-not-found' });
  if (merchant.state !== 'active') return fail({ code: 'merchant-closed', state: merchant.state });
  const { account: payer, cloud, policy } = context;
  const at = context.now();
  const read = await readAccount(cloud, { world: context, id: payer });
  const { account } = await settleAsRead(context, { ...read, at });
  const totalFen = amount.value;
  const billHere = billContext(merchant, { amountFen: totalFen, at });
  const lots = lotsHere(account.lots, merchant, at);
  const stacking = { bill: billHere, rules: policy.stacking };
  const uses = bestUse(lots, { ...stacking, ...choiceOf(input) });
  const use = checkUse(lots, { ...stacking, uses });
  invariant(use.ok, 'the best use is allowed');
  const { discountFen, couponFen } = use.value;
  const rebateBps = rebateRateAt(merchant, at);
  const bill = billOf({ merchant, payer, totalFen, discountFen, couponFen, rebateBps });
  const spendBack = spendBackHere(merchant, { at, maturityDays: policy.maturityDays });
  const sameBillPaidAt = paidSameBill(account, billHere);
  return succeed({
    merchant: merchantCard(merchant, { at }),
    bill,
    uses,
    lots: lotsFor(lots, billHere),
    spendBackFen: spendBack === undefined ? NO_FEN : spendBackOf(spendBack, bill.amountFen),
    ...(sameBillPaidAt === undefined ? {} : { sameBillPaidAt }),
    maturityDays: policy.maturityDays,
  });
};

function choiceOf({ choice }: Input<typeof ordersContract, 'quote'>): { choice?: CouponChoice } {
  if (choice === undefined) return {};
  const fixed = choice.fixed.map(({ lotId, amountFen }) => ({ lotId, amountFen: fen(amountFen) }));
  return { choice: { off: choice.off, fixed } };
}

function lotsFor(
  lots: readonly Lot[],
  bill: BillContext,
): Output<typeof ordersContract, 'quote'>['lots'] {
  return lots
    .filter(({ balanceFen }) => balanceFen > 0)
    .map((lot) => {
      const unusable = whyUnusable(lot, bill);
      const usableFen = usableOf(lot, bill);
      const offered = { lot: lotView(lot), stacking: stackingKindOf(lot), usableFen };
      return unusable === undefined ? offered : { ...offered, unusable };
    });
}

function paidSameBill({ lastPaid }: Account, bill: BillContext): number | undefined {
  if (lastPaid === undefined) return undefined;
  const isSame =
    lastPaid.merchantId === bill.merchantId &&
    lastPaid.amountFen === bill.amountFen &&
    bill.at - lastPaid.at <= SAME_BILL_WITHIN;
  return isSame ? lastPaid.at : undefined;
}
