// `<order>:refund:<request>`: what the bill would have been without the refunded part is computed
// anew, and the difference goes back. Source: docs/domain/refunds.md.
import { Balances } from '../balances';
import { PAYEES, standingOf, whoEarns, type Shares, type Standing } from '../bill';
import type { Books } from '../books';
import type { EntryDocument, MoveDocument, OrderDocument } from '../documents';
import { holds, same, type Finding } from '../finding';
import { least, most } from '../numbers';
import { rebateFrom } from './paid';
import { changesExactly, COMMITTED, FREE, ISSUED, PENDING, POINTS } from './rule';
import { accountOfShare, moveShares } from './share-moves';

interface Refund {
  readonly entry: EntryDocument;
  readonly order: OrderDocument;
  readonly books: Books;
  /** What goes back: the difference of what stood before and after. */
  readonly back: Standing;
  /** When the earning takes, or took, effect; absent while there is none. */
  readonly effectiveAt: number | undefined;
  /** Fund's share that cannot be asked back, since its payer has left. */
  readonly leftBehindFen: bigint;
}

export function refund(entry: EntryDocument, books: Books): Finding[] {
  const { orderId = '', _id: id } = entry;
  const order = books.orders.get(orderId);
  const merchant = books.merchants.get(order?.merchant.id ?? '');
  const paidEntry = books.paid.get(orderId);
  if (order === undefined || merchant === undefined || paidEntry === undefined) {
    return [{ rule: 'refund-exact', text: `${id} is of no paid order` }];
  }
  const amountFen = -BigInt(entry.billFen ?? 0);
  const beforeFen = books.refundedFen.get(orderId) ?? 0n;
  const afterFen = beforeFen + amountFen;
  if (amountFen <= 0n || afterFen > BigInt(order.bill.amountFen)) {
    return [
      { rule: 'refund-within-bill', text: `${id} gives ${amountFen} back, in all ${afterFen}` },
    ];
  }
  books.refundedFen.set(orderId, afterFen);
  const effectiveAt = books.effectiveAt.get(orderId);
  const since = books.since.get(order.payer) ?? -1;
  const hasLeft = paidEntry.at <= since;
  const who = whoEarns(merchant, order.payer);
  const hasEarned = effectiveAt !== undefined;
  const earns = { payer: who.payer && hasEarned && !hasLeft, merchant: who.merchant && hasEarned };
  const standing = (refundedFen: bigint): Standing =>
    standingOf(order, { refundedFen, numbers: books.numbers, earns });
  const back = difference(standing(beforeFen), standing(afterFen));
  const wereInEffect = hasLeft && who.payer && (effectiveAt ?? Infinity) <= since;
  const leftBehindFen = wereInEffect ? most(0n, back.shares.fund) : 0n;
  return [
    ...same('refund-exact', `${id} takes effect`, {
      says: entry.effectiveAt,
      is: Math.max(entry.at, effectiveAt ?? 0),
    }),
    ...holds('refund-exact', entry.at >= paidEntry.at, `${id} stands before its payment`),
    ...checkMoves({ entry, order, books, back, effectiveAt, leftBehindFen }),
  ];
}

function difference(before: Standing, after: Standing): Standing {
  const shares = Object.fromEntries(
    ([...PAYEES, 'fund'] as const).map((payee) => [
      payee,
      before.shares[payee] - after.shares[payee],
    ]),
  );
  return {
    couponFen: before.couponFen - after.couponFen,
    cashFen: before.cashFen - after.cashFen,
    rebateFen: before.rebateFen - after.rebateFen,
    payerPoints: before.payerPoints - after.payerPoints,
    merchantPoints: before.merchantPoints - after.merchantPoints,
    shares: shares as unknown as Shares,
  };
}

/** What was released on the points and can still be taken back leaves lots; the rest is an offset. */
function checkMoves(refund: Refund): Finding[] {
  const { entry, order, books, back } = refund;
  const { payer, merchant } = order;
  const sides = [
    { account: payer, points: back.payerPoints },
    { account: merchant.id, points: back.merchantPoints },
  ];
  const findings: Finding[] = [];
  const moves = new Balances();
  const matures = new Balances();
  let lostFen = refund.leftBehindFen;
  let takenFen = 0n;
  const offsets = new Map<string, bigint>();
  for (const { account, points } of sides) {
    const holder = books.holder(account);
    holder.settleSilently(books.dividends.length, entry.at);
    const over = holder.takeBack(order._id, points);
    const taken = takenFrom(entry.moves, account);
    const offset = offsetBegun(entry.moves, account);
    matures.move(`points/${account}`, POINTS, points);
    moves.move(`offset/${account}`, ISSUED, offset);
    for (const [lot, amount] of taken.lots) moves.move(lot, ISSUED, amount);
    findings.push(
      ...same('take-back-exact', `${entry._id} takes from ${account}`, {
        says: taken.sum + offset,
        is: over,
      }),
    );
    offsets.set(account, books.offset(account) + offset);
    lostFen += offset;
    takenFen += taken.sum;
  }
  moves.move(COMMITTED, FREE, takenFen);
  giveCouponsBack(moves, { order, back, offsetFen: offsets.get(payer) ?? 0n, books });
  giveRebateBack({ moves, matures }, { refund, lostFen });
  return [...findings, ...changesExactly('refund-exact', entry, { moves, matures })];
}

function takenFrom(
  moves: readonly MoveDocument[],
  account: string,
): { lots: [string, bigint][]; sum: bigint } {
  const lots = moves
    .filter(({ from, to }) => from.startsWith(`coupons/${account}/`) && to === ISSUED)
    .map(({ from, amount }): [string, bigint] => [from, BigInt(amount)]);
  return { lots, sum: lots.reduce((sum, [, amount]) => sum + amount, 0n) };
}

function offsetBegun(moves: readonly MoveDocument[], account: string): bigint {
  return moves
    .filter(({ from, to }) => from === `offset/${account}` && to === ISSUED)
    .reduce((sum, { amount }) => sum + BigInt(amount), 0n);
}

/** Cash and coupons of the bill; an open offset takes what of the coupons it can. */
function giveCouponsBack(
  moves: Balances,
  {
    order,
    back,
    offsetFen,
    books,
  }: { order: OrderDocument; back: Standing; offsetFen: bigint; books: Books },
): void {
  const shop = `payable/merchant/${order.merchant.id}`;
  if (order.rebateCollection === 'own') moves.move(shop, 'cash/payers', back.cashFen);
  moves.move(shop, COMMITTED, back.couponFen);
  let repaidFen = least(offsetFen, back.couponFen);
  moves.move(ISSUED, `offset/${order.payer}`, repaidFen);
  moves.move(COMMITTED, FREE, repaidFen);
  for (const [lot, amount] of lotsBack(order, back.couponFen, books)) {
    const repays = least(repaidFen, amount);
    repaidFen -= repays;
    moves.move(ISSUED, `coupons/${order.payer}/${lot}`, amount - repays);
  }
}

/** Latest expiry first, after those that went back before. */
function lotsBack(
  { _id, held }: OrderDocument,
  couponFen: bigint,
  { known }: Books,
): [string, bigint][] {
  const before = returnedBefore(_id, known);
  let [skip, left] = [before, couponFen];
  const parts: [string, bigint][] = [];
  for (const { lot, amountFen } of [...held].reverse()) {
    const skipped = least(skip, BigInt(amountFen));
    skip -= skipped;
    const part = least(BigInt(amountFen) - skipped, left);
    left -= part;
    if (part > 0n) parts.push([lot.id, part]);
  }
  return parts;
}

/** Coupons of this order that earlier refunds have given back, by the journal. */
function returnedBefore(orderId: string, known: Books['known']): bigint {
  let sum = 0n;
  for (const [id, { moves }] of known) {
    if (!id.startsWith(`${orderId}:refund:`)) continue;
    for (const { from, to, amount } of moves) {
      if (from.startsWith('payable/merchant/') && to === COMMITTED) sum += BigInt(amount);
    }
  }
  return sum;
}

/**
 * The rebate goes back to the shop: out of pending before it has taken effect; afterwards from each
 * payee, and what the fund had of it, less what could not be taken back, is owed.
 */
function giveRebateBack(
  { moves, matures }: { moves: Balances; matures: Balances },
  { refund: { entry, order, back, effectiveAt }, lostFen }: { refund: Refund; lostFen: bigint },
): void {
  if (effectiveAt === undefined) {
    moves.move(PENDING, rebateFrom(order), back.rebateFen);
    return;
  }
  const shop = `payable/merchant/${order.merchant.id}`;
  if (entry.at < effectiveAt) {
    moves.move(PENDING, shop, back.rebateFen);
    moveShares(matures, { order, shares: back.shares, sign: -1n });
    return;
  }
  for (const payee of PAYEES) moves.move(accountOfShare(order, payee), shop, back.shares[payee]);
  const { fund } = back.shares;
  moves.move(`owed/${entry._id}`, shop, most(0n, most(0n, fund) - lostFen));
  moves.move(FREE, shop, least(fund, 0n));
}
