// Campaigns: which terms hold, what is put aside, who may claim, and how a total is shared out.
import fc from 'fast-check';
import type { Campaign } from '../../src/domain/campaigns/campaign';
import { claimCoupon, claimsOf } from '../../src/domain/campaigns/claim';
import { counterFor, countersOf } from '../../src/domain/campaigns/counters';
import { budgetOf, campaignEntry, checkCampaign } from '../../src/domain/campaigns/open';
import { basisPoints, fen } from '../../src/domain/money/amounts';
import { DAY, startOfNextDay } from '../../src/domain/time';
import { account, NOW } from './builders';

const noodles = { id: 'm-noodles', code: 'noodles1', name: '面馆' };
const fruit = { id: 'm-fruit', code: 'fruit001', name: '水果店' };
type Terms = Campaign['terms'];

function campaign(changes: Partial<Campaign> = {}, terms: Partial<Terms> = {}): Campaign {
  return {
    ...{ id: 'c-summer', name: '夏日券', kind: 'claim', fundedBy: 'activity' },
    ...{ siteId: 'hangzhou', shops: [], total: 10, perPerson: 2, isStopped: false },
    ...{ startsAt: NOW, endsAt: NOW + 10 * DAY },
    terms: {
      benefit: { kind: 'money-off', offFen: fen(5_00) },
      scope: { kind: 'alliance' },
      channels: ['counter'],
      minSpendFen: fen(20_00),
      maxShareBps: basisPoints(10_000),
      ...{ validDays: 7, validUntil: NOW + 20 * DAY },
      ...terms,
    },
    ...changes,
  };
}

const ofShop = (kind: Campaign['kind'], terms: Partial<Terms> = {}): Campaign =>
  campaign(
    { kind, fundedBy: 'acceptor', shops: [noodles] },
    {
      scope: { kind: 'merchants', merchants: [noodles] },
      maxShareBps: basisPoints(9000),
      ...terms,
    },
  );
const balance: Terms['benefit'] = { kind: 'balance', faceFen: fen(5_00) };
const spendBack = { backBps: basisPoints(1000), ceilingFen: fen(50_00) };

test.each<[string, Campaign]>([
  ['coupons of the platform', campaign()],
  ['coupons that a shop pays for everywhere', campaign({ fundedBy: 'issuer', issuer: noodles })],
  ['coupons that a shop bears itself', ofShop('claim')],
  ['money off every bill of a shop', ofShop('automatic')],
  ['coupons for what is spent', { ...ofShop('spend-back', { benefit: balance }), spendBack }],
  ['coupons for who has stayed away', { ...ofShop('win-back'), awayDays: 30 }],
])('%s hold', (_what, each) => {
  expect(checkCampaign(each)).toEqual({ ok: true, value: each });
});

test.each<[string, string, Campaign]>([
  ['a name of nothing', 'name', campaign({ name: '' })],
  ['an id that ends a lot’s', 'name', campaign({ id: 'c.1' })],
  ['an id that ends an account’s', 'name', campaign({ id: 'c/1' })],
  ['an end before the start', 'time', campaign({ endsAt: NOW })],
  ['coupons that end before the claiming', 'time', campaign({}, { validUntil: NOW + 9 * DAY })],
  ['coupons for no day', 'time', campaign({}, { validDays: 0 })],
  ['no coupon', 'quantity', campaign({ total: 0 })],
  ['half a coupon a person', 'quantity', campaign({ perPerson: 0.5 })],
  ['a million and one', 'quantity', campaign({ total: 1_000_001 })],
  ['nothing off', 'amount', campaign({}, { benefit: { kind: 'money-off', offFen: fen(0) } })],
  ['more off than the bill', 'amount', campaign({}, { minSpendFen: fen(4_99) })],
  ['no share of a bill', 'share', campaign({}, { maxShareBps: basisPoints(0) })],
  [
    'a shop that takes the whole bill',
    'share',
    ofShop('claim', { maxShareBps: basisPoints(9001) }),
  ],
  ['eleven shops', 'shops', campaign({ shops: Array.from({ length: 11 }, () => noodles) })],
  ['a claim that waits for who stayed away', 'kind', campaign({ awayDays: 3 })],
  ['a win-back for everybody', 'kind', ofShop('win-back')],
  ['a win-back of no shop', 'kind', campaign({ kind: 'win-back', awayDays: 30 })],
  ['balance off every bill', 'kind', ofShop('automatic', { benefit: balance })],
  ['spend-back without a share', 'kind', ofShop('spend-back', { benefit: balance })],
  ['an offer off every bill that a fund pays', 'funder', campaign({ kind: 'automatic' })],
  ['an issuer’s without the issuer', 'funder', campaign({ fundedBy: 'issuer' })],
  ['the platform’s with an issuer', 'funder', campaign({ issuer: noodles })],
  [
    'a shop’s that counts everywhere',
    'funder',
    campaign({ fundedBy: 'acceptor', shops: [noodles] }, { maxShareBps: basisPoints(9000) }),
  ],
  [
    'a shop’s that counts at another',
    'funder',
    ofShop('claim', { scope: { kind: 'merchants', merchants: [noodles, fruit] } }),
  ],
  [
    'ten billion yuan and a coupon',
    'budget',
    campaign(
      { total: 1_000_000 },
      { minSpendFen: fen(1e12), benefit: { kind: 'money-off', offFen: fen(1_000_001) } },
    ),
  ],
  [
    'more than can be counted',
    'budget',
    campaign(
      { total: 1_000_000 },
      { benefit: { kind: 'balance', faceFen: fen(Number.MAX_SAFE_INTEGER) } },
    ),
  ],
])('%s is refused for its %s', (_what, rule, each) => {
  expect(checkCampaign(each)).toEqual({ ok: false, error: { code: 'campaign-invalid', rule } });
});

test('the budget is every coupon at its face, out of whose pocket it is; a shop’s own needs none', () => {
  expect(budgetOf(campaign())).toBe(50_00);
  expect(campaignEntry(campaign(), NOW)?.moves).toEqual([
    { from: 'income/platform', to: 'fund/activity/c-summer', asset: 'fen', amount: 50_00 },
  ]);
  const paid = campaignEntry(campaign({ fundedBy: 'issuer', issuer: noodles }), NOW);
  expect(paid).toMatchObject({
    shops: ['m-noodles'],
    moves: [{ from: 'payable/merchant/m-noodles' }],
  });
  expect(campaignEntry(ofShop('claim'), NOW)).toBeUndefined();
});

describe('claiming', () => {
  const lin = account();
  const claim = (each: Campaign, changes: Partial<Parameters<typeof claimCoupon>[0]> = {}) =>
    claimCoupon({ campaign: each, account: lin, claimId: 'abc', at: NOW, ...changes });

  test('puts one coupon into the wallet, and its face out of the fund’s hands', () => {
    const done = claim(campaign());
    if (!done.ok) throw new Error(done.error.code);
    const { lot, entry, account: after } = done.value;
    expect(lot).toMatchObject({
      id: 'c-summer.abc',
      balanceFen: 5_00,
      expiresAt: startOfNextDay(NOW + 7 * DAY),
    });
    expect(after.lots).toEqual([lot]);
    expect(entry).toMatchObject({
      id: 'u-lin:claim:abc',
      moves: [
        {
          from: 'activity-coupons/issued',
          to: 'activity-coupons/u-lin/c-summer.abc',
          amount: 5_00,
        },
      ],
    });
  });

  test('late gives a coupon that ends with the others', () => {
    const late = { at: NOW + 9 * DAY };
    const done = claim(campaign({}, { validUntil: NOW + 12 * DAY }), late);
    expect(done).toMatchObject({ value: { lot: { expiresAt: NOW + 12 * DAY } } });
  });

  test.each<[string, Campaign, number]>([
    ['a moment too early', campaign({ startsAt: NOW + 1 }), NOW],
    ['at its end', campaign(), NOW + 10 * DAY],
    ['when it was stopped', campaign({ isStopped: true }), NOW],
    ['what a bill has by itself', ofShop('automatic'), NOW],
  ])('is refused %s', (_when, each, at) => {
    expect(claim(each, { at })).toEqual({ ok: false, error: { code: 'campaign-not-open' } });
  });

  test.each<[string, number | undefined, boolean]>([
    ['never were there', undefined, false],
    ['were there 29 days ago', NOW - 29 * DAY, false],
    ['were there 30 days ago', NOW - 30 * DAY, true],
  ])('who %s get it back: a coupon that wins back', (_who, lastVisitAt, isGiven) => {
    const winBack = { ...ofShop('win-back'), awayDays: 30 };
    const done = claim(winBack, { lastVisitAt });
    expect(done.ok ? 'given' : done.error).toEqual(
      isGiven ? 'given' : { code: 'not-for-you', awayDays: 30 },
    );
  });

  test('ends with what a person may; a campaign that is over is forgotten, others are not', () => {
    const first = claim(campaign());
    const second = claim(campaign(), {
      account: first.ok ? first.value.account : lin,
      claimId: 'b',
    });
    if (!second.ok) throw new Error(second.error.code);
    const holder = second.value.account;
    expect(claim(campaign(), { account: holder, claimId: 'c' })).toEqual({
      ok: false,
      error: { code: 'claimed-enough', perPerson: 2 },
    });
    const later = campaign({ id: 'c-autumn', startsAt: NOW, endsAt: NOW + 90 * DAY });
    const during = claim(later, { account: holder });
    expect(during.ok && claimsOf(during.value.account, 'c-summer')).toBe(2);
    const after = claim(later, { account: holder, at: NOW + 11 * DAY });
    expect(after.ok && after.value.account.claims?.map(({ campaignId }) => campaignId)).toEqual([
      'c-autumn',
    ]);
  });
});

test('counters add up to the total, and claims find every one of it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 500 }),
      fc.infiniteStream(fc.nat(0xffffff)),
      (total, hashes) => {
        let counters = countersOf(campaign({ total }));
        expect(counters.length).toBeLessThanOrEqual(16);
        expect(counters.reduce((sum, { left }) => sum + left, 0)).toBe(total);
        let given = 0;
        for (const hash of hashes) {
          const counter = counterFor(counters, hash.toString(16).padStart(6, '0'));
          if (counter === undefined) break;
          counters = counters.map((each) =>
            each === counter ? { ...each, left: each.left - 1 } : each,
          );
          given += 1;
        }
        expect(given).toBe(total);
        expect(counters.every(({ left }) => left === 0)).toBe(true);
      },
    ),
    { numRuns: 50 },
  );
});
