// Orders against their entries: posted once, with their own amounts, each fund for its own part, and
// refunded as they say.
import type { JournalEntry, Move } from '../journal/entry';
import * as names from '../journal/names';
import type { HeldCoupon, Order } from '../orders/order';
import { difference, type Books } from './books';

/** Each paid order is posted once; no other is. */
export function auditOrders({ journal, orders }: Books): string[] {
  const entries = entriesByOrder(journal);
  const findings = orders.flatMap((order) => {
    const posted = entries.get(order.id) ?? [];
    entries.delete(order.id);
    const paid = posted.find(({ kind }) => kind === 'paid');
    const isPaid = !['placed', 'closed', 'disputed'].includes(order.state);
    if (isPaid !== (paid !== undefined)) {
      return [`order ${order.id} is ${order.state}, its payment is ${paid ? '' : 'not '}posted`];
    }
    return [...auditBill(order), ...(paid === undefined ? [] : auditPaid(order, { paid, posted }))];
  });
  return [...findings, ...[...entries.keys()].map((id) => `order ${id} is posted, not there`)];
}

function entriesByOrder(journal: readonly JournalEntry[]): Map<string, JournalEntry[]> {
  const entries = new Map<string, JournalEntry[]>();
  for (const entry of journal) {
    if (entry.kind !== 'paid' && entry.kind !== 'refund') continue;
    const { orderId = '?' } = entry;
    entries.set(orderId, [...(entries.get(orderId) ?? []), entry]);
  }
  return entries;
}

/** What the shop bears lowers the bill, what funds bear pays it. */
function auditBill({ id, bill, held }: Order): string[] {
  const sum = (parts: readonly HeldCoupon[]): bigint =>
    parts.reduce((total, { amountFen }) => total + BigInt(amountFen), 0n);
  const ofShop = sum(held.filter(({ lot }) => lot.fundedBy === 'acceptor'));
  return [
    ...difference(`${id} discount`, { says: bill.discountFen, is: ofShop }),
    ...difference(`${id} coupons`, { says: bill.couponFen, is: sum(held) - ofShop }),
    ...difference(`${id} due`, {
      says: bill.amountFen,
      is: BigInt(bill.totalFen) - BigInt(bill.discountFen),
    }),
    ...difference(`${id} cash`, {
      says: bill.cashFen,
      is: BigInt(bill.amountFen) - BigInt(bill.couponFen),
    }),
  ];
}

function auditPaid(
  order: Order,
  { paid, posted }: { paid: JournalEntry; posted: readonly JournalEntry[] },
): string[] {
  const { id, bill, merchant, refundedFen } = order;
  const shop = names.payableMerchant(merchant.id);
  const toShop = paid.moves.filter(({ to }) => to === shop);
  const sum = toShop.reduce((total, { amount }) => total + amount, 0);
  const isExact = order.rebateCollection !== 'own' || sum === bill.amountFen;
  const refunds = posted.filter((entry) => entry !== paid);
  const refunded = refunds.reduce((total, { billFen = 0 }) => total - BigInt(billFen), 0n);
  return [
    ...(isExact ? [] : [`order ${id} is ${bill.amountFen} fen, posted are ${sum}`]),
    ...difference(`${id} bill`, { says: bill.amountFen, is: BigInt(paid.billFen ?? 0) }),
    ...difference(`${id} refunded`, { says: refundedFen, is: refunded }),
    ...auditFunds(order, { paid, refunds }),
    ...auditGiven(order, paid),
  ];
}

/** Each fund has paid the shop its part, and has back what the refunds say, in the end all. */
function auditFunds(
  { id, bill, held, merchant, refundedFen }: Order,
  { paid, refunds }: { paid: JournalEntry; refunds: readonly JournalEntry[] },
): string[] {
  const shop = names.payableMerchant(merchant.id);
  const funds = new Set(held.flatMap(({ lot }) => fundOf(lot) ?? []));
  const pays = (moves: readonly Move[], fund: string): bigint => between(moves, { fund, shop });
  const back = refunds.flatMap(({ moves }) => moves);
  const kept = [...funds].map((fund) => pays(paid.moves, fund) + pays(back, fund));
  const left = BigInt(bill.amountFen) - BigInt(refundedFen);
  return [
    ...[...funds].flatMap((fund) => {
      const parts = held.filter(({ lot }) => fundOf(lot) === fund);
      const says = parts.reduce((total, { amountFen }) => total + BigInt(amountFen), 0n);
      return difference(`${id} paid by ${fund}`, { says, is: pays(paid.moves, fund) });
    }),
    ...difference(`${id} paid by funds after refunds`, {
      says: (BigInt(bill.couponFen) * left) / BigInt(bill.amountFen),
      is: kept.reduce((total, each) => total + each, 0n),
    }),
    ...kept.flatMap((each) => (each < 0n ? [`${id} gave a fund more back than it paid`] : [])),
  ];
}

/** The fund that pays a shop for a lot; none for what the shop bears itself. */
function fundOf({ fundedBy, campaignId = '' }: HeldCoupon['lot']): string | undefined {
  switch (fundedBy) {
    case 'dividend':
      return names.DIVIDEND_COMMITTED;
    case 'fan':
      return names.FAN_COMMITTED;
    case 'activity':
    case 'issuer':
      return names.activityFund(campaignId);
    case 'acceptor':
      return undefined;
  }
}

/** What moved from a fund to a shop, less what moved back. */
function between(moves: readonly Move[], { fund, shop }: { fund: string; shop: string }): bigint {
  return moves.reduce((sum, { from, to, amount }) => {
    if (from === fund && to === shop) return sum + BigInt(amount);
    return from === shop && to === fund ? sum - BigInt(amount) : sum;
  }, 0n);
}

/** Coupons that the bill gave back: of what was due, up to the ceiling. */
function auditGiven({ id, payer, bill, spendBack }: Order, { moves }: JournalEntry): string[] {
  const given = moves
    .filter(({ from, to }) => from.endsWith('/issued') && to.startsWith(`shop-coupons/${payer}/`))
    .reduce((sum, { amount }) => sum + BigInt(amount), 0n);
  const { backBps, ceilingFen } = spendBack?.campaign.spendBack ?? { backBps: 0, ceilingFen: 0 };
  const share = (BigInt(bill.amountFen) * BigInt(backBps)) / 10_000n;
  const says = share < BigInt(ceilingFen) ? share : BigInt(ceilingFen);
  return difference(`${id} coupons given back`, { says, is: given });
}
