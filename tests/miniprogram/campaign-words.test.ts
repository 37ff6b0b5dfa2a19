// What campaigns say, and what their key does.
import {
  bearerText,
  conditionsText,
  givesText,
  howText,
  lifeText,
  quantityText,
  termLines,
  untilText,
} from '../../miniprogram/packages/circle/offers/campaign-words';
import {
  claimState,
  claimText,
  foundBy,
} from '../../miniprogram/packages/circle/offers/claim-state';
import { mySite } from '../../miniprogram/packages/circle/offers/my-site';
import type { CampaignView } from '../../src/contracts/campaigns';
import { site } from '../support/fixture';

const NOW = Date.parse('2026-11-02T10:00:00+08:00');
const DECEMBER = Date.parse('2026-12-01T00:00:00+08:00');
const DAY = 86_400_000;
const noodles = { id: 'm-noodle', code: 'noodle01', name: '老塘河面馆' };
const fruit = { id: 'm-fruit', code: 'fruit001', name: '青禾鲜果' };

const aCampaign = (different: Partial<CampaignView> = {}): CampaignView => ({
  id: 'c-1',
  name: '开城礼',
  kind: 'claim',
  fundedBy: 'activity',
  benefit: { kind: 'money-off', offFen: 2000 },
  scope: { kind: 'site', siteId: 'hangzhou' },
  channels: ['counter', 'mall'],
  minSpendFen: 10_000,
  maxShareBps: 10_000,
  validDays: 7,
  validUntil: DECEMBER + 30 * DAY,
  startsAt: NOW,
  endsAt: DECEMBER,
  total: 200,
  perPerson: 1,
  siteId: 'hangzhou',
  shops: [],
  isStopped: false,
  claimed: 0,
  ...different,
});
const back = aCampaign({
  ...{ kind: 'spend-back', fundedBy: 'acceptor', shops: [fruit], maxShareBps: 2000 },
  ...{ benefit: { kind: 'balance', faceFen: 2000 }, minSpendFen: 0, validDays: 30 },
  spendBack: { backBps: 1000, ceilingFen: 2000 },
});
const automatic = aCampaign({ kind: 'automatic', fundedBy: 'acceptor', shops: [noodles] });

describe('a campaign', () => {
  it('says what it gives', () => {
    expect(givesText(aCampaign())).toBe('满100减20');
    expect(givesText(back)).toBe('返 10% 的券（每笔最高 20 元）');
    expect(givesText(aCampaign({ benefit: { kind: 'balance', faceFen: 500 } }))).toBe(
      '5 元券，可分次用',
    );
  });

  it('says how one comes by it', () => {
    expect(howText(aCampaign())).toBeUndefined();
    expect(howText(aCampaign({ kind: 'win-back', awayDays: 30 }))).toBe('给 30 天没来的老客人');
    expect(howText(automatic)).toBe('付款时自动减，不用领');
    expect(howText(back)).toBe('付款后返到券包，不用领');
  });

  it('says how many there are, only of what is claimed', () => {
    expect(quantityText(aCampaign())).toBe('每人 1 张，限 200 张');
    expect(quantityText(back)).toBeUndefined();
    expect(quantityText(automatic)).toBeUndefined();
  });

  it('says until when it is given, and how long what is given lives', () => {
    expect(untilText(aCampaign())).toBe('活动到 11 月 30 日');
    expect(lifeText(aCampaign())).toBe('领后 7 天内用');
    expect(lifeText(back)).toBe('到账后 30 天内用');
    expect(lifeText(automatic)).toBeUndefined();
    const cutOff = aCampaign({ validUntil: DECEMBER });
    expect(lifeText(cutOff)).toBe('领后 7 天内用，最晚到 11 月 30 日');
  });

  it('says where and under which conditions', () => {
    expect(conditionsText(aCampaign(), () => '杭州')).toBe('限杭州');
    expect(conditionsText(back, () => '杭州')).toBe('限杭州\u00a0· 最多抵账单 20%');
  });

  it('does not name shops again to which the ways stand below', () => {
    const scope = { kind: 'merchants', merchants: [noodles] } as const;
    expect(conditionsText({ ...automatic, scope }, () => '杭州')).toBe('');
    expect(termLines({ ...automatic, scope }, () => '杭州')).toEqual([
      ...['活动到 11 月 30 日', '由老塘河面馆承担'],
    ]);
  });

  it('names who bears it', () => {
    expect(bearerText(aCampaign())).toBe('由平台活动预算承担');
    expect(bearerText(aCampaign({ fundedBy: 'issuer', issuer: noodles }))).toBe('由老塘河面馆承担');
    expect(bearerText(automatic)).toBe('由老塘河面馆承担');
    expect(bearerText({ ...automatic, shops: [noodles, fruit] })).toBe('由用券的那家店承担');
  });

  it('promises nothing', () => {
    const words = [aCampaign(), back, automatic].flatMap((each) => [
      givesText(each),
      howText(each),
    ]);
    expect(words.join('')).not.toMatch(/保证|一定|必得|稳赚|返本/);
  });
});

describe('its key', () => {
  it('is open until I have as many as one may have', () => {
    expect(claimState(aCampaign({ perPerson: 2, claimed: 1 }), {})).toBe('open');
    expect(claimState(aCampaign({ perPerson: 2, claimed: 2 }), {})).toBe('claimed');
  });

  it('is none for what comes by itself', () => {
    expect(claimState(automatic, {})).toBe('by-itself');
    expect(claimState(back, {})).toBe('by-itself');
  });

  it('keeps what a claim has found out, of that campaign only', () => {
    expect(claimState(aCampaign(), { 'c-1': 'gone' })).toBe('gone');
    expect(claimState(aCampaign(), { 'c-2': 'gone' })).toBe('open');
  });

  it.each([
    ['coupons-gone', '领完了'],
    ['not-for-you', '老客专享'],
    ['claimed-enough', '已领取'],
    ['campaign-not-open', '已结束'],
  ] as const)('after %s says %s', (code, words) => {
    const state = foundBy(code);
    expect(state !== undefined && claimText(state)).toBe(words);
  });

  it.each(['timeout', 'busy', 'offline', 'internal'] as const)('stays open after %s', (code) => {
    expect(foundBy(code)).toBeUndefined();
  });
});

it('my site is the nearest, and the first while nobody knows where I am', () => {
  const far = { ...site, id: 'shanghai', position: { longitude: 121.46, latitude: 31.227 } };
  expect(mySite([site, far], { longitude: 121.4, latitude: 31.2 })?.id).toBe('shanghai');
  expect(mySite([far, site], site.position)?.id).toBe('hangzhou');
  expect(mySite([far, site], null)?.id).toBe('shanghai');
  expect(mySite([], site.position)).toBeUndefined();
});
