// 消费返券: how much comes back, where it counts, and from when.
import {
  givenBackText,
  placeOfCampaigns,
  spendBackLine,
  spendBackText,
} from '../../miniprogram/features/paying/spend-back-words';
import type { CampaignView } from '../../src/contracts/campaigns';
import type { LotView } from '../../src/contracts/values';
import { aLotView, anOrderView } from '../support/views';

const NOW = Date.parse('2026-11-02T10:00:00+08:00');
const DAY = 86_400_000;
const shop = (id: string, name: string) => ({ id, code: 'noodle01', name });
const here = shop('m-1', '青禾鲜果');
const others = [shop('m-2', '老塘河面馆'), shop('m-3', '阿妹理发')];
const order = anOrderView({ spendBackFen: 420, paidAt: NOW, effectiveAt: NOW });
const aBack = (different: Partial<LotView> = {}): LotView =>
  aLotView({
    ...{ id: 'c-1.2026-11-02', source: 'campaign', fundedBy: 'acceptor', startsAt: NOW },
    ...{ scope: { kind: 'merchants', merchants: [here] }, ...different },
  });
const joint = aBack({ scope: { kind: 'merchants', merchants: [here, ...others] } });
const ofOthers = aBack({ scope: { kind: 'merchants', merchants: others } });

describe('before it is paid', () => {
  it('says how much comes back, where it counts, and from when', () => {
    const later = { spendBackFen: 420, maturityDays: 7 };
    expect(spendBackText(later, '限本店')).toBe('付款后返 ¥4.20 消费返券，限本店，7 天后可用。');
    const atOnce = spendBackText({ spendBackFen: 420, maturityDays: 0 }, undefined);
    expect(atOnce).toBe('付款后返 ¥4.20 消费返券，到账就能用。');
    expect(spendBackText({ spendBackFen: 0, maturityDays: 0 }, '限本店')).toBeUndefined();
  });

  const aCampaign = (scope: CampaignView['scope'], different: Partial<CampaignView> = {}) =>
    ({ kind: 'spend-back', scope, ...different }) as CampaignView;

  it.each([
    ['of one shop', [aCampaign(aBack().scope)], '限本店'],
    ['of several', [aCampaign(joint.scope)], '限青禾鲜果、老塘河面馆、阿妹理发'],
    ['for other shops', [aCampaign(ofOthers.scope)], '限老塘河面馆、阿妹理发'],
    ['none that gives back', [aCampaign(joint.scope, { kind: 'claim' })], undefined],
    ['two that differ', [aCampaign(joint.scope), aCampaign(aBack().scope)], undefined],
    ['two for the same', [aCampaign(joint.scope), aCampaign(joint.scope)], /^限青禾鲜果、/],
  ])('a campaign %s says where: %j', (_, campaigns, place) => {
    const told = placeOfCampaigns(campaigns, here.id);
    if (place instanceof RegExp) expect(told).toMatch(place);
    else expect(told).toBe(place);
  });
});

describe('once it is paid', () => {
  const said = (lots: readonly LotView[], different: Partial<typeof order> = {}) =>
    givenBackText({ ...order, ...different }, { lots, now: NOW });

  it('says where the coupons count, by the wallet that has them', () => {
    expect(said([aBack()])).toBe('另返 ¥4.20 消费返券，限本店，已在券包，现在就能用。');
    expect(said([joint])).toContain('限青禾鲜果、老塘河面馆、阿妹理发，已在券包');
    expect(said([aBack(), joint])).toBe('另返 ¥4.20 消费返券，已在券包，现在就能用。');
  });

  it('does not take coupons of another kind or of other shops for them', () => {
    const claimed = { ...joint, id: 'c-1.0123456789abcdef' };
    expect(said([claimed, ofOthers, aBack()])).toContain('限本店');
    expect(said([claimed, ofOthers])).not.toContain('限');
  });

  it('says from which day they count, by what the order says and else by the coupon', () => {
    const start = NOW + 7 * DAY;
    const words = '另返 ¥4.20 消费返券，限本店，已在券包，11 月 9 日起可用。';
    expect(said([aBack()], { effectiveAt: start })).toBe(words);
    const { effectiveAt: _effectiveAt, ...looked } = order;
    const atCoupon = { lots: [aBack({ startsAt: start })], now: NOW };
    expect(givenBackText(looked, atCoupon)).toBe(words);
    expect(givenBackText(looked, { lots: [], now: NOW })).toContain('可用日期见券包');
    const two = { lots: [aBack(), aBack({ startsAt: start })], now: NOW };
    expect(givenBackText(looked, two)).toContain('可用日期见券包');
  });

  it('are not of later on a phone whose clock is slow', () => {
    const seen = { lots: [aBack()], now: NOW - 5000 };
    expect(givenBackText(order, seen)).toContain('现在就能用');
  });

  it('are nothing where the bill gave none', () => {
    expect(said([aBack()], { spendBackFen: 0 })).toBeUndefined();
  });
});

describe('in the bill of an order', () => {
  const line = (different: Partial<typeof order>) =>
    spendBackLine({ ...order, ...different }, { lots: [aBack()], now: NOW });

  it('says it before it is paid, after, and what a refund has left', () => {
    const { paidAt: _paidAt, ...unpaid } = order;
    expect(spendBackLine(unpaid, { lots: [], now: NOW })).toEqual({
      ...{ title: '消费返券', note: '付款后返到券包' },
    });
    expect(line({})?.note).toBe('已返到券包，限本店');
    expect(line({ effectiveAt: NOW + DAY })?.note).toBe('已返到券包，限本店，11 月 3 日起可用');
    expect(line({ refundedFen: 1 })?.note).toBe('退款后还算数的部分，限本店');
    expect(line({ state: 'closed' })).toBeUndefined();
    expect(line({ spendBackFen: 0 })).toBeUndefined();
  });
});
