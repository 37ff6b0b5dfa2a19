// Rules broken one at a time, each with the finding by which the simulation has to notice. To add
// one: name the place in the source, and the rule of the auditor that must say so.
import type { Change } from '../../../simulation/functions/bundle-functions';
import type { WorldName } from '../../../simulation/world/policies';

export interface BrokenRule {
  readonly name: string;
  readonly changes: readonly Change[];
  /** The rule of a finding that this must bring about. */
  readonly finding: string;
  /** Where it shows; without it in the demo's, where points take effect at once. */
  readonly world?: WorldName;
  /** Actions that bring it about. */
  readonly favoured?: readonly string[];
}

const amounts = 'src/domain/money/amounts.ts';
const bill = 'src/domain/orders/bill.ts';
const hold = 'src/domain/orders/hold.ts';
const refund = 'src/domain/orders/refund.ts';
const settle = 'src/domain/accounts/settle.ts';
const postPaid = 'src/usecases/payments/post-paid.ts';

const posting: readonly BrokenRule[] = [
  {
    name: 'points of the cash part only',
    changes: [
      {
        file: bill,
        snippet: 'pointsOfRebate(rebateFen)',
        instead: 'pointsOfRebate(shareOf(subtract(amountFen, couponFen), rebateBps))',
      },
    ],
    finding: 'bill-exact',
    favoured: ['spend-everything'],
  },
  {
    name: 'staff earn at their own shop',
    changes: [
      { file: bill, snippet: 'merchant.staff.includes(payer)', instead: 'payer === merchant.id' },
    ],
    finding: 'bill-exact',
  },
  {
    name: 'points take effect at once',
    changes: [
      {
        file: 'src/domain/orders/paid-entry.ts',
        snippet: 'return Math.max(at, completedAt + maturityDays * DAY);',
        instead: 'return at;',
      },
    ],
    finding: 'matures-in-time',
    world: 'brisk',
  },
  {
    name: 'posting without looking whether it is done',
    changes: [
      {
        file: postPaid,
        snippet: "if (order.state !== 'placed') return abort({ outcome: 'settled', order });",
        instead: '',
      },
      {
        file: postPaid,
        snippet: "transaction.add('reports'",
        instead: "transaction.set('reports'",
      },
      {
        file: 'src/domain/orders/post-payment.ts',
        snippet: 'moveOrder({ ...order, paidAt: at,',
        instead: "moveOrder({ ...order, state: 'placed', paidAt: at,",
      },
      {
        file: 'src/domain/orders/paid-entry.ts',
        snippet: 'id: `${order.id}:paid`',
        instead: 'id: `${order.id}:paid:${at}`',
      },
    ],
    finding: 'posted-once',
    favoured: ['repeat-callbacks'],
  },
  {
    name: 'a payment after closing is kept',
    changes: [
      {
        file: postPaid,
        snippet:
          "if (order.state === 'closed') return keepLatePayment(transaction, { order, notice, at });",
        instead: "if (order.state === 'closed') return abort({ outcome: 'settled', order });",
      },
    ],
    finding: 'wechat-agrees',
    favoured: ['cancel'],
  },
];

const coupons: readonly BrokenRule[] = [
  {
    name: 'a hold does not take from its lot',
    changes: [{ file: hold, snippet: 'lots = takeFromLot(lots,', instead: 'takeFromLot(lots,' }],
    finding: 'lots-exact',
    favoured: ['leave-unpaid'],
  },
  {
    name: 'closing gives coupons back twice',
    changes: [
      {
        file: hold,
        snippet: "{ held: order.held, origin: 'lot'",
        instead: "{ held: [...order.held, ...order.held], origin: 'lot'",
      },
    ],
    finding: 'lots-exact',
    favoured: ['cancel'],
  },
  {
    name: 'expiry keeps the cover',
    changes: [
      {
        file: settle,
        snippet: 'const { account: after, moves } = giveUpLots({ ...account, lots }, expired);',
        instead: `const { account: after, moves: all } = giveUpLots({ ...account, lots }, expired);
          const moves = all.filter(({ asset }) => asset === 'coupon');`,
      },
    ],
    finding: 'cover-returns',
    favoured: ['hold-past-expiry'],
  },
  {
    name: 'what comes back forgets an offset',
    changes: [
      {
        file: 'src/domain/accounts/return-coupons.ts',
        snippet: "lot.fundedBy === 'dividend' ? smaller(backFen, account.offsetFen) : NO_FEN",
        instead: 'smaller(backFen, NO_FEN)',
      },
    ],
    finding: 'refund-exact',
    world: 'generous',
    favoured: ['spend-then-give-back', 'give-back'],
  },
];

const releases: readonly BrokenRule[] = [
  {
    name: 'a release is rounded up',
    changes: [
      {
        file: amounts,
        snippet: 'return fen(Number((BigInt(points) * BigInt(rate)) / PPB));',
        instead: 'return fen(Number((BigInt(points) * BigInt(rate) + PPB - 1n) / PPB));',
      },
    ],
    finding: 'released-exactly',
  },
  {
    name: 'the lifetime cap is ignored',
    changes: [
      {
        file: settle,
        snippet: 'amountFen: smaller(uncapped, room)',
        instead: 'amountFen: uncapped',
      },
    ],
    finding: 'released-exactly',
    world: 'generous',
    favoured: ['pay', 'pay-huge'],
  },
  {
    name: 'a dividend of the table’s rate that nothing covers',
    changes: [
      {
        file: 'src/domain/pool/conclude.ts',
        snippet: 'covered < table ? covered : table',
        instead: 'covered < table ? table : table',
      },
      {
        file: 'src/domain/advance/budget.ts',
        snippet: 'if (!rules.isOpen) return negate(availableFen);',
        instead: 'if (freeFen < 0) return NO_FEN; if (!rules.isOpen) return negate(availableFen);',
      },
    ],
    finding: 'declared-exactly',
    world: 'generous',
    favoured: ['pay', 'pay-huge'],
  },
];

const goingBack: readonly BrokenRule[] = [
  {
    name: 'a refund forgets the shop’s points',
    changes: [
      {
        file: refund,
        snippet: 'earning: { ...earning, points: merchantPoints }',
        instead: 'earning: { ...earning, points: NO_POINTS }',
      },
    ],
    finding: 'refund-exact',
    favoured: ['give-back'],
  },
  {
    name: 'a refund ignores what was spent',
    changes: [
      {
        file: refund,
        snippet: 'subtract(atLeastZero(shares.fund), refund.unrecoveredFen)',
        instead: 'atLeastZero(shares.fund)',
      },
    ],
    finding: 'refund-exact',
    world: 'generous',
    favoured: ['spend-then-give-back'],
  },
  {
    name: 'a shop reads points that were refunded before',
    changes: [
      {
        file: 'src/domain/accounts/read-merchant.ts',
        snippet: 'subtract(earnedIn(entry, account.id), totalPoints(undone.map((u) => u.points)))',
        instead: 'earnedIn(entry, account.id)',
      },
    ],
    finding: 'shop-rebuilt',
    world: 'brisk',
    favoured: ['give-back'],
  },
  {
    name: 'who leaves keeps the points in the pool',
    changes: [
      {
        file: 'src/domain/accounts/leave.ts',
        snippet: 'const matures = pointsBack(account, points);',
        instead: 'const matures = pointsBack(account, subtract(points, points));',
      },
      {
        file: 'src/domain/accounts/leave.ts',
        snippet: 'import { add, ',
        instead: 'import { add, subtract, ',
      },
    ],
    finding: 'points-exact',
    favoured: ['leave'],
  },
];

const offers: readonly BrokenRule[] = [
  {
    name: 'a coupon counts at every hour and in every kind of shop',
    changes: [
      {
        file: 'src/domain/coupons/usable.ts',
        snippet: "if (!isWithinWindows(lot.windows, bill.at)) return 'other-time';",
        instead: '',
      },
      {
        file: 'src/domain/coupons/usable.ts',
        snippet: "scope.category === shop.category ? undefined : 'other-category'",
        instead: 'undefined',
      },
    ],
    finding: 'hold-possible',
    favoured: ['claim', 'open-campaign', 'pay'],
  },
  {
    name: 'a person claims more than there is for one',
    changes: [
      {
        file: 'src/domain/campaigns/claim.ts',
        snippet: 'if (claimsOf(account, campaign.id) >= perPerson)',
        instead: 'if (claimsOf(account, campaign.id) > perPerson + 5)',
      },
    ],
    finding: 'claims-limited',
    favoured: ['claim', 'open-campaign'],
  },
  {
    name: 'a coupon that wins back is given to those who were here just now',
    changes: [
      {
        file: 'src/domain/campaigns/claim.ts',
        snippet: 'at - lastVisitAt >= awayDays * DAY',
        instead: 'at + DAY - lastVisitAt >= awayDays',
      },
    ],
    finding: 'stayed-away',
    favoured: ['claim', 'open-campaign'],
  },
  {
    name: 'more is taken before a dividend than the limit',
    changes: [
      {
        file: 'src/domain/advance/advance.ts',
        snippet: 'if (amountFen < 1 || amountFen > limitFen)',
        instead: 'if (amountFen < 1 || amountFen > availableFen)',
      },
    ],
    finding: 'advance-limited',
    world: 'brisk',
    favoured: ['take-advance'],
  },
  {
    name: 'a shop is rewarded for bills that were refunded',
    changes: [
      {
        file: 'src/domain/fans/reward.ts',
        snippet: 'atLeastZero(subtract(rewardIn(entry), undoneFen))',
        instead: 'atLeastZero(add(subtract(rewardIn(entry), undoneFen), undoneFen))',
      },
    ],
    finding: 'reward-exact',
    world: 'brisk',
    favoured: ['come-by-code', 'give-back'],
  },
];

/** In two halves, so that they are played at the same time. */
export const firstHalf: readonly BrokenRule[] = [...posting, ...releases, ...offers];
export const secondHalf: readonly BrokenRule[] = [...coupons, ...goingBack];
