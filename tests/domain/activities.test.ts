// What is left of a campaign's budget goes back once its time is over, and never what a coupon needs.
import {
  closeActivities,
  foldActivities,
  type Activities,
} from '../../src/domain/campaigns/activities';
import type { JournalEntry, Move } from '../../src/domain/journal/entry';

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
      id: 'campaign:c-1:closed:1000',
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

test('the last coupon expires, its cover follows, and the campaign is forgotten', () => {
  const first = close(fold([budget, claimed, spent]), OVER);
  const expired = entry('expire', [
    coupon('activity-coupons/u-2/c-1.y', 'activity-coupons/issued', 10),
  ]);
  const last = close(fold([expired], first.activities), OVER + 9);
  expect(last.entries).toMatchObject([{ moves: [{ amount: 10 }] }]);
  expect(last.activities).toEqual({});
});

test('what the platform has put aside goes back to the platform', () => {
  const { issuer: _shop, ...ofPlatform } = budget.campaign ?? { id: 'c-1', closesAt: OVER };
  const { entries } = close(fold([{ ...budget, campaign: ofPlatform }]), OVER);
  expect(entries).toMatchObject([{ moves: [{ to: 'income/platform', amount: 100 }] }]);
});
