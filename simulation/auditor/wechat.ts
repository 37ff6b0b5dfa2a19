// What WeChat Pay holds for each shop, against what its orders say. Where an answer of WeChat may
// still be on its way, both amounts are possible.
import type { Books } from './books';
import type { Funds, OrderDocument } from './documents';
import { holds, type Finding } from './finding';

interface Range {
  readonly least: bigint;
  readonly most: bigint;
}

/** When nothing is on its way any more, an order that was closed has kept nothing. */
export function checkFunds(
  funds: Funds,
  { books: { orders }, isQuiet }: { books: Books; isQuiet: boolean },
): Finding[] {
  const expected = new Map<string, Range>();
  for (const order of orders.values()) {
    const { least, most } = takenFor(order, isQuiet);
    const before = expected.get(order.subMchId) ?? { least: 0n, most: 0n };
    expected.set(order.subMchId, { least: before.least + least, most: before.most + most });
  }
  return [...new Set([...expected.keys(), ...Object.keys(funds)])].flatMap((account) => {
    const { least, most } = expected.get(account) ?? { least: 0n, most: 0n };
    const { available = 0, frozen = 0 } = funds[account] ?? {};
    const has = BigInt(available) + BigInt(frozen);
    return holds(
      'wechat-agrees',
      has >= least && has <= most,
      `WeChat holds ${has} for ${account}, by its orders ${least} to ${most}`,
    );
  });
}

/** Cash of an order that is at its shop. */
function takenFor(
  { state, bill, refunds = [], latePayment }: OrderDocument,
  isQuiet: boolean,
): Range {
  const cash = BigInt(bill.cashFen);
  switch (state) {
    case 'placed':
      return { least: 0n, most: cash };
    case 'closed':
      // One that is not known to be late may have been paid a moment ago.
      return { least: 0n, most: isQuiet || latePayment?.refunded === true ? 0n : cash };
    case 'disputed':
      return { least: 0n, most: cash };
    default: {
      const sum = (which: string): bigint =>
        refunds
          .filter((refund) => refund.cash === which)
          .reduce((total, { cashFen }) => total + BigInt(cashFen), 0n);
      const most = cash - sum('returned');
      return { least: most - sum('waiting'), most };
    }
  }
}
