// `<order>:refund:<request>`: what the bill would have been without the refunded part is computed
// anew, and the difference goes back. Source: docs/domain/refunds.md.
import { Balances } from '../balances';
import { PAYEES, standingOf, whoEarns, type Shares, type Standing } from '../bill';
import type { Books } from '../books';
import type {
  EntryDocument,
  HeldDocument,
  LotDocument,
  MoveDocument,
  OrderDocument,
} from '../documents';
import { holds, same, type Finding } from '../finding';
import { least, most } from '../numbers';
import { fundBehind, isInWallet, leaves, nameOfLot, outsideOf } from '../lots';
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
  readonly hasLeft: boolean;
  /** Nothing of the bill stands any more. */
  readonly isWhole: boolean;
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
  const isWhole = afterFen === BigInt(order.bill.amountFen);
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
    ...checkMoves({ entry, order, books, back, effectiveAt, leftBehindFen, hasLeft, isWhole }),
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
    spendBackFen: before.spendBackFen - after.spendBackFen,
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
  giveCouponsBack(moves, { refund, offsetFen: offsets.get(payer) ?? 0n });
  giveRebateBack({ moves, matures }, { refund, lostFen });
  findings.push(...takeGivenBack(moves, refund), ...takeRewardBack(moves, refund));
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

/**
 * Cash and coupons of the bill. Every fund has back what it paid of the part; balance goes back to
 * its lot, offers and what the shop bore only with the whole bill. An open offset takes first.
 */
function giveCouponsBack(
  moves: Balances,
  { refund, offsetFen }: { refund: Refund; offsetFen: bigint },
): void {
  const { entry, order, back, books, isWhole } = refund;
  const shop = `payable/merchant/${order.merchant.id}`;
  if (order.rebateCollection === 'own') moves.move(shop, 'cash/payers', back.cashFen);
  const parts = partsBack(order, back.couponFen, books);
  for (const { lot, amountFen } of parts) {
    moves.move(shop, fundBehind(lot) ?? 'no fund', BigInt(amountFen));
  }
  // An offer that has expired, or had before, comes back worth what is paid back for it now.
  const isOfItsTime = ({ expiresAt, returnedAt }: LotDocument): boolean =>
    expiresAt > entry.at && returnedAt === undefined;
  const whole = order.held.filter(
    ({ lot }) => lot.fundedBy === 'acceptor' || (lot.kind === 'offer' && isOfItsTime(lot)),
  );
  const over = parts.filter(({ lot }) => lot.kind === 'offer' && !isOfItsTime(lot));
  const returned = [
    ...parts.filter(({ lot }) => lot.kind === 'balance'),
    ...(isWhole ? [...whole, ...over] : []),
  ].filter(isInWallet);
  let repaidFen = offsetFen;
  for (const part of returned) {
    const { lot } = part;
    const amount = isOfItsTime(lot) ? leaves(part) : BigInt(part.amountFen);
    const repays = lot.fundedBy === 'dividend' ? least(repaidFen, amount) : 0n;
    repaidFen -= repays;
    moves.move(outsideOf(lot), `offset/${order.payer}`, repays);
    moves.move(COMMITTED, FREE, repays);
    moves.move(outsideOf(lot), nameOfLot(order.payer, lot), amount - repays);
  }
}

/** What funds have paid and get back now: from the end of the list, after what went back before. */
function partsBack({ _id, held }: OrderDocument, couponFen: bigint, books: Books): HeldDocument[] {
  let [skip, left] = [books.couponsBackFen.get(_id) ?? 0n, couponFen];
  books.couponsBackFen.set(_id, skip + couponFen);
  const parts: HeldDocument[] = [];
  for (const { lot, amountFen } of [...held].reverse()) {
    if (lot.fundedBy === 'acceptor') continue;
    const skipped = least(skip, BigInt(amountFen));
    skip -= skipped;
    const part = least(BigInt(amountFen) - skipped, left);
    left -= part;
    if (part > 0n) parts.push({ lot, amountFen: Number(part) });
  }
  return parts;
}

/** Coupons that the bill gave, as far as they are still there. */
function takeGivenBack(moves: Balances, { entry, order, books, back, hasLeft }: Refund): Finding[] {
  const wallet = `shop-coupons/${order.payer}/${order.spendBack?.lotId ?? ''}`;
  const outside = 'shop-coupons/issued';
  const taken = sumBetween(entry.moves, wallet, outside);
  moves.move(wallet, outside, taken);
  const most = hasLeft ? 0n : least(back.spendBackFen, books.ever.get(wallet));
  return holds('refund-exact', taken <= most, `${entry._id} takes ${taken} of ${most} given back`);
}

/** A reward that its shop has been given leaves its fan coupons; what is spent becomes an offset. */
function takeRewardBack(moves: Balances, { entry, order, books, back }: Refund): Finding[] {
  const payee = order.payees['fan'] ?? '';
  const outside = 'fan-coupons/issued';
  const isGiven = books.rewarded.has(order._id);
  const reward = isGiven ? most(0n, back.shares.fan) : 0n;
  let taken = 0n;
  for (const { from, to, amount } of entry.moves) {
    if (!from.startsWith(`fan-coupons/${payee}/`) || to !== outside) continue;
    moves.move(from, outside, BigInt(amount));
    taken += BigInt(amount);
  }
  moves.move('fund/fan/committed', 'fund/fan/free', taken);
  const offset = reward - taken;
  moves.move(`fan-offset/${payee}`, outside, offset);
  moves.move(`payable/merchant/${order.merchant.id}`, 'fund/fan/free', offset);
  return holds(
    'refund-exact',
    offset >= 0n,
    `${entry._id} takes ${taken} of a reward of ${reward}`,
  );
}

function sumBetween(moves: readonly MoveDocument[], from: string, to: string): bigint {
  return moves
    .filter((move) => move.from === from && move.to === to)
    .reduce((sum, { amount }) => sum + BigInt(amount), 0n);
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
