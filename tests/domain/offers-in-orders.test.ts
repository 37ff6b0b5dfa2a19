// Offers, coupons of every fund and what a bill gives back, through the life of an order.
import fc from 'fast-check';
import {
  newMerchantAccount,
  type Account,
  type MerchantAccount,
} from '../../src/domain/accounts/account';
import { settleMerchant } from '../../src/domain/accounts/read-merchant';
import { mergeMatured } from '../../src/domain/accounts/settle';
import type { Campaign, SpendBack } from '../../src/domain/campaigns/campaign';
import { bestUse, checkUse } from '../../src/domain/coupons/best-use';
import type { BalanceLot, Lot } from '../../src/domain/coupons/lot';
import { balancesAt } from '../../src/domain/journal/balances';
import type { JournalEntry } from '../../src/domain/journal/entry';
import { basisPoints, fen } from '../../src/domain/money/amounts';
import { closeOrder, holdCoupons } from '../../src/domain/orders/hold';
import type { HeldCoupon, Order } from '../../src/domain/orders/order';
import { postPayment } from '../../src/domain/orders/post-payment';
import { refundOrder } from '../../src/domain/orders/refund';
import { NO_PAYEES } from '../../src/domain/orders/waterfall';
import { DAY, startOfNextDay } from '../../src/domain/time';
import { policies } from '../../src/policy/policies';
import { wallet as smallWallet } from '../support/wallets';
import { account, billAt, lot, NOW, offer, order } from './builders';

const EVER = Number.MAX_SAFE_INTEGER;
const rules = policies.demo;
const SHOP = 'm-noodles';

interface Paid {
  readonly order: Order;
  readonly payer: Account;
  readonly merchant: MerchantAccount;
  readonly fan: MerchantAccount | undefined;
  readonly entries: readonly JournalEntry[];
}

interface Wishes {
  readonly lots: readonly Lot[];
  readonly amountFen: number;
  readonly rebateBps?: number;
  readonly fan?: string | null;
  readonly spendBack?: SpendBack;
  readonly maturityDays?: number;
}

function place({ lots, amountFen, rebateBps = 1000, fan = null, ...wishes }: Wishes) {
  const bill = billAt(amountFen, { deliveryFen: fen(Math.floor(amountFen / 8)) });
  const stacking = rules.stacking;
  const uses = bestUse(lots, { bill, rules: stacking });
  const use = checkUse(lots, { uses, bill, rules: stacking });
  if (!use.ok) throw new Error(use.error.code);
  const holding = holdCoupons(account({ lots: lots.filter(isOwn) }), use.value);
  const { discountFen, couponFen } = use.value;
  const { spendBack, maturityDays = 7 } = wishes;
  const placed = order({
    ...{ amountFen, discountFen, couponFen, rebateBps, held: holding.held, maturityDays },
    payees: { ...NO_PAYEES, fan, promoter: 'p-1', county: '330106' },
    ...(spendBack === undefined ? {} : { spendBack }),
  });
  return { ...holding, order: placed };
}

/** A shop's own offer is in nobody's wallet. */
function isOwn({ source }: Lot): boolean {
  return source !== 'shop';
}

/** Pays; where the bill has matured both shops have read it, and the reward is given. */
function pay(wishes: Wishes): Paid {
  const { order: placed, account: holder } = place(wishes);
  const posted = postPayment({ order: placed, account: holder, at: NOW });
  const isMature = wishes.maturityDays === 0;
  const { fan } = placed.payees;
  const read = (id: string) =>
    settleMerchant({
      ...{ account: newMerchantAccount(id), isLastPage: true, dividends: [], rules },
      page: isMature ? [posted.entry] : [],
      ...{ through: { period: 0, cursor: isMature ? NOW : NOW - 1 }, at: NOW },
    });
  const merchant = read(SHOP);
  const other = fan === null || fan === SHOP ? undefined : read(fan);
  return {
    order: posted.order,
    payer: isMature ? mergeMatured(posted.account, NOW) : posted.account,
    merchant: merchant.account,
    fan: other?.account,
    entries: [posted.entry, ...merchant.entries, ...(other?.entries ?? [])],
  };
}

function refund(so: Paid, amountFen: number, at = NOW): Paid {
  const done = refundOrder({
    ...{ order: so.order, payer: so.payer, merchant: so.merchant, fan: so.fan },
    request: { id: String(so.entries.length), by: 'merchant', reason: '退货' },
    ...{ amountFen: fen(amountFen), at, rules },
  });
  if (!done.ok) throw new Error(done.error.code);
  return { ...done.value, entries: [...so.entries, done.value.entry] };
}

function balanceOf(entries: readonly JournalEntry[], name: string): number {
  return Number(balancesAt(entries, EVER).get(name) ?? 0n);
}

const shopsOwn: Campaign = {
  ...{ id: 'c-back', name: '消费返券', kind: 'spend-back', fundedBy: 'acceptor' },
  ...{ siteId: 'hangzhou', shops: [{ id: SHOP, code: 'noodles1', name: '面馆' }] },
  terms: {
    benefit: { kind: 'balance', faceFen: fen(50_00) },
    scope: { kind: 'merchants', merchants: [{ id: SHOP, code: 'noodles1', name: '面馆' }] },
    ...{ channels: ['counter'], minSpendFen: fen(0), maxShareBps: basisPoints(9000) },
    ...{ validDays: 30, validUntil: NOW + 90 * DAY },
  },
  ...{ startsAt: NOW - DAY, endsAt: NOW + DAY, total: 100, perPerson: 100 },
  ...{ spendBack: { backBps: basisPoints(1000), ceilingFen: fen(50_00) }, isStopped: false },
};

/** Lots as they come about: who pays for them says where they come from. */
function asIssued(each: Lot, index: number): Lot {
  const isOffer = each.kind === 'offer';
  const fundedBy = isOffer && each.fundedBy === 'dividend' ? 'activity' : each.fundedBy;
  const isOfShop = isOffer && fundedBy === 'acceptor' && index % 2 === 0;
  if (fundedBy === 'dividend') return { ...each, source: index % 2 === 0 ? 'dividend' : 'advance' };
  if (fundedBy === 'fan' && !isOffer) return { ...each, source: 'fan' };
  const campaign = { source: 'campaign' as const, campaignId: `c-${index}` };
  const funder = fundedBy === 'fan' ? 'issuer' : fundedBy;
  return { ...each, ...campaign, fundedBy: funder, ...(isOfShop ? { source: 'shop' } : {}) };
}

const UNIT = 137;
const large = (each: Lot): Lot => {
  const faceFen = fen(each.faceFen * UNIT);
  const fields = { faceFen, balanceFen: fen(each.balanceFen * UNIT), minSpendFen: fen(0) };
  if (each.kind === 'balance') return { ...each, ...fields };
  const { benefit } = each;
  const gives =
    benefit.kind === 'money-off'
      ? { ...benefit, offFen: faceFen }
      : { ...benefit, ceilingFen: faceFen };
  return { ...each, ...fields, benefit: gives };
};
const wallet = smallWallet.map((lots) =>
  lots
    .map((each, index) => large(asIssued(each, index)))
    .filter(({ expiresAt }) => expiresAt > NOW)
    .sort((a, b) => a.expiresAt - b.expiresAt || (a.id < b.id ? -1 : 1)),
);
const bills = fc.record({
  lots: wallet,
  amountFen: fc.integer({ min: 1, max: 20 * UNIT }),
  rebateBps: fc.integer({ min: 300, max: 2000 }),
  fan: fc.constantFrom(null, SHOP, 'm-9'),
  maturityDays: fc.constantFrom(0, 7),
  isGivingBack: fc.boolean(),
});
const cuts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 4 });

function partsOf(amountFen: number, at: readonly number[]): number[] {
  const ends = [...at.map((cut) => Math.floor(cut * amountFen)), amountFen].sort((a, b) => a - b);
  return ends.map((end, index) => end - (ends[index - 1] ?? 0)).filter((part) => part > 0);
}

/** What is left of lots that had not been there: only empty ones may be. */
function withoutGiven(lots: readonly Lot[]): readonly Lot[] {
  return lots.filter(({ campaignId }) => campaignId !== shopsOwn.id);
}

const isBalanceOfFund = ({ lot: { kind, fundedBy } }: HeldCoupon) =>
  kind === 'balance' && fundedBy !== 'acceptor';
const sumOf = (amounts: readonly number[] = []) => amounts.reduce((sum, each) => sum + each, 0);

test('an order and its whole refund, in any parts, leave journal and wallet as they were', () => {
  const seen = { offers: 0, funds: new Set<string>() };
  fc.assert(
    fc.property(bills, cuts, ({ isGivingBack, ...wishes }, cut) => {
      const spendBack = isGivingBack ? { spendBack: { campaign: shopsOwn } } : {};
      let so = pay({ ...wishes, ...spendBack });
      for (const { lot: each } of so.order.held) {
        if (each.kind === 'offer') seen.offers += 1;
        seen.funds.add(`${each.source} ${each.fundedBy}`);
      }
      for (const part of partsOf(so.order.bill.amountFen, cut)) so = refund(so, part);
      expect(so.order.state).toBe('refunded');
      expect(sumOf(so.order.refunds?.map(({ returnedFen }) => returnedFen))).toBe(
        sumOf(so.order.held.filter(isBalanceOfFund).map(({ amountFen }) => amountFen)),
      );
      const owed = [...balancesAt(so.entries, EVER)].filter(([name]) => name.startsWith('owed/'));
      const debt = owed.reduce((sum, [, balance]) => sum + balance, 0n);
      const left = [...balancesAt(so.entries, EVER)].filter(
        ([name, value]) => value !== 0n && !name.startsWith('owed/'),
      );
      expect(left).toEqual(debt === 0n ? [] : [['fund/dividend/free', -debt]]);
      expect(withoutGiven(so.payer.lots)).toEqual(wishes.lots.filter(isOwn));
      expect(so.payer).toMatchObject({ heldFen: 0, savedFen: 0, points: 0, maturing: [] });
      for (const { lots, points, fanOffsetFen } of [so.merchant, so.fan ?? so.merchant]) {
        expect(lots.every(({ balanceFen }) => balanceFen === 0)).toBe(true);
        expect([points, fanOffsetFen]).toEqual([0, 0]);
      }
    }),
    { numRuns: 1500 },
  );
  expect(seen.offers).toBeGreaterThan(500);
  expect([...seen.funds].sort()).toEqual([
    'advance dividend',
    'campaign acceptor',
    'campaign activity',
    'campaign issuer',
    'dividend dividend',
    'fan fan',
    'shop acceptor',
  ]);
});

test('each fund pays its part; what the shop bears moves no money and lowers the bill', () => {
  fc.assert(
    fc.property(bills, (wishes) => {
      const { order: paid, entries } = pay(wishes);
      const [entry] = entries;
      const fund = (name: string): number =>
        (entry?.moves ?? [])
          .filter(({ from, to }) => from.startsWith(name) && to === `payable/merchant/${SHOP}`)
          .reduce((sum, { amount }) => sum + amount, 0);
      const held = (...funders: string[]): number =>
        paid.held
          .filter(({ lot: { fundedBy } }) => funders.includes(fundedBy))
          .reduce((sum, { amountFen }) => sum + amountFen, 0);
      expect(fund('fund/dividend/committed')).toBe(held('dividend'));
      expect(fund('fund/fan/committed')).toBe(held('fan'));
      expect(fund('fund/activity/')).toBe(held('activity', 'issuer'));
      expect(fund('cash/payers')).toBe(paid.bill.cashFen);
      expect(paid.bill.discountFen).toBe(held('acceptor'));
      expect(paid.bill.amountFen).toBe(wishes.amountFen - held('acceptor'));
      expect(paid.bill.amountFen).toBeGreaterThan(0);
    }),
    { numRuns: 500 },
  );
});

test('placing and closing are a round trip for every wallet; the offers come back whole', () => {
  fc.assert(
    fc.property(wallet, fc.integer({ min: 1, max: 20 * UNIT }), (lots, amountFen) => {
      const { account: holder, order: placed } = place({ lots, amountFen });
      const faces = placed.held.filter(({ lot: each }) => isOwn(each));
      const heldFen = faces.reduce(
        (sum, { lot: each, amountFen: part }) =>
          sum + (each.kind === 'offer' ? each.balanceFen : part),
        0,
      );
      expect(holder.heldFen).toBe(heldFen);
      for (const { lot: each } of faces.filter(({ lot: { kind } }) => kind === 'offer')) {
        expect(holder.lots.find(({ id }) => id === each.id)?.balanceFen).toBe(0);
      }
      const closed = closeOrder({ order: placed, account: holder, at: NOW, rules });
      expect(closed.account.lots).toEqual(lots.filter(isOwn));
      expect(closed.account.heldFen).toBe(0);
      expect(closed.entry).toBeUndefined();
    }),
  );
});

describe('an offer of 8.00 that paid 5.00 of a bill', () => {
  const eight = offer(
    'c-summer.1',
    { kind: 'percentage', offBps: basisPoints(5000), ceilingFen: fen(8_00) },
    { expiresAt: NOW + 10 * DAY },
  );
  const paid = pay({ lots: [eight], amountFen: 10_00 });
  const fund = 'fund/activity/c-summer';

  test('is gone whole, and cost its fund 5.00', () => {
    expect(paid.order.held).toMatchObject([{ amountFen: 5_00 }]);
    expect(paid.payer.lots).toMatchObject([{ balanceFen: 0, faceFen: 8_00 }]);
    expect(balanceOf(paid.entries, 'activity-coupons/issued')).toBe(8_00);
    expect(balanceOf(paid.entries, fund)).toBe(-5_00);
  });

  test('gives its fund the money back in proportion, and itself only in the end', () => {
    const half = refund(paid, 5_00);
    expect(balanceOf(half.entries, fund)).toBe(-2_50);
    expect(half.payer.lots).toMatchObject([{ balanceFen: 0 }]);
    const whole = refund(half, 5_00);
    expect(balanceOf(whole.entries, fund)).toBe(0);
    expect(whole.payer.lots).toEqual([eight]);
  });

  test('lives a week more when it has expired meanwhile, worth what it had cost', () => {
    const at = NOW + 20 * DAY;
    const whole = refund({ ...paid, payer: { ...paid.payer, lots: [] } }, 10_00, at);
    expect(whole.payer.lots).toMatchObject([
      { id: eight.id, faceFen: 5_00, balanceFen: 5_00, expiresAt: at + 7 * DAY },
    ]);
    expect(balanceOf(whole.entries, fund)).toBe(0);
    expect(balanceOf(whole.entries, 'activity-coupons/u-lin/c-summer.1')).toBe(-3_00);
  });

  test('that has ended between two refunds brings what the second pays back, and no more', () => {
    const half = refund(paid, 5_00);
    const whole = refund({ ...half, payer: { ...half.payer, lots: [] } }, 5_00, NOW + 20 * DAY);
    expect(whole.payer.lots).toMatchObject([{ id: eight.id, faceFen: 2_50, balanceFen: 2_50 }]);
    // What the first paid back may be gone with the campaign by then.
    expect(balanceOf(whole.entries, fund)).toBe(0);
    expect(balanceOf(whole.entries, 'activity-coupons/issued')).toBe(5_50);
  });

  test('that expired while it was held comes back whole for a week', () => {
    const { account: holder, order: placed } = place({ lots: [eight], amountFen: 10_00 });
    const at = NOW + 20 * DAY;
    const closed = closeOrder({ order: placed, account: { ...holder, lots: [] }, at, rules });
    expect(closed.account.lots).toMatchObject([
      { id: eight.id, balanceFen: 8_00, expiresAt: at + 7 * DAY },
    ]);
  });

  test('comes back worth no more than was paid back for it, however often it lives on', () => {
    const late = NOW + 20 * DAY;
    const first = refund({ ...paid, payer: { ...paid.payer, lots: [] } }, 10_00, late);
    // For a week it is worth 5.00; of a bill of 4.00 it pays 2.00, and that is all that comes back.
    const [again] = first.payer.lots;
    if (again === undefined) throw new Error('the offer is gone');
    const bill = billAt(4_00, { at: late });
    const uses = bestUse([again], { bill, rules: rules.stacking });
    const use = checkUse([again], { uses, bill, rules: rules.stacking });
    if (!use.ok) throw new Error(use.error.code);
    const holding = holdCoupons(first.payer, use.value);
    const { couponFen } = use.value;
    const placed = order({ amountFen: 4_00, couponFen, held: holding.held, id: 'b'.repeat(32) });
    const posted = postPayment({ order: placed, account: holding.account, at: late });
    const second = {
      ...first,
      order: posted.order,
      payer: posted.account,
      entries: [posted.entry],
    };
    const back = refund(second, 4_00, late + DAY);
    expect(balanceOf(back.entries, fund)).toBe(0);
    expect(back.payer.lots).toMatchObject([{ balanceFen: 2_00, faceFen: 2_00 }]);
  });
});

describe('balance of several ends, and an offer', () => {
  const ends = (days: number) => ({ expiresAt: NOW + days * DAY });
  const lots = [
    lot('soon', 3_00, ends(2)),
    offer('c-summer.1', { kind: 'money-off', offFen: fen(2_00) }, ends(5)),
    lot('later', 3_00, ends(30)),
  ];

  test('go back in parts: the latest end first, the money of the offer last, itself in the end', () => {
    let so = pay({ lots, amountFen: 16_00 });
    const state = () => [
      ...so.payer.lots.map(({ balanceFen }) => balanceFen),
      balanceOf(so.entries, 'fund/activity/c-summer'),
    ];
    const split = () =>
      so.order.refunds?.map(({ couponFen, returnedFen }) => [couponFen, returnedFen]);
    expect(state()).toEqual([0, 0, 0, -2_00]);
    so = refund(so, 4_00);
    expect(state()).toEqual([0, 0, 2_00, -2_00]);
    so = refund(so, 8_00);
    expect(state()).toEqual([3_00, 0, 3_00, -2_00]);
    so = refund(so, 2_00);
    expect(state()).toEqual([3_00, 0, 3_00, -1_00]);
    so = refund(so, 2_00);
    expect(state()).toEqual([3_00, 2_00, 3_00, 0]);
    expect(split()).toEqual([
      ...[
        [2_00, 2_00],
        [4_00, 4_00],
      ],
      ...[
        [1_00, 0],
        [1_00, 0],
      ],
    ]);
  });
});

describe('coupons that a bill gave back', () => {
  const wishes = { lots: [], amountFen: 100_00, spendBack: { campaign: shopsOwn } };
  const given = ({ payer }: Paid): readonly number[] =>
    payer.lots.map(({ balanceFen }) => balanceFen);

  test('are of what was due, up to the ceiling, and start when its points would', () => {
    const [back] = pay(wishes).payer.lots as readonly BalanceLot[];
    expect(back).toMatchObject({
      ...{ balanceFen: 10_00, fundedBy: 'acceptor', startsAt: NOW + 7 * DAY },
      expiresAt: startOfNextDay(NOW + 37 * DAY),
    });
    expect(given(pay({ ...wishes, amountFen: 900_00 }))).toEqual([50_00]);
  });

  test('go as the bill goes, in proportion and under the ceiling', () => {
    const large = pay({ ...wishes, amountFen: 900_00 });
    expect(given(refund(large, 400_00))).toEqual([50_00]);
    expect(given(refund(large, 500_00))).toEqual([40_00]);
    expect(given(refund(refund(large, 500_00), 400_00))).toEqual([0]);
  });

  test('that were spent stay with the shop that bore them', () => {
    const so = pay(wishes);
    const lots = so.payer.lots.map((each) => ({ ...each, balanceFen: fen(1_00) }));
    const back = refund({ ...so, payer: { ...so.payer, lots } }, 100_00);
    expect(given(back)).toEqual([0]);
    expect(back.payer.offsetFen).toBe(0);
  });
});
