// What fans, shops and payers read: who gets what, who pays, until when.
import {
  broughtText,
  endText,
  entryMeaning,
  fanMeaning,
  joiningTexts,
  noFanText,
} from '../../miniprogram/features/fan/fan-words';
import {
  billText,
  offsetText,
  rewardRules,
  rewardState,
} from '../../miniprogram/packages/merchant/fans/fans-words';
import { aBill } from '../support/views';

const rules = { fanBps: 100, fanMonths: 12, entryHours: 24 };
const noodles = { code: 'noodle01', name: '巷口小面馆', picture: '' };
const PAID = Date.parse('2026-11-02T10:00:00+08:00');
const ENDS = Date.parse('2027-12-01T00:00:00+08:00');

describe('to the fan', () => {
  test('the share is of the published rules, and the payer pays nothing of it', () => {
    expect(fanMeaning(rules)[0]).toContain('账单 1% 的消费券');
    expect(fanMeaning({ ...rules, fanBps: 150 })[0]).toContain('1.5%');
    expect(fanMeaning(rules)[1]).toMatch(/从商家的让利里出.*一分不多付/);
  });

  test('the last day on which a visit counts is named, not the day after', () => {
    expect(endText({ endsAt: ENDS })).toBe('不再去的话，2027 年 11 月 30 日结束');
  });

  test('months and hours are those of the rules', () => {
    expect(noFanText({ ...rules, fanMonths: 6 })).toContain('6 个月');
    expect(entryMeaning({ ...rules, entryHours: 48 })).toContain('48 小时');
  });

  test('who is a fan already learns that one shop takes the other’s place', () => {
    const fan = { merchant: noodles, since: PAID, endsAt: ENDS };
    expect(joiningTexts({ rules, fan }).at(-1)).toContain('您现在是巷口小面馆的粉丝');
    expect(joiningTexts({ rules, fan: null })).toEqual(fanMeaning(rules));
  });
});

describe('on a bill', () => {
  const order = { broughtBy: 'fan' as const, bill: aBill(), refundedFen: 0 };

  test.each([
    ['fan', '您关注的店'],
    ['entry', '带您来的店'],
  ] as const)('that brought a reward by %s the reason is named', (broughtBy, who) => {
    expect(broughtText({ ...order, broughtBy })).toContain(who);
  });

  test.each([
    ['nobody brought the payer', { bill: aBill(), refundedFen: 0 }],
    ['all of it was refunded', { ...order, refundedFen: order.bill.amountFen }],
    ['there is no rebate', { ...order, bill: aBill({ rebateFen: 0 }) }],
  ])('where %s nothing is said', (_why, other) => {
    expect(broughtText(other)).toBeUndefined();
  });

  test('of which a part was refunded the rest still rewards', () => {
    expect(broughtText({ ...order, refundedFen: 1 })).toBeDefined();
  });
});

describe('to the shop', () => {
  const reward = { rewardFen: 100, amountFen: 10_000, effectiveAt: PAID };

  test('a reward comes in the night after it counts', () => {
    expect(rewardState(reward, PAID)).toBe('11 月 3 日凌晨给券');
    expect(rewardState(reward, Date.parse('2026-11-03T05:59:59+08:00'))).toBe('11 月 3 日凌晨给券');
    expect(rewardState(reward, Date.parse('2026-11-03T06:00:00+08:00'))).toBe('已给券');
  });

  test('one that counts in the small hours comes in the same night', () => {
    const effectiveAt = Date.parse('2026-11-03T01:00:00+08:00');
    expect(rewardState({ ...reward, effectiveAt }, effectiveAt)).toBe('11 月 3 日凌晨给券');
  });

  test('what stands in its way is said', () => {
    expect(rewardState({ ...reward, rewardFen: 0, amountFen: 0 }, PAID)).toBe(
      '账单已退款，没有奖励',
    );
    expect(rewardState({ ...reward, rewardFen: 0, amountFen: 99 }, PAID)).toBe(
      '账单太小，奖励不足 1 分',
    );
    expect(rewardState({ rewardFen: 100, amountFen: 10_000 }, PAID)).toBe('金额核对中');
  });

  test('the bill is what was due less what went back', () => {
    expect(billText({ paidAt: PAID, amountFen: 6000 })).toBe('11 月 2 日 · 账单 ¥60.00');
  });

  test('an offset is said only where there is one, and costs no money', () => {
    expect(offsetText(0)).toBeUndefined();
    expect(offsetText(100)).toMatch(/¥1.00.*不用另外付钱/);
  });

  test('the rules name share, third, hours and months, and that bringing people pays nobody', () => {
    const text = rewardRules(rules).join('');
    for (const part of ['1%', '三分之一', '24 小时', '12 个月', '个人邀请别人没有奖励']) {
      expect(text).toContain(part);
    }
  });
});
