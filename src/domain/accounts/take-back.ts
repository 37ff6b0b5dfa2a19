// Takes an earning back from an account: its points, and what was released on them since.
import { takeFromLot, type Lot } from '../coupons/lot';
import { moveCoupons, moveFen, movePoints, type Move } from '../journal/entry';
import * as names from '../journal/names';
import {
  add,
  atLeastZero,
  NO_FEN,
  releaseOf,
  smaller,
  subtract,
  totalFen,
  type Centipoints,
  type Fen,
} from '../money/amounts';
import { invariant } from '../result';
import type { Account, MerchantAccount, PeriodShare } from './account';
import { releaseUnderCap, type AccountRules } from './settle';

export interface Earning {
  readonly orderId: string;
  readonly points: Centipoints;
  /** When the earning takes, or took, effect (ms). */
  readonly effectiveAt: number;
}

export interface TakenBack<A extends Account = Account> {
  readonly account: A;
  /** Coupon and cover moves, counting from the refund's `at`. */
  readonly moves: readonly Move[];
  /** Points, counting from the refund's effectiveAt. */
  readonly matures: readonly Move[];
  /** Released on these points, and spent since: the account's offset grows by it. */
  readonly unrecoveredFen: Fen;
}

/** Takes an earning back from a settled account of a person. */
export function takeBack<A extends Account>(
  account: A,
  { earning, rules }: { earning: Earning; rules: AccountRules },
): TakenBack<A> {
  if (earning.points === 0) return { account, moves: [], matures: [], unrecoveredFen: NO_FEN };
  const matures = pointsBack(account, earning);
  const waiting = account.maturing.find(({ orderId }) => orderId === earning.orderId);
  if (waiting === undefined) return { ...replay(account, { earning, rules }), matures };
  invariant(waiting.points >= earning.points, `${earning.orderId} earned less than is taken back`);
  const left = subtract(waiting.points, earning.points);
  const maturing = account.maturing.flatMap((each) =>
    each !== waiting ? [each] : left === 0 ? [] : [{ ...each, points: left }],
  );
  return { account: { ...account, maturing }, moves: [], matures, unrecoveredFen: NO_FEN };
}

/** Takes an earning back from a settled account of a shop, which may not have read it yet. */
export function takeBackFromMerchant(
  account: MerchantAccount,
  { earning, rules }: { earning: Earning; rules: AccountRules },
): TakenBack<MerchantAccount> {
  if (hasRead(account, earning)) return takeBack(account, { earning, rules });
  const { orderId, points } = earning;
  const cancelled = points === 0 ? account.cancelled : [...account.cancelled, { orderId, points }];
  return {
    account: { ...account, cancelled },
    moves: [],
    matures: pointsBack(account, earning),
    unrecoveredFen: NO_FEN,
  };
}

/** Earnings are read in the order of (effectiveAt, entry id), and the id begins with the order's. */
export function hasRead(
  { reading }: MerchantAccount,
  { effectiveAt, orderId }: Omit<Earning, 'points'>,
): boolean {
  return (
    effectiveAt < reading.time || (effectiveAt === reading.time && `${orderId}:` <= reading.id)
  );
}

function pointsBack(account: Account, { points }: Earning): Move[] {
  return movePoints({ from: names.pointsOf(account.id), to: names.POINTS_ISSUED }, points);
}

/** The points leave at once, and the history is computed again without them, cap included. */
function replay<A extends Account>(
  account: A,
  { earning, rules }: { earning: Earning; rules: AccountRules },
): Omit<TakenBack<A>, 'matures'> {
  const points = subtract(account.points, earning.points);
  invariant(points >= 0, `${account.id} has fewer points than are taken back`);
  const history = replayHistory(account.history, { earning, rules });
  const receivedFen = totalFen(history.map(({ amountFen }) => amountFen));
  const overFen = subtract(account.receivedFen, receivedFen);
  invariant(overFen >= 0, 'fewer points never release more');
  const { lots, moves, recoveredFen } = takeFromLots(account, overFen);
  const unrecoveredFen = subtract(overFen, recoveredFen);
  const offset = { from: names.offsetOf(account.id), to: names.COUPONS_ISSUED };
  return {
    account: {
      ...account,
      points,
      history,
      receivedFen,
      lots,
      offsetFen: add(account.offsetFen, unrecoveredFen),
    },
    moves: [...moves, ...moveCoupons(offset, unrecoveredFen)],
    unrecoveredFen,
  };
}

function replayHistory(
  history: readonly PeriodShare[],
  { earning, rules }: { earning: Earning; rules: AccountRules },
): PeriodShare[] {
  let receivedFen = NO_FEN;
  return history.map((share) => {
    const eligible =
      share.cut >= earning.effectiveAt
        ? atLeastZero(subtract(share.eligible, earning.points))
        : share.eligible;
    const uncapped = releaseOf(eligible, share.rate);
    const released = releaseUnderCap({ uncapped, eligible, receivedFen, rules });
    receivedFen = add(receivedFen, released.amountFen);
    return { ...share, eligible, ...released };
  });
}

/** Dividend lots, latest expiry first; it frees their cover. Coupons in holds count as spent. */
function takeFromLots(
  account: Account,
  overFen: Fen,
): { lots: readonly Lot[]; moves: Move[]; recoveredFen: Fen } {
  let { lots } = account;
  let recoveredFen = NO_FEN;
  const moves: Move[] = [];
  for (const lot of [...account.lots].reverse().filter(({ source }) => source === 'dividend')) {
    const amountFen = smaller(lot.balanceFen, subtract(overFen, recoveredFen));
    if (amountFen <= 0) continue;
    lots = takeFromLot(lots, { lotId: lot.id, amountFen });
    recoveredFen = add(recoveredFen, amountFen);
    const from = names.couponsOf(account.id, lot);
    moves.push(...moveCoupons({ from, to: names.COUPONS_ISSUED }, amountFen));
  }
  const cover = { from: names.DIVIDEND_COMMITTED, to: names.DIVIDEND_FREE };
  return { lots, moves: [...moves, ...moveFen(cover, recoveredFen)], recoveredFen };
}
