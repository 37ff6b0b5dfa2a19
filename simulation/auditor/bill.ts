// A bill by the written rules: rebate, points, shares, and what of all that stands when a part of
// the bill has gone back. Source: docs/domain/points-and-dividends.md, docs/domain/refunds.md.
import type { MerchantDocument, OrderDocument } from './documents';
import { BPS, least, type Numbers } from './numbers';

/** By payee; `fund` is what is left. */
export type Shares = Readonly<Record<(typeof PAYEES)[number] | 'fund', bigint>>;

export const PAYEES = ['fan', 'promoter', 'county', 'city', 'province', 'platform'] as const;

export interface Standing {
  /** What it gives back in coupons. */
  readonly spendBackFen: bigint;
  readonly couponFen: bigint;
  readonly cashFen: bigint;
  readonly rebateFen: bigint;
  readonly payerPoints: bigint;
  readonly merchantPoints: bigint;
  readonly shares: Shares;
}

/** The rate in force at an instant: the last that has begun. */
export function rateAt({ rates }: MerchantDocument, instant: number): number {
  return rates.filter(({ from }) => from <= instant).at(-1)?.bps ?? 0;
}

export function rebateOf(amountFen: bigint, bps: number): bigint {
  return (amountFen * BigInt(bps)) / BPS;
}

/** How the rebate of a whole bill is shared. */
export function sharesOf(
  { bill, payees }: Pick<OrderDocument, 'bill' | 'payees'>,
  numbers: Numbers,
): Shares {
  const rebate = rebateOf(BigInt(bill.amountFen), bill.rebateBps);
  const part = (bps: number, payee: string | null | undefined): bigint =>
    payee === null || payee === undefined ? 0n : (rebate * BigInt(bps)) / BPS;
  const fan = least((BigInt(bill.amountFen) * BigInt(numbers.fanBps)) / BPS, rebate / 3n);
  const paid = {
    fan: (payees['fan'] ?? null) === null ? 0n : fan,
    promoter: part(numbers.promoterBps, payees['promoter']),
    county: part(numbers.countyBps, payees['county']),
    city: part(numbers.cityBps, payees['city']),
    province: part(numbers.provinceBps, payees['province']),
    platform: part(numbers.platformBps, 'platform'),
  };
  return withFund(paid, rebate);
}

/** What stands of an order when `refundedFen` of its bill have gone back. */
export function standingOf(
  order: Pick<OrderDocument, 'bill' | 'payees' | 'spendBack'>,
  { refundedFen, numbers, earns }: { refundedFen: bigint; numbers: Numbers; earns: Earns },
): Standing {
  const whole = BigInt(order.bill.amountFen);
  const left = whole - refundedFen;
  const couponFen = (BigInt(order.bill.couponFen) * left) / whole;
  const rebateFen = rebateOf(left, order.bill.rebateBps);
  const full = sharesOf(order, numbers);
  const scaled = PAYEES.map((payee) => [payee, (full[payee] * left) / whole] as const);
  return {
    spendBackFen: spendBackOf(order, left),
    couponFen,
    cashFen: left - couponFen,
    rebateFen,
    payerPoints: earns.payer ? rebateFen : 0n,
    merchantPoints: earns.merchant ? rebateFen : 0n,
    shares: withFund(Object.fromEntries(scaled) as Omit<Shares, 'fund'>, rebateFen),
  };
}

/** A part of what is due, up to a ceiling. */
export function spendBackOf(
  { spendBack }: Pick<OrderDocument, 'spendBack'>,
  amountFen: bigint,
): bigint {
  const { backBps, ceilingFen } = spendBack?.campaign.spendBack ?? { backBps: 0, ceilingFen: 0 };
  return least((amountFen * BigInt(backBps)) / BPS, BigInt(ceilingFen));
}

function withFund(paid: Omit<Shares, 'fund'>, rebate: bigint): Shares {
  return { ...paid, fund: PAYEES.reduce((left, payee) => left - paid[payee], rebate) };
}

/** Who earns points on a bill. */
export interface Earns {
  readonly payer: boolean;
  readonly merchant: boolean;
}

/** Owner and staff earn nothing at their own shop, on either side; a self-operated shop nothing. */
export function whoEarns(merchant: MerchantDocument, payer: string): Earns {
  const isOwn = merchant.staff.includes(payer);
  return { payer: !isOwn, merchant: !isOwn && merchant.ownership !== 'self-operated' };
}
