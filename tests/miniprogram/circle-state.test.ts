import { circleState, type CircleFacts } from '../../miniprogram/pages/circle/circle-state';

const here = { longitude: 120.13, latitude: 30.28 };
const site = { id: 'hangzhou', name: '杭州站', city: '杭州', position: here, places: [] };
const merchant = { id: 'm-1' } as never;

function facts(some: Partial<CircleFacts>): CircleFacts {
  return { here, locating: 'located', found: undefined, error: null, ...some };
}

describe('the state of the circle', () => {
  test.each([
    ['not-asked', 'locating'],
    ['asking', 'locating'],
    ['refused', 'no-place'],
    ['failed', 'no-place'],
  ] as const)('without a place and %s it is %s', (locating, kind) => {
    expect(circleState(facts({ here: null, locating })).kind).toBe(kind);
  });

  test('a chosen place works with the location refused', () => {
    const found = { site, merchants: [merchant], isLast: true };
    expect(circleState(facts({ locating: 'refused', found })).kind).toBe('shops');
  });

  test('waits for the first answer', () => {
    expect(circleState(facts({})).kind).toBe('loading');
  });

  test('tells a failure only while there is nothing to show', () => {
    const error = new Error('offline');
    const found = { site, merchants: [merchant], isLast: true };
    expect(circleState(facts({ error }))).toEqual({ kind: 'failed', error });
    expect(circleState(facts({ error, found })).kind).toBe('shops');
  });

  test('a city without a site is not the same as a circle without shops', () => {
    const nothing = { merchants: [], isLast: true };
    expect(circleState(facts({ found: { site: null, ...nothing } })).kind).toBe('not-open');
    expect(circleState(facts({ found: { site, ...nothing } })).kind).toBe('empty');
  });
});
