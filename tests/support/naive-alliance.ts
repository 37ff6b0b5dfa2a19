// The rules once more in the plainest words, from orders and refunds alone: every account is
// looped over, nothing is folded, and no code of the rules is used. BigInt throughout.

export interface NaiveEarning {
  readonly account: string;
  readonly points: bigint;
  readonly effectiveAt: number;
}

export interface NaivePeriod {
  readonly cut: number;
  readonly rate: bigint;
}

/** What each period gives one account on the points that stand in the end, under the cap. */
export function naiveReleases(
  account: string,
  {
    earnings,
    periods,
    cap,
  }: { earnings: readonly NaiveEarning[]; periods: readonly NaivePeriod[]; cap: bigint },
): bigint[] {
  let received = 0n;
  return periods.map(({ cut, rate }) => {
    let eligible = 0n;
    for (const earning of earnings) {
      if (earning.account === account && earning.effectiveAt <= cut) eligible += earning.points;
    }
    const uncapped = (eligible * rate) / 1_000_000_000n;
    const room = cap * eligible - received;
    const amount = uncapped < room ? uncapped : room > 0n ? room : 0n;
    received += amount;
    return amount;
  });
}

/** Periods from the points at a cut and the free fund, one threshold after the other. */
export function naivePeriods({
  points,
  free,
  last,
  table,
  minRate,
  most,
}: {
  points: bigint;
  free: bigint;
  last: { period: number; threshold: bigint };
  table: (period: number) => bigint;
  minRate: bigint;
  most: number;
}): { period: number; rate: bigint; issued: bigint }[] {
  const declared: { period: number; rate: bigint; issued: bigint }[] = [];
  let { period, threshold } = last;
  let left = free;
  while (declared.length < most && points >= threshold) {
    const covered = points === 0n ? 0n : (left * 1_000_000_000n) / points;
    const rate = covered < table(period + 1) ? covered : table(period + 1);
    if (rate < minRate) break;
    const issued = (points * rate + 999_999_999n) / 1_000_000_000n;
    period += 1;
    left -= issued;
    threshold = (threshold * 115n + 99n) / 100n;
    declared.push({ period, rate, issued });
  }
  return declared;
}

/** A site's figures in the end, when everything has matured. */
export interface NaiveFigures {
  readonly orders: number;
  readonly sales: bigint;
  readonly rebate: bigint;
  readonly fund: bigint;
  readonly coupon: bigint;
}

interface NaiveOrder {
  readonly amount: bigint;
  readonly refunded: bigint;
  readonly coupon: bigint;
  readonly rateBps: bigint;
  readonly shop: string;
  /** Of what stands: the fund's part of the rebate. */
  readonly fund: bigint;
}

/**
 * From paid orders and what each shop is owed in the end. A shop gave as rebate what it took and is
 * not owed; what of it no order stands for is kept, since coupons on it had been spent.
 */
export function naiveFigures(
  orders: readonly NaiveOrder[],
  owedTo: (shop: string) => bigint,
): NaiveFigures {
  let [sales, taken, coupon, standing, fund] = [0n, 0n, 0n, 0n, 0n];
  for (const order of orders) {
    const left = order.amount - order.refunded;
    sales += left;
    taken += left;
    coupon += (order.coupon * left) / order.amount;
    standing += (left * order.rateBps) / 10_000n;
    fund += order.fund;
  }
  for (const shop of new Set(orders.map((each) => each.shop))) taken -= owedTo(shop);
  return { orders: orders.length, sales, rebate: taken, fund: fund + taken - standing, coupon };
}
