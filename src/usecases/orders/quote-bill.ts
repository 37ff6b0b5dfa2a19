// What a bill would cost, with the best coupons or with those that the person chose. Three
// requests: shop, account, pool (and the periods that this instance has not read yet).
import type { ordersContract } from '../../contracts/orders';
import type { Input } from '../../contracts/contract';
import {
  bestUse,
  checkUse,
  usableOf,
  whyUnusable,
  type BillContext,
  type CouponUse,
  type Unusable,
} from '../../domain/coupons/best-use';
import type { Account } from '../../domain/accounts/account';
import type { Merchant } from '../../domain/merchants/merchant';
import { rebateRateAt } from '../../domain/merchants/rebate-rate';
import { fen, type Fen } from '../../domain/money/amounts';
import { billOf, parseBillFen } from '../../domain/orders/bill';
import { fail, succeed } from '../../domain/result';
import { MINUTE } from '../../domain/time';
import { merchantByCode } from '../nearby/find-merchant-by-code';
import { merchantCard } from '../nearby/merchant-card';
import type { UseCase } from '../serving/serve';
import { lotView } from '../wallet/lot-view';
import { readAccount, settleAsRead } from '../wallet/settled-account';

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
  const bill = billContext(merchant, { amountFen: amount.value, at });
  const uses = usesOf(input) ?? bestUse(account.lots, bill);
  const couponFen = checkUse(account.lots, { uses, bill });
  if (!couponFen.ok) return couponFen;
  const sameBillPaidAt = paidSameBill(account, bill);
  return succeed({
    merchant: merchantCard(merchant, { at }),
    bill: billOf({
      merchant,
      payer,
      amountFen: amount.value,
      couponFen: couponFen.value,
      rebateBps: rebateRateAt(merchant, at),
    }),
    uses,
    lots: lotsFor(account, bill),
    ...(sameBillPaidAt === undefined ? {} : { sameBillPaidAt }),
    maturityDays: policy.maturityDays,
  });
};

export function billContext(
  { id, category, siteId }: Merchant,
  { amountFen, at }: { amountFen: Fen; at: number },
): BillContext {
  return { merchantId: id, category, siteId, channel: 'counter', amountFen, at };
}

function usesOf({ uses }: Input<typeof ordersContract, 'quote'>): CouponUse[] | undefined {
  return uses?.map(({ lotId, amountFen }) => ({ lotId, amountFen: fen(amountFen) }));
}

function lotsFor(
  { lots }: Account,
  bill: BillContext,
): { lot: ReturnType<typeof lotView>; usableFen: Fen; unusable?: Unusable }[] {
  return lots
    .filter(({ balanceFen }) => balanceFen > 0)
    .map((lot) => {
      const unusable = whyUnusable(lot, bill);
      const offered = { lot: lotView(lot), usableFen: usableOf(lot, bill) };
      return unusable === undefined ? offered : { ...offered, unusable };
    });
}

function paidSameBill({ lastPaid }: Account, bill: BillContext): number | undefined {
  const isSame =
    lastPaid?.merchantId === bill.merchantId &&
    lastPaid.amountFen === bill.amountFen &&
    bill.at - lastPaid.at <= SAME_BILL_WITHIN;
  return isSame ? lastPaid.at : undefined;
}
