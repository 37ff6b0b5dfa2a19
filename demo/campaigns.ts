// The demo's campaigns: what operators opened shortly before one looks, and what 林晓 claimed.
import type { campaignsContract } from '../src/contracts/campaigns';
import type { Input } from '../src/contracts/contract';
import { DAY, HOUR, MINUTE, startOfNextDay } from '../src/domain/time';
import { DEMO_MERCHANTS } from './merchants';
import { NOODLE_SHOP_ID } from './people';

export type OpenInput = Input<typeof campaignsContract, 'open'>;

/** Its rebates must have arrived before its budget is put aside. */
const LATEST_START = 30 * MINUTE;
const WEEKDAYS = [1, 2, 3, 4, 5];
const WEEKEND = [6, 7];

export const SPEND_BACK_SHOP_ID = 'm-hz-002';

/** By name, so that scenes and tests find them. */
const CAMPAIGN_NAMES = {
  site: '杭州城西开城礼',
  joint: '翠苑三家联合券',
  shared: '鲜菜场请您喝茶',
  winBack: '火锅店想您了',
} as const;

/** What 林晓 has claimed by now. */
export const CLAIMED_BY_LIN: readonly string[] = [CAMPAIGN_NAMES.site, CAMPAIGN_NAMES.joint];

/** All of them, to be opened at `openedAt`; only spend-back begins at once. */
export function demoCampaigns(now: number, openedAt: number): readonly OpenInput[] {
  const usual = {
    ...{ channels: ['counter', 'mall'], minSpendFen: 0, maxShareBps: 9000, validDays: 14 },
    ...{ startsAt: now - LATEST_START, endsAt: endOfDay(now + 30 * DAY) },
    ...{ validUntil: endOfDay(now + 60 * DAY), total: 200, perPerson: 1, siteId: 'hangzhou' },
  } as const satisfies Partial<OpenInput>;
  return [
    {
      ...usual,
      ...{ requestId: 'demo-campaign-weekdays', name: '工作日下午九折', kind: 'automatic' },
      ...atShops(NOODLE_SHOP_ID),
      benefit: { kind: 'percentage', offBps: 1000, ceilingFen: 10_00 },
      windows: [{ weekdays: WEEKDAYS, fromMinute: 14 * 60, untilMinute: 17 * 60 }],
    },
    {
      ...usual,
      ...{ requestId: 'demo-campaign-weekend', name: '周末午间九折', kind: 'automatic' },
      ...atShops('m-hz-010'),
      benefit: { kind: 'percentage', offBps: 1000, ceilingFen: 10_00 },
      windows: [{ weekdays: WEEKEND, fromMinute: 10 * 60, untilMinute: 14 * 60 }],
    },
    {
      ...usual,
      ...{ requestId: 'demo-campaign-spend-back', name: '买水果返券', kind: 'spend-back' },
      ...atShops(SPEND_BACK_SHOP_ID),
      ...{ startsAt: openedAt, validDays: 30, maxShareBps: 2000 },
      benefit: { kind: 'balance', faceFen: 20_00 },
      spendBack: { backBps: 1000, ceilingFen: 20_00 },
    },
    {
      ...usual,
      ...{ requestId: 'demo-campaign-of-site', name: CAMPAIGN_NAMES.site, kind: 'claim' },
      ...{ fundedBy: 'activity', scope: { kind: 'site', siteId: 'hangzhou' }, shopCodes: [] },
      ...{ minSpendFen: 100_00, maxShareBps: 10_000, total: 5 },
      benefit: { kind: 'money-off', offFen: 20_00 },
    },
    {
      ...usual,
      ...{ requestId: 'demo-campaign-joint', name: CAMPAIGN_NAMES.joint, kind: 'claim' },
      ...atShops('m-hz-010', 'm-hz-014', 'm-hz-019'),
      ...{ minSpendFen: 30_00, total: 100 },
      benefit: { kind: 'money-off', offFen: 5_00 },
    },
    {
      ...usual,
      ...{ requestId: 'demo-campaign-shared', name: CAMPAIGN_NAMES.shared, kind: 'claim' },
      ...atShops('m-hz-014', 'm-hz-015'),
      ...{ fundedBy: 'issuer', issuerCode: codeOf('m-hz-023'), total: 20, maxShareBps: 5000 },
      benefit: { kind: 'balance', faceFen: 5_00 },
    },
    {
      ...usual,
      ...{ requestId: 'demo-campaign-win-back', name: CAMPAIGN_NAMES.winBack, kind: 'win-back' },
      ...atShops('m-hz-011'),
      ...{ awayDays: 21, minSpendFen: 100_00, total: 50 },
      benefit: { kind: 'money-off', offFen: 15_00 },
    },
    {
      ...usual,
      ...{ requestId: 'demo-campaign-coffee', name: '午后咖啡券', kind: 'claim' },
      ...{ ...atShops('m-sh-011'), siteId: 'shanghai', minSpendFen: 30_00, total: 100 },
      benefit: { kind: 'money-off', offFen: 6_00 },
    },
  ];
}

/** A campaign that the shops themselves bear, each its own bills. */
function atShops(...ids: string[]) {
  const merchants = ids.map((id) => {
    const { code, name } = shopOf(id);
    return { id, code, name };
  });
  return {
    fundedBy: 'acceptor',
    scope: { kind: 'merchants', merchants },
    shopCodes: merchants.map(({ code }) => code),
  } as const;
}

function codeOf(id: string): string {
  return shopOf(id).code;
}

function shopOf(id: string) {
  const shop = DEMO_MERCHANTS.find((each) => each.id === id);
  if (shop === undefined) throw new Error(`no shop ${id}`);
  return shop;
}

function endOfDay(at: number): number {
  return startOfNextDay(at);
}

/** 林晓's fruit, which gives coupons back: the last moment while the shop is well open. */
export function spendBackMoment(now: number): number {
  const { openingHours } = shopOf(SPEND_BACK_SHOP_ID);
  const midnight = startOfNextDay(now - DAY);
  const closes = midnight + openingHours.closesMinute * MINUTE - HOUR;
  const opens = midnight + openingHours.opensMinute * MINUTE + HOUR;
  const latest = Math.min(now - 75 * MINUTE, closes);
  return latest > opens ? latest : closes - DAY;
}
