// An order's document by the rules: what was fixed when it was placed, how it has moved since, and
// that the journal says the same of it. Source: docs/domain/orders.md.
import { rateAt, rebateOf, sharesOf, standingOf, whoEarns } from './bill';
import type { Books } from './books';
import type { HeldDocument, OrderDocument } from './documents';
import { holds, same, type Finding } from './finding';
import { checkHeld } from './held';
import { MINUTE_MS } from './numbers';

const FIRST = ['placed', 'paid', 'completed', 'closed', 'disputed'];
/** States that an order may have when it is looked at again, some moves later. */
const LATER: Readonly<Record<string, readonly string[]>> = {
  'placed': ['placed', 'paid', 'completed', 'closed', 'disputed', 'partly-refunded', 'refunded'],
  'paid': ['paid', 'completed', 'partly-refunded', 'refunded'],
  'completed': ['completed', 'partly-refunded', 'refunded'],
  'partly-refunded': ['partly-refunded', 'refunded'],
  'closed': ['closed'],
  'disputed': ['disputed'],
  'refunded': ['refunded'],
};
const UNPAID = ['placed', 'closed', 'disputed'];

/** What is fixed when an order is placed. */
const FIXED = [
  ...(['payer', 'merchant', 'subMchId', 'rebateCollection', 'bill', 'held', 'payees'] as const),
  ...(['shares', 'maturityDays', 'needsReview', 'placedAt', 'payBefore'] as const),
];

export function checkOrder(
  order: OrderDocument,
  { before, books }: { before: OrderDocument | undefined; books: Books },
): Finding[] {
  return [
    ...(before === undefined ? checkPlaced(order, books) : checkMoved(order, before)),
    ...checkPosted(order, books),
    ...checkRefunds(order, books),
  ];
}

function checkPlaced(order: OrderDocument, books: Books): Finding[] {
  const { _id: id, bill, held, placedAt } = order;
  const { numbers } = books;
  const merchant = books.merchants.get(order.merchant.id);
  if (merchant === undefined) return [{ rule: 'bill-exact', text: `${id} is of no shop` }];
  const earns = whoEarns(merchant, order.payer);
  const rebate = rebateOf(BigInt(bill.amountFen), rateAt(merchant, placedAt));
  const sum = (parts: readonly HeldDocument[]): bigint =>
    parts.reduce((total, { amountFen }) => total + BigInt(amountFen), 0n);
  const ofShop = held.filter(({ lot }) => lot.fundedBy === 'acceptor');
  const ofFunds = held.filter(({ lot }) => lot.fundedBy !== 'acceptor');
  const fixed = (what: string, says: number, is: bigint | number): Finding[] =>
    same('bill-exact', `${id} ${what}`, { says, is });
  return [
    ...holds(
      'order-moves',
      [...FIRST, 'partly-refunded', 'refunded'].includes(order.state),
      `${id} is ${order.state}`,
    ),
    ...holds('bill-exact', bill.amountFen >= 1 && bill.couponFen >= 0, `${id}: ${bill.amountFen}`),
    ...fixed('cash', bill.cashFen, BigInt(bill.amountFen) - BigInt(bill.couponFen)),
    ...fixed('coupons', bill.couponFen, sum(ofFunds)),
    ...fixed('discount', bill.discountFen, sum(ofShop)),
    ...fixed('due', bill.amountFen, BigInt(bill.totalFen) - BigInt(bill.discountFen)),
    ...holds(
      'bill-exact',
      (order.payees['fan'] ?? null) === null || earns.payer,
      `${id} of staff rewards a shop`,
    ),
    ...fixed('rate', bill.rebateBps, rateAt(merchant, placedAt)),
    ...fixed('rebate', bill.rebateFen, rebate),
    ...fixed('points of the payer', bill.payerPoints, earns.payer ? rebate : 0n),
    ...fixed('points of the shop', bill.merchantPoints, earns.merchant ? rebate : 0n),
    ...Object.entries(sharesOf(order, numbers)).flatMap(([payee, share]) =>
      fixed(`share of ${payee}`, order.shares[payee] ?? 0, share),
    ),
    ...fixed('days to maturity', order.maturityDays, numbers.maturityDays),
    ...fixed('review', Number(order.needsReview), Number(bill.amountFen > numbers.reviewFen)),
    ...fixed('time to pay', order.payBefore, placedAt + numbers.payWithinMinutes * MINUTE_MS),
    ...same('bill-exact', `${id} collection`, {
      says: order.rebateCollection,
      is: merchant.rebateCollection,
    }),
    ...checkHeld(order, { merchant, books }),
  ];
}

function checkMoved(order: OrderDocument, before: OrderDocument): Finding[] {
  const { _id: id, state } = order;
  const allowed = LATER[before.state] ?? [];
  const changed = FIXED.filter(
    (field) => JSON.stringify(order[field]) !== JSON.stringify(before[field]),
  );
  return [
    ...holds('order-moves', allowed.includes(state), `${id} went from ${before.state} to ${state}`),
    ...changed.map((field) => ({ rule: 'order-fixed', text: `${id}: ${field} has changed` })),
    ...holds('order-fixed', order.refundedFen >= before.refundedFen, `${id}: refunds shrink`),
  ];
}

function checkPosted(
  { _id: id, state, paidAt, effectiveAt }: OrderDocument,
  books: Books,
): Finding[] {
  const entry = books.paid.get(id);
  const isPaid = !UNPAID.includes(state);
  return [
    ...holds(
      'posted-once',
      isPaid === (entry !== undefined),
      `order ${id} is ${state}, and its payment is ${entry === undefined ? 'not ' : ''}posted`,
    ),
    ...same('posted-once', `${id} paid at`, { says: paidAt, is: entry?.at ?? 'undefined' }),
    ...same('matures-in-time', `${id} takes effect`, {
      says: effectiveAt,
      is: books.effectiveAt.get(id) ?? 'undefined',
    }),
  ];
}

/** Each refund is in the journal once, and cash and coupons are the difference that it makes. */
function checkRefunds(order: OrderDocument, books: Books): Finding[] {
  const { _id: id, refunds = [], refundedFen, state, bill } = order;
  const findings = same('refund-exact', `${id} refunded`, {
    says: refundedFen,
    is: books.refundedFen.get(id) ?? 0n,
  });
  let before = 0n;
  for (const refund of refunds) {
    const after = before + BigInt(refund.amountFen);
    const standing = (fen: bigint): { cashFen: bigint; couponFen: bigint } =>
      standingOf(order, {
        refundedFen: fen,
        numbers: books.numbers,
        earns: { payer: true, merchant: true },
      });
    const [stood, stands] = [standing(before), standing(after)];
    findings.push(
      ...same('refund-exact', `${id} refund ${refund.id} cash`, {
        says: refund.cashFen,
        is: stood.cashFen - stands.cashFen,
      }),
      ...same('refund-exact', `${id} refund ${refund.id} coupons`, {
        says: refund.couponFen,
        is: stood.couponFen - stands.couponFen,
      }),
      ...holds(
        'refund-exact',
        books.known.has(`${id}:refund:${refund.id}`),
        `${id} refund ${refund.id} is not in the journal`,
      ),
    );
    before = after;
  }
  const isPart = refundedFen > 0 && refundedFen < bill.amountFen;
  return [
    ...findings,
    ...same('refund-exact', `${id} sum of refunds`, { says: refundedFen, is: before }),
    ...holds('refund-within-bill', refundedFen <= bill.amountFen, `${id} gave ${refundedFen} back`),
    ...holds('order-moves', (state === 'partly-refunded') === isPart, `${id} is ${state}`),
  ];
}
