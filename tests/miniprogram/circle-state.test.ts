import {
  circleState,
  isMoreWanted,
  type CircleFacts,
} from '../../miniprogram/pages/circle/circle-state';
import { countText } from '../../miniprogram/features/merchants/count-text';
import { endText } from '../../miniprogram/pages/circle/circle-words';
import { NO_WISH } from '../../miniprogram/features/merchants/shop-order';

const here = { longitude: 120.13, latitude: 30.28 };
const site = { id: 'hangzhou', name: '杭州站', city: '杭州', position: here, places: [] };
const merchant = { id: 'm-1' } as never;
const found = { site, merchants: [merchant], isLast: true };

function facts(some: Partial<CircleFacts>): CircleFacts {
  const shops = some.shops ?? some.found?.merchants ?? [];
  return { here, locating: 'located', found: undefined, error: null, ...some, shops };
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
    expect(circleState(facts({ locating: 'refused', found })).kind).toBe('shops');
  });

  test('waits for the first answer', () => {
    expect(circleState(facts({})).kind).toBe('loading');
  });

  test('tells a failure only while there is nothing to show', () => {
    const error = new Error('offline');
    expect(circleState(facts({ error }))).toEqual({ kind: 'failed', error });
    expect(circleState(facts({ error, found })).kind).toBe('shops');
  });

  test('a city without a site is not the same as a circle without shops', () => {
    const nothing = { merchants: [], isLast: true };
    expect(circleState(facts({ found: { site: null, ...nothing } })).kind).toBe('not-open');
    expect(circleState(facts({ found: { site, ...nothing } })).kind).toBe('empty');
  });

  test('a circle without shops is not the same as one without shops as wished', () => {
    expect(circleState(facts({ found, shops: [] })).kind).toBe('none-as-wished');
  });
});

describe('whether more shops are loaded without scrolling', () => {
  const sorted = { ...NO_WISH, order: 'most-points' as const };
  const open = { ...NO_WISH, isOpenOnly: true };

  test.each([
    ['nearest first, one page is enough', NO_WISH, { loaded: 100, shown: 100 }, false],
    ['another order looks at more than a page', sorted, { loaded: 100, shown: 100 }, true],
    ['but not at everything', sorted, { loaded: 500, shown: 500 }, false],
    ['a filter that leaves a screen full is content', open, { loaded: 100, shown: 20 }, false],
    ['one that leaves less is not', open, { loaded: 100, shown: 19 }, true],
    ['and gives up in the end', open, { loaded: 500, shown: 0 }, false],
  ])('%s', (_name, wish, counts, isMore) => {
    expect(isMoreWanted(wish, counts)).toBe(isMore);
  });
});

describe('the count of a circle', () => {
  test.each([
    [35, true, '35'],
    [1000, true, '1000'],
    [100, false, '100+'],
    [199, false, '100+'],
    [200, false, '200+'],
    [12, false, '12+'],
  ])('%d shops, %p that these are all: %s', (count, isLast, text) => {
    expect(countText(count, { isLast })).toBe(text);
  });

  test('the end says of how many shops another order is made', () => {
    const facts = { isLast: false, isFetching: false, hasFailed: false, loaded: 500 };
    const wish = { ...NO_WISH, order: 'most-points' as const };
    expect(endText({ ...facts, wish })).toBe('以上是最近 500 家的排序，点这里再看 100 家');
    expect(endText({ ...facts, wish: NO_WISH })).toBe('点这里看更远的商家');
    expect(endText({ ...facts, wish: NO_WISH, hasFailed: true })).toContain('没有加载出来');
  });
});
