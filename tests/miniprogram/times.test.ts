import { countdownText, secondsLeft } from '../../miniprogram/components/countdown/remaining';
import {
  clockText,
  dayText,
  lastDayText,
  momentText,
  shortDayText,
} from '../../miniprogram/components/time/day-text';

// Late in the evening in London, already the next day in Hangzhou.
const NEW_YEAR = Date.parse('2026-12-31T17:05:09Z');

describe('instants in words', () => {
  it('are those of the shops, wherever the phone is', () => {
    expect(dayText(NEW_YEAR)).toBe('2027 年 1 月 1 日');
    expect(shortDayText(NEW_YEAR)).toBe('1 月 1 日');
    expect(clockText(NEW_YEAR)).toBe('01:05');
    expect(momentText(NEW_YEAR)).toBe('2027-01-01 01:05:09');
  });

  it('end with the day before an end that is outside', () => {
    const midnight = Date.parse('2027-12-01T00:00:00+08:00');
    expect(lastDayText(midnight)).toBe('2027 年 11 月 30 日');
    expect(lastDayText(midnight + 1)).toBe('2027 年 12 月 1 日');
  });
});

describe('a countdown', () => {
  it('counts a begun second as a whole one and stops at 0', () => {
    expect(secondsLeft({ now: 0, until: 1 })).toBe(1);
    expect(secondsLeft({ now: 0, until: 1000 })).toBe(1);
    expect(secondsLeft({ now: 1000, until: 1000 })).toBe(0);
    expect(secondsLeft({ now: 5000, until: 1000 })).toBe(0);
  });

  it.each([
    [0, '00:00'],
    [65, '01:05'],
    [900, '15:00'],
    [6000, '100:00'],
  ])('writes %d seconds as %s', (seconds, text) => {
    expect(countdownText(seconds)).toBe(text);
  });
});
