// What messages say and where they lead.
import type { MessageView } from '../../src/contracts/messages';
import { leftText } from '../../miniprogram/features/messages/reminder-words';
import {
  byMonth,
  messageFace,
  targetOf,
  timeText,
} from '../../miniprogram/packages/account/messages/message-words';

const at = Date.UTC(2026, 10, 21, 4, 5);
const end = Date.UTC(2026, 10, 30, 16);
const DAY = 86_400_000;
const base = { id: 'm', at, isUnread: true };
const arrived: MessageView = {
  ...{ ...base, kind: 'arrived', period: 3, amountFen: 1_00, repaidFen: 0, expiresAt: end },
};
const expiring: MessageView = {
  ...{ ...base, kind: 'expiring', daysBefore: 7, expiresAt: end, amountFen: 3_00 },
  ...{ lotIds: ['a'], hasOffers: false },
};
const expired: MessageView = {
  ...{ ...base, kind: 'expired', amountFen: 70, lotIds: ['a'], hasOffers: false },
};
const refunded: MessageView = {
  ...{ ...base, kind: 'refunded', orderId: 'o', merchantName: '青禾鲜果' },
  ...{ amountFen: 10_00, cashFen: 9_00, couponFen: 1_00, returnedFen: 1_00, offsetFen: 0 },
};

test.each<[string, MessageView, string, string]>([
  ['a period', arrived, '第 3 期消费券到账 ¥1.00', '2026 年 11 月 30 日前在任意联盟商家可用'],
  [
    'a period that repaid a part',
    { ...arrived, repaidFen: 40 },
    '第 3 期消费券到账 ¥1.00',
    '2026 年 11 月 30 日前在任意联盟商家可用，另有 ¥0.40 已抵扣',
  ],
  [
    'a period that only repaid',
    { ...arrived, amountFen: 0, repaidFen: 1_00 },
    '第 3 期派发 ¥1.00，已全部抵扣',
    '点开看为什么是这个数',
  ],
  ['an ending', expiring, '¥3.00 的券 7 天内到期', '可用到 11 月 30 日，付款时自动用上'],
  [
    'an ending with offers',
    { ...expiring, daysBefore: 1, lotIds: ['a', 'b'], hasOffers: true },
    '2 张券 1 天内到期',
    '最多可省 ¥3.00，可用到 11 月 30 日，付款时自动用上',
  ],
  ['an end', expired, '券已到期', '没用完的 ¥0.70 不能再用了'],
  [
    'an end with offers, without what they never were worth',
    { ...expired, amountFen: 20_70, lotIds: ['a', 'b'], hasOffers: true },
    '券已到期',
    '有优惠券过期了，不能再用',
  ],
  ['a refund', refunded, '青禾鲜果退款 ¥10.00', '¥9.00 原路退回，¥1.00 退回券包'],
  [
    'cash alone',
    { ...refunded, cashFen: 10_00, couponFen: 0, returnedFen: 0 },
    '青禾鲜果退款 ¥10.00',
    '¥10.00 原路退回',
  ],
  [
    'coupons alone',
    { ...refunded, cashFen: 0, couponFen: 10_00, returnedFen: 10_00 },
    '青禾鲜果退款 ¥10.00',
    '¥10.00 退回券包',
  ],
  [
    'a refund whose coupons repaid an offset, and were offers',
    { ...refunded, cashFen: 4_00, couponFen: 6_00, returnedFen: 1_00, offsetFen: 2_00 },
    '青禾鲜果退款 ¥10.00',
    '¥4.00 原路退回，¥1.00 退回券包，¥2.00 抵了待抵扣，优惠券抵的 ¥3.00 怎么退，点开看',
  ],
  [
    'an offer alone, of which nothing is in the wallet yet',
    { ...refunded, cashFen: 0, couponFen: 10_00, returnedFen: 0 },
    '青禾鲜果退款 ¥10.00',
    '优惠券抵的 ¥10.00 怎么退，点开看',
  ],
])('%s is told in words that are so', (_, message, title, note) => {
  expect(messageFace(message)).toMatchObject({ title, note });
});

test('each message leads to its thing; several coupons lead to the wallet', () => {
  expect([arrived, expiring, expired, refunded].map(targetOf)).toEqual([
    { page: 'period', period: 3 },
    { page: 'lot', lotId: 'a' },
    { page: 'statement' },
    { page: 'order', orderId: 'o' },
  ]);
  expect(targetOf({ ...expiring, lotIds: ['a', 'b'] })).toEqual({ page: 'wallet' });
});

test('messages stand by month, with day and time of the shops', () => {
  const earlier = { ...expired, id: 'n', at: at - 30 * DAY };
  expect(
    byMonth([arrived, refunded, earlier], (each) => String(each === at)).map(
      (month) => month.messages.length,
    ),
  ).toEqual([2, 1]);
  expect(timeText(arrived)).toBe('11-21 12:05');
});

test('what is left is said as a number, nothing as not switched on', () => {
  expect([0, 1, 3].map(leftText)).toEqual(['未开启', '还能提醒 1 次', '还能提醒 3 次']);
});
