// What is left of a campaign's budget goes back once its time is over, and never what a coupon needs.
import {
  closeActivities,
  foldActivities,
  type Activities,
} from '../../src/domain/campaigns/activities';
import type { JournalEntry, Move } from '../../src/domain/journal/entry';
import { DAY } from '../../src/domain/time';

const OVER = 1000;

function entry(kind: JournalEntry['kind'], moves: readonly Move[]): JournalEntry {
  return { id: kind, kind, at: 1, effectiveAt: 1, moves, matures: [] };
}

const money = (from: string, to: string, amount: number): Move => ({
  ...{ from, to, asset: 'fen', amount },
});
const coupon = (from: string, to: string, amount: number): Move => ({
  ...{ from, to, asset: 'coupon', amount },
});

const budget: JournalEntry = {
  ...entry('campaign', [money('payable/merchant/m-a', 'fund/activity/c-1', 100)]),
  campaign: { id: 'c-1', closesAt: OVER, issuer: 'm-a' },
};
const claimed = entry('claim', [
  coupon('activity-coupons/issued', 'activity-coupons/u-1/c-1.x', 10),
  coupon('activity-coupons/issued', 'activity-coupons/u-2/c-1.y', 10),
]);
/** An offer of 10 that cost 7. */
const spent = entry('paid', [
  coupon('activity-coupons/u-1/c-1.x', 'activity-coupons/issued', 10),
  money('fund/activity/c-1', 'payable/merchant/m-b', 7),
]);
const fold = (entries: readonly JournalEntry[], start: Activities = {}): Activities =>
  entries.reduce(foldActivities, start);
const close = (activities: Activities, upTo: number) =>
  closeActivities(activities, { upTo, at: upTo + 1 });

test('a campaign that is not over keeps its budget', () => {
  const open = fold([budget, claimed, spent]);
  expect(open['c-1']).toMatchObject({ fundFen: 93, couponsFen: 10 });
  expect(close(open, OVER - 1)).toEqual({ activities: open, entries: [] });
});

test('one that is over gives its shop back all but what a coupon still needs', () => {
  const { entries, activities } = close(fold([budget, claimed, spent]), OVER);
  expect(entries).toMatchObject([
    {
      id: 'campaign:c-1:closed:1',
      shops: ['m-a'],
      moves: [{ from: 'fund/activity/c-1', to: 'payable/merchant/m-a', amount: 83 }],
    },
  ]);
  expect(activities['c-1']).toMatchObject({ fundFen: 10, couponsFen: 10 });
});

test('the closing counts once, although the journal has it as well', () => {
  const first = close(fold([budget, claimed, spent]), OVER);
  const read = fold(first.entries, first.activities);
  expect(read).toEqual(first.activities);
  expect(close(read, OVER + 5).entries).toEqual([]);
});

test('the last coupon expires, its cover follows, and after a year of refunds it is forgotten', () => {
  const first = close(fold([budget, claimed, spent]), OVER);
  const expired = entry('expire', [
    coupon('activity-coupons/u-2/c-1.y', 'activity-coupons/issued', 10),
  ]);
  const last = close(fold([expired], first.activities), OVER + 9);
  expect(last.entries).toMatchObject([{ moves: [{ amount: 10 }] }]);
  expect(last.activities).toMatchObject({ 'c-1': { fundFen: 0, couponsFen: 0 } });
  expect(close(last.activities, OVER + 400 * DAY).activities).toEqual({});
});

test('what a refund brings back a year later goes back too', () => {
  const empty = close(fold([budget]), OVER).activities;
  const refund = entry('refund', [
    money('payable/merchant/m-b', 'fund/activity/c-1', 7),
    coupon('activity-coupons/issued', 'activity-coupons/u-1/c-1.x', 7),
  ]);
  const expired = entry('expire', [
    coupon('activity-coupons/u-1/c-1.x', 'activity-coupons/issued', 7),
  ]);
  const back = close(fold([refund], empty), OVER + 350 * DAY);
  expect(back.entries).toEqual([]);
  expect(close(fold([expired], back.activities), OVER + 360 * DAY).entries).toMatchObject([
    { id: 'campaign:c-1:closed:2', moves: [{ to: 'payable/merchant/m-a', amount: 7 }] },
  ]);
});

test('a claim that is read before its budget counts: the clocks that wrote them differ', () => {
  expect(fold([claimed, spent, budget])).toEqual(fold([budget, claimed, spent]));
});

test('a fold that begins anew finds the closings in the journal, and closes nothing twice', () => {
  const first = close(fold([budget, claimed, spent]), OVER);
  const expired = entry('expire', [
    coupon('activity-coupons/u-2/c-1.y', 'activity-coupons/issued', 10),
  ]);
  const second = close(fold([...first.entries, expired], first.activities), OVER + 9);
  const journal = [budget, claimed, spent, ...first.entries, expired, ...second.entries];
  expect(fold(journal)).toEqual(second.activities);
  expect(close(fold(journal), OVER + 10).entries).toEqual([]);
});

test('one that has not read its last closing yet would write it under the same id', () => {
  const first = close(fold([budget, claimed, spent]), OVER);
  const again = close(fold([budget, claimed, spent]), OVER + 1);
  expect(again.entries.map(({ id }) => id)).toEqual(first.entries.map(({ id }) => id));
});

test('what the platform has put aside goes back to the platform', () => {
  const { issuer: _shop, ...ofPlatform } = budget.campaign ?? { id: 'c-1', closesAt: OVER };
  const { entries } = close(fold([{ ...budget, campaign: ofPlatform }]), OVER);
  expect(entries).toMatchObject([{ moves: [{ to: 'income/platform', amount: 100 }] }]);
});
