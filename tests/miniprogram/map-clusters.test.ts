import fc from 'fast-check';
import { countText, placeBubbles, takeIn } from '../../miniprogram/components/merchant-map/bubbles';
import {
  CLUSTER_REACH,
  MIN_CLUSTER,
  clusterSpots,
  type Spot,
} from '../../miniprogram/components/merchant-map/cluster';
import { boxAround, overlaps } from '../../miniprogram/components/merchant-map/place-labels';

const spot = (id: string, x: number, y: number): Spot => ({ id, at: { x, y } });
const distance = (a: Spot['at'], b: Spot['at']): number => Math.hypot(a.x - b.x, a.y - b.y);
const spots = fc
  .array(fc.tuple(fc.double({ min: -200, max: 200, noNaN: true }), fc.nat(300)), { maxLength: 80 })
  .map((places) => places.map(([x, y], index) => spot(`s${index}`, x, y)));

describe('shops that lie close', () => {
  test('three stand for themselves, four become one bubble on the first of them', () => {
    const three = [spot('a', 0, 0), spot('b', 5, 5), spot('c', 9, 0)];
    expect(clusterSpots(three).clusters).toEqual([]);
    const { clusters, singleIds } = clusterSpots([...three, spot('d', 3, 9)]);
    expect(clusters.map(({ id, at }) => ({ id, at }))).toEqual([{ id: 'a', at: { x: 0, y: 0 } }]);
    expect([...(clusters[0]?.memberIds ?? [])].sort()).toEqual(['a', 'b', 'c', 'd']);
    expect(singleIds.size).toBe(0);
  });

  test('the squares that they are searched in do not tell them apart', () => {
    const over = [spot('a', -1, -1), spot('b', 1, -1), spot('c', -1, 1), spot('d', 1, 1)];
    expect(clusterSpots(over).clusters[0]?.memberIds).toHaveLength(4);
  });

  test('every shop stands for itself or in one bubble, never in two', () => {
    fc.assert(
      fc.property(spots, (all) => {
        const { clusters, singleIds } = clusterSpots(all);
        const found = [...clusters.flatMap(({ memberIds }) => memberIds), ...singleIds];
        expect([...found].sort()).toEqual(all.map(({ id }) => id).sort());
      }),
    );
  });

  test('bubbles keep their distance, and their shops are within reach', () => {
    fc.assert(
      fc.property(spots, (all) => {
        const { clusters } = clusterSpots(all);
        const placeOf = new Map(all.map(({ id, at }) => [id, at]));
        clusters.forEach(({ at, memberIds }, index) => {
          expect(memberIds.length).toBeGreaterThanOrEqual(MIN_CLUSTER);
          for (const id of memberIds) {
            expect(distance(at, placeOf.get(id) ?? { x: NaN, y: NaN })).toBeLessThan(CLUSTER_REACH);
          }
          for (const other of clusters.slice(index + 1)) {
            expect(distance(at, other.at)).toBeGreaterThanOrEqual(CLUSTER_REACH);
          }
        });
      }),
    );
  });
});

describe('bubbles beside what stands already', () => {
  const bubble = { id: 'a', memberIds: ['a', 'b', 'c', 'd'], at: { x: 100, y: 100 } };

  test('a bubble on the selected shop steps aside, one beside it stays', () => {
    const standing = [boxAround({ x: 100, y: 100 }, 42)];
    const far = { ...bubble, id: 'far', at: { x: 200, y: 100 } };
    const placed = placeBubbles([bubble, far], { standing, textScale: 1 });
    const at = (id: string) => placed.find((each) => each.id === id)?.at;
    expect(at('far')).toEqual({ x: 200, y: 100 });
    expect(at('a')).not.toEqual({ x: 100, y: 100 });
    const boxes = placed.map(({ at: middle, size }) => boxAround(middle, size));
    for (const box of boxes) expect(overlaps(box, standing[0] ?? box)).toBe(false);
  });

  test('a bubble that is surrounded goes into the nearest other one', () => {
    const standing = [boxAround({ x: 100, y: 100 }, 200)];
    const others = [300, 320].map((x, index) => ({
      ...{ id: `o${index}`, memberIds: [`o${index}`], at: { x, y: 100 } },
    }));
    const placed = placeBubbles([bubble, ...others], { standing, textScale: 1 });
    expect(placed.map(({ memberIds }) => memberIds)).toEqual([['o0', 'a', 'b', 'c', 'd'], ['o1']]);
  });

  test('a bubble takes in what would stick out from under it, and nothing else', () => {
    const [placed] = placeBubbles([bubble], { standing: [], textScale: 1 });
    const edge = (placed?.size ?? 0) / 2;
    const things = [
      { id: 'under', at: { x: 100, y: 100 } },
      { id: 'at the edge', at: { x: 100 + edge + 5, y: 100 } },
      { id: 'beside', at: { x: 100 - edge - 8, y: 100 } },
    ];
    const { bubbles, left } = takeIn(placed === undefined ? [] : [placed], things);
    expect(bubbles[0]?.memberIds).toEqual(['a', 'b', 'c', 'd', 'under', 'at the edge']);
    expect(left.map(({ id }) => id)).toEqual(['beside']);
  });

  test('a bubble that is surrounded and alone stays where it is', () => {
    const standing = [boxAround({ x: 100, y: 100 }, 300)];
    expect(placeBubbles([bubble], { standing, textScale: 1 })[0]?.at).toEqual({ x: 100, y: 100 });
  });

  test.each([1, 1.3])('no bubble touches a neighbour at its least distance, text × %d', (scale) => {
    const crowd = Array.from({ length: 200 }, (_, index) => `m${index}`);
    const pair = [0, CLUSTER_REACH].map((x) => ({
      ...{ id: `b${x}`, memberIds: crowd, at: { x, y: 0 } },
    }));
    const [left, right] = placeBubbles(pair, { standing: [], textScale: scale }).map((placed) =>
      boxAround(placed.at, placed.size),
    );
    expect(left !== undefined && right !== undefined && overlaps(left, right)).toBe(false);
  });

  test.each([
    [4, '4'],
    [999, '999'],
    [1000, '999+'],
  ])('%d shops read %s', (count, text) => {
    expect(countText(count)).toBe(text);
  });
});
