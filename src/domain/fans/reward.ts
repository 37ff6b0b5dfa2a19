// What fans bring a shop: coupons out of the fan fund, given when its account reads the orders.
import type { MerchantAccount } from '../accounts/account';
import { freeCover } from '../coupons/cover';
import { fundLot, lotExpiry, putIntoLots, takeFromLot } from '../coupons/lot';
import {
  isEarning,
  journalEntry,
  moveCoupons,
  moveFen,
  type JournalEntry,
  type Move,
} from '../journal/entry';
import * as names from '../journal/names';
import {
  add,
  atLeastZero,
  fen,
  NO_FEN,
  smaller,
  subtract,
  totalFen,
  type Fen,
} from '../money/amounts';

export interface RewardRules {
  readonly lotValidMonths: number;
}

/** What a page of its journal brings a shop, before and after what refunds undid. */
export function readRewards(
  account: MerchantAccount,
  page: readonly JournalEntry[],
): { account: MerchantAccount; rewardFen: Fen; lastId: string } {
  let { cancelledRewards } = account;
  let rewardFen = NO_FEN;
  let lastId = '';
  for (const entry of page) {
    if (entry.fan !== account.id || !isEarning(entry)) continue;
    const { orderId = entry.id } = entry;
    const undone = cancelledRewards.filter((each) => each.orderId === orderId);
    cancelledRewards = cancelledRewards.filter((each) => each.orderId !== orderId);
    const undoneFen = totalFen(undone.map(({ amountFen }) => amountFen));
    rewardFen = add(rewardFen, atLeastZero(subtract(rewardIn(entry), undoneFen)));
    lastId = entry.id;
  }
  return { account: { ...account, cancelledRewards }, rewardFen, lastId };
}

/** The fan's share of a rebate, as the entry that earned it carries it. */
function rewardIn({ matures }: JournalEntry): Fen {
  const toFund = matures.filter(({ to }) => to === names.FAN_FREE);
  return totalFen(toFund.map(({ amount }) => fen(amount)));
}

/**
 * Gives a shop its rewards: first what it still owes for refunded ones, the rest as coupons of the
 * fan fund. `lastId` is the last entry that brought one, so that the same reading is one entry.
 */
export function giveRewards(
  account: MerchantAccount,
  {
    rewardFen,
    lastId,
    at,
    rules,
  }: { rewardFen: Fen; lastId: string; at: number; rules: RewardRules },
): { account: MerchantAccount; entries: JournalEntry[] } {
  if (rewardFen === 0) return { account, entries: [] };
  const offsetFen = smaller(rewardFen, account.fanOffsetFen);
  const lotFen = subtract(rewardFen, offsetFen);
  const expiresAt = lotExpiry(at, rules.lotValidMonths);
  const lot = fundLot({ source: 'fan', amountFen: lotFen, startsAt: at, expiresAt });
  const from = names.issuedOf(lot);
  const entry = journalEntry({
    ...{ id: `${account.id}:fan:${lastId}`, kind: 'fan-reward', at, effectiveAt: at },
    payer: account.id,
    moves: [
      ...moveCoupons({ from, to: names.couponsOf(account.id, lot) }, lotFen),
      ...moveCoupons({ from, to: names.fanOffsetOf(account.id) }, offsetFen),
      ...moveFen({ from: names.FAN_FREE, to: names.FAN_COMMITTED }, lotFen),
    ],
    matures: [],
  });
  return {
    account: {
      ...account,
      fanOffsetFen: subtract(account.fanOffsetFen, offsetFen),
      lots: lotFen > 0 ? putIntoLots(account.lots, lot) : account.lots,
    },
    entries: [entry],
  };
}

export interface TakenReward {
  readonly account: MerchantAccount;
  readonly moves: readonly Move[];
  /** Spent since: the next rewards repay it. */
  readonly unrecoveredFen: Fen;
}

/** Takes a reward back that its shop has read; fan lots, latest expiry first. */
export function takeRewardBack(account: MerchantAccount, rewardFen: Fen): TakenReward {
  let { lots } = account;
  let leftFen = rewardFen;
  const moves: Move[] = [];
  for (const lot of [...account.lots].reverse()) {
    const amountFen = lot.source === 'fan' ? smaller(lot.balanceFen, leftFen) : NO_FEN;
    if (amountFen <= 0) continue;
    lots = takeFromLot(lots, { lotId: lot.id, amountFen });
    leftFen = subtract(leftFen, amountFen);
    const from = names.couponsOf(account.id, lot);
    moves.push(...moveCoupons({ from, to: names.issuedOf(lot) }, amountFen));
    moves.push(...freeCover(lot, amountFen));
  }
  const offset = { from: names.fanOffsetOf(account.id), to: names.issuedOf({ fundedBy: 'fan' }) };
  return {
    account: { ...account, lots, fanOffsetFen: add(account.fanOffsetFen, leftFen) },
    moves: [...moves, ...moveCoupons(offset, leftFen)],
    unrecoveredFen: leftFen,
  };
}
