// A visit is told once a shop and day.
import { isTold, toldAfter } from '../../miniprogram/features/scan/told-visits';

const MORNING = Date.parse('2026-11-02T02:00:00Z');
const LATE = Date.parse('2026-11-02T15:59:00Z');
const TOMORROW = Date.parse('2026-11-02T16:00:00Z');
const visit = { merchantCode: 'noodle01', by: 'shop-code' } as const;
const mine = { visit, openid: '' };

const told = toldAfter(mine, { told: [], now: MORNING });

test('the same visit is known for the rest of the shops’ day, and not on the next', () => {
  expect(isTold(mine, { told, now: LATE })).toBe(true);
  expect(isTold(mine, { told, now: TOMORROW })).toBe(false);
});

test.each([
  ['another shop', { ...mine, visit: { ...visit, merchantCode: 'fruit001' } }],
  ['its entry code', { ...mine, visit: { ...visit, by: 'entry-code' as const } }],
  ['another person of the preview', { ...mine, openid: 'demo-lin' }],
])('%s is another visit', (_what, other) => {
  expect(isTold(other, { told, now: LATE })).toBe(false);
});

test('the phone keeps the visits of today only', () => {
  const other = { ...mine, visit: { ...visit, merchantCode: 'fruit001' } };
  expect(toldAfter(other, { told, now: LATE })).toHaveLength(2);
  expect(toldAfter(other, { told, now: TOMORROW })).toHaveLength(1);
});
