// The ledger of what was allowed, what is planned from it, and when and in which words it goes.
import type { PeriodShare } from '../../src/domain/accounts/account';
import { planReminders } from '../../src/domain/messages/plan';
import {
  byDay,
  claimed,
  isStale,
  newReminder,
  type Subject,
} from '../../src/domain/messages/reminder';
import {
  leftOf,
  MAX_ALLOWED,
  newSubscription,
  tellsRefund,
  withAccepted,
  withNoneLeft,
  withOneBack,
  withOneTaken,
  type Subscription,
  type TemplateName,
} from '../../src/domain/messages/subscription';
import { reminderWords } from '../../src/domain/messages/words';
import { centipoints, fen, ppb } from '../../src/domain/money/amounts';
import { DAY, HOUR, MINUTE } from '../../src/domain/time';
import { account, lot, NOW } from './builders';

const nobody = newSubscription({ id: 'u-lin', openid: 'o-lin' });
let answers = 0;
const accept = (
  subscription: Subscription,
  accepted: readonly TemplateName[],
  { at = NOW, requestId = `answer-${(answers += 1)}` } = {},
) => withAccepted(subscription, { accepted, at, requestId });

describe('the ledger', () => {
  test('counts an answer once, also when it is sent again and names a template twice', () => {
    const once = accept(nobody, ['arrived', 'arrived', 'refunded'], { requestId: 'same' });
    expect(accept(once, ['arrived'], { requestId: 'same' })).toBe(once);
    expect([leftOf(once, 'arrived'), leftOf(once, 'refunded'), leftOf(once, 'expiring')]).toEqual([
      1, 1, 0,
    ]);
    expect(leftOf(accept(once, ['arrived']), 'arrived')).toBe(2);
  });

  test('goes up to its limit and down to nothing, not further', () => {
    let ledger = nobody;
    for (let n = 0; n < MAX_ALLOWED + 5; n += 1) ledger = accept(ledger, ['arrived']);
    expect(leftOf(ledger, 'arrived')).toBe(MAX_ALLOWED);
    expect(leftOf(withOneBack(ledger, 'arrived'), 'arrived')).toBe(MAX_ALLOWED);
    expect(leftOf(withOneTaken(nobody, 'arrived'), 'arrived')).toBe(0);
    expect(ledger.answers).toHaveLength(20);
  });

  test('WeChat’s no empties it, but for what was allowed after WeChat was asked', () => {
    const two = accept(accept(nobody, ['arrived']), ['arrived', 'expiring']);
    const refused = { template: 'arrived', askedAt: NOW + 1 } as const;
    const none = withNoneLeft(two, refused);
    expect([leftOf(none, 'arrived'), leftOf(none, 'expiring')]).toEqual([0, 1]);
    expect(
      withNoneLeft(accept(two, ['arrived'], { at: NOW + 2 }), refused).allowances.arrived?.left,
    ).toBe(3);
  });

  test('is found by the sender only while there is something to send', () => {
    const both = accept(nobody, ['arrived', 'expiring']);
    expect(both).toMatchObject({ toldPeriod: 0, lookAt: 0 });
    const one = withOneTaken({ ...both, toldPeriod: 4 }, 'expiring');
    expect(one).toMatchObject({ toldPeriod: 4 });
    expect(one).not.toHaveProperty('lookAt');
    const again = accept(withOneTaken(one, 'arrived'), ['refunded']);
    expect(again).not.toHaveProperty('toldPeriod');
  });

  test('tells refunds since it was first allowed, not the ones before', () => {
    const ledger = accept(accept(nobody, ['refunded']), ['refunded'], { at: NOW + HOUR });
    expect([NOW - 1, NOW, NOW + MINUTE].map((at) => tellsRefund(ledger, { at }))).toEqual([
      false,
      true,
      true,
    ]);
    const used = withOneTaken(withOneTaken(ledger, 'refunded'), 'refunded');
    expect(tellsRefund(used, { at: NOW })).toBe(false);
    const anew = accept(used, ['refunded'], { at: NOW + DAY });
    expect(tellsRefund(anew, { at: NOW + HOUR })).toBe(false);
  });
});

const share = (period: number, changes: Partial<PeriodShare> = {}): PeriodShare => ({
  ...{ period, cut: NOW, declaredAt: NOW + period, expiresAt: NOW + 300 * DAY },
  ...{ rate: ppb(5_000_000), tableRate: ppb(5_000_000), eligible: centipoints(200_00) },
  ...{ amountFen: fen(1_00), isCapped: false, offsetFen: fen(0), advanceFen: fen(0) },
  ...changes,
});

describe('the plan', () => {
  const history = [share(1, { declaredAt: NOW - 1 }), share(2), share(3), share(4)];
  const arrivedTo = accept(nobody, ['arrived']);

  test('tells several new periods in one message, those before the permission in none', () => {
    const look = { account: account({ history }), period: 3, at: NOW + HOUR };
    const plan = planReminders({ ...look, subscription: arrivedTo });
    expect(plan.reminders).toMatchObject([
      {
        id: 'u-lin:arrived:3',
        subject: { template: 'arrived', firstPeriod: 2, lastPeriod: 3, amountFen: 2_00 },
      },
    ]);
    expect(plan.subscription.toldPeriod).toBe(3);
    expect(planReminders({ ...look, subscription: plan.subscription }).reminders).toEqual([]);
    const next = planReminders({ ...look, period: 4, subscription: plan.subscription });
    expect(next.reminders).toMatchObject([{ id: 'u-lin:arrived:4', subject: { amountFen: 1_00 } }]);
  });

  test('tells no period that gave nothing', () => {
    const nothing = [share(2, { amountFen: fen(0) }), share(3, { offsetFen: fen(1_00) })];
    const look = { account: account({ history: nothing }), period: 3, at: NOW };
    expect(planReminders({ ...look, subscription: arrivedTo }).reminders).toEqual([]);
  });

  const END = NOW + 10 * DAY;
  const holder = account({
    lots: [lot('a', 100, { expiresAt: END }), lot('b', 50, { expiresAt: END })],
  });
  const endingTo = accept(nobody, ['expiring']);

  test('tells an ending seven days and one day before, and looks again in between', () => {
    const ids: string[] = [];
    let subscription: Subscription = endingTo;
    for (let at = NOW; at < END; at = subscription.lookAt ?? END) {
      const plan = planReminders({ account: holder, period: 0, at, subscription });
      ids.push(...plan.reminders.map(({ id }) => id));
      ({ subscription } = plan);
      expect(subscription.lookAt).toBeGreaterThan(at);
      expect(subscription.lookAt).toBeLessThanOrEqual(at + DAY);
    }
    expect([...new Set(ids)]).toEqual([`u-lin:expiring-7:${END}`, `u-lin:expiring-1:${END}`]);
  });

  test('looks at a person without an account, and plans nothing', () => {
    const plan = planReminders({ account: undefined, period: 2, at: NOW, subscription: endingTo });
    expect(plan).toMatchObject({ reminders: [], subscription: { lookAt: NOW + DAY } });
  });
});

const china = (day: number, hour: number, minute = 0) => Date.UTC(2026, 10, day, hour - 8, minute);
const ending = (expiresAt: number): Subject => ({ template: 'expiring', daysBefore: 1, expiresAt });
const refunded: Subject = {
  ...{ template: 'refunded', orderId: 'o1', merchantName: '青禾鲜果', at: china(2, 3) },
  ...{ amountFen: fen(12_34), cashFen: fen(12_34), couponFen: fen(0) },
  ...{ returnedFen: fen(0), offsetFen: fen(0) },
};

test.each<[string, number, number]>([
  ['0:00', china(2, 0), china(2, 9)],
  ['8:59', china(2, 8, 59), china(2, 9)],
  ['9:00', china(2, 9), china(2, 9)],
  ['20:59', china(2, 20, 59), china(2, 20, 59)],
  ['21:00', china(2, 21), china(3, 9)],
])('what is due at %s goes by day', (_, at, when) => {
  expect(byDay(at)).toBe(when);
});

test('a refund goes at once, and so does an ending that the morning would miss', () => {
  const nextAt = (subject: Subject) =>
    newReminder(subject, { id: 'r', account: 'u', at: china(2, 3) }).nextAt;
  expect(nextAt(refunded)).toBe(china(2, 3));
  expect(nextAt(ending(china(2, 12)))).toBe(china(2, 9));
  expect(nextAt(ending(china(2, 9, 30)))).toBe(china(2, 3));
});

test('a claim keeps others away longer than a function runs, and longer with each attempt', () => {
  const first = claimed(newReminder(refunded, { id: 'r', account: 'u', at: NOW }), NOW);
  expect(first.attempts).toBe(1);
  expect(first.nextAt).toBeGreaterThan(NOW + 2 * MINUTE);
  expect(claimed(first, NOW).nextAt).toBeGreaterThan(first.nextAt);
  expect([isStale(first, NOW + 3 * DAY), isStale(first, NOW + 3 * DAY + 1)]).toEqual([false, true]);
});

test('words fit WeChat’s limits and say what is so', () => {
  const expiresAt = china(31, 0);
  const arrived = { template: 'arrived', amountFen: fen(1_00), expiresAt } as const;
  expect(reminderWords({ ...arrived, firstPeriod: 3, lastPeriod: 3 }, undefined)).toEqual({
    ...{ name: '第 3 期消费券', amount: '1.00元', date: '2026年11月30日 23:59' },
    note: '任意联盟商家可用，可以分几次用',
    page: 'packages/account/period/index?n=3',
  });
  const many = reminderWords({ ...arrived, firstPeriod: 998, lastPeriod: 999 }, undefined);
  expect(many).toMatchObject({
    name: '第 998 至 999 期消费券',
    page: 'packages/account/messages/index',
  });
  const gone = reminderWords(ending(expiresAt), undefined);
  expect(gone).toBeUndefined();
  const one = { amountFen: fen(5), lotIds: ['dividend-2026-11'], hasOffers: false, expiresAt };
  expect(reminderWords(ending(expiresAt), one)).toMatchObject({
    ...{ name: '消费券', amount: '0.05元', page: 'packages/account/lot/index?id=dividend-2026-11' },
  });
  const two = reminderWords(ending(expiresAt), { ...one, lotIds: ['a', 'b'] });
  expect(two).toMatchObject({ name: '2 张消费券', page: 'pages/wallet/index' });
  const offer = reminderWords(ending(expiresAt), { ...one, hasOffers: true });
  expect(offer).toMatchObject({ name: '1 张券', note: '金额是最多可省，到期后不能再用' });
  const long = reminderWords({ ...refunded, merchantName: '鲜'.repeat(40) }, undefined);
  for (const words of [many, two, offer, long]) {
    expect(words?.name.length).toBeLessThanOrEqual(20);
    expect(words?.note.length).toBeLessThanOrEqual(20);
  }
});

test.each<[number, number, number, string]>([
  [10_00, 0, 0, '现金原路退回，以微信到账为准'],
  [0, 10_00, 10_00, '券已回到券包'],
  [4_00, 6_00, 6_00, '现金原路退回，券已回到券包'],
  // What offers had paid goes back to their fund.
  [4_00, 6_00, 0, '现金原路退回，以微信到账为准'],
  [0, 6_00, 0, '怎么退的，打开看明细'],
])('a refund of %i in cash, %i in coupons, %i in the wallet says %s', (cash, paid, back, note) => {
  const coupons = { couponFen: fen(paid), returnedFen: fen(back) };
  const subject = { ...refunded, cashFen: fen(cash), ...coupons };
  expect(reminderWords(subject, undefined)).toMatchObject({
    ...{ note, name: '青禾鲜果', amount: '12.34元', date: '2026年11月2日 03:00' },
  });
});
