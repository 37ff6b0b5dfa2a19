import fc from 'fast-check';
import {
  isInSight,
  project,
  toFrame,
  unproject,
  viewAround,
  viewOfCircle,
  viewOfPlaces,
  type View,
} from '../../miniprogram/components/merchant-map/map-view';
import { openBubble } from '../../miniprogram/components/merchant-map/open-bubble';
import { overlaps } from '../../miniprogram/components/merchant-map/place-labels';
import { SceneMaker, type Scene } from '../../miniprogram/components/merchant-map/scene';
import type { MapMerchant } from '../../miniprogram/components/merchant-map/types';
import { viewAfter } from '../../miniprogram/components/merchant-map/region-change';

const middle = { longitude: 120.137, latitude: 30.2795 };
const frame = { width: 390, height: 391, insets: { top: 56, bottom: 20 } };
const view: View = viewOfCircle({ centre: middle, radiusMetres: 3000 }, frame);

/** Shops strewn over a circle, the nearest first, by a row that is no lattice. */
function town(count: number, reachDegrees = 0.03): MapMerchant[] {
  return Array.from({ length: count }, (_, index) => {
    const turn = index * 2.399963;
    const reach = reachDegrees * Math.sqrt(index / count);
    return {
      id: `m${index}`,
      name: `第${index}家小店`,
      category: 'fruit' as const,
      position: {
        longitude: middle.longitude + reach * Math.cos(turn),
        latitude: middle.latitude + reach * Math.sin(turn),
      },
      isOpen: true,
    };
  });
}

function sceneOf(merchants: readonly MapMerchant[], different: { selectedId?: string } = {}) {
  const shown = { merchants, selectedId: null, here: middle, textScale: 1, ...different };
  return new SceneMaker().make(shown, view);
}

const shopsOf = ({ pins, bubbles }: Scene): string[] => [
  ...pins.map(({ merchant }) => merchant.id),
  ...bubbles.flatMap(({ members }) => members.map(({ id }) => id)),
];

describe('a view of the map', () => {
  test.each([10, 60, 2000])('shows each of %d shops once: as a pin or in a bubble', (count) => {
    const merchants = town(count, 0.012);
    expect(shopsOf(sceneOf(merchants)).sort()).toEqual(merchants.map(({ id }) => id).sort());
  });

  test('a crowd of 20 000 is drawn with fewer than two hundred markers', () => {
    const { pins, bubbles } = sceneOf(town(20_000, 0.2));
    expect(pins.length + bubbles.length).toBeLessThan(200);
    expect(bubbles.length).toBeGreaterThan(20);
  });

  test.each([1, 1.3])('nothing that has a name or a number overlaps, text × %d', (textScale) => {
    const merchants = town(120);
    const shown = { merchants, selectedId: 'm40', here: middle, textScale };
    const { boxes, pins } = new SceneMaker().make(shown, view);
    const dots = pins.filter(({ placement }) => placement.form === 'dot').length;
    const solid = boxes.slice(0, boxes.length - dots);
    solid.forEach((box, index) => {
      const rivals = solid.slice(index + 1).filter((other) => !isSame(box, other));
      expect(rivals.filter((other) => overlaps(box, other))).toEqual([]);
    });
  });

  test('no name stands under the bar, under the sheet, or over the edge', () => {
    const { boxes } = sceneOf(town(16));
    const names = boxes.filter(({ top, bottom }) => bottom - top === 18);
    expect(names.length).toBeGreaterThan(3);
    for (const { left, right, top, bottom } of names) {
      expect([left >= 0, right <= 390, top >= 56, bottom <= 371]).toEqual([true, true, true, true]);
    }
  });

  test('the selected shop stands for itself, also in the middle of a crowd', () => {
    const merchants = town(500);
    const scene = sceneOf(merchants, { selectedId: 'm42' });
    // Drawn last, so that it lies on top.
    const pin = scene.pins[scene.pins.length - 1];
    expect(pin?.merchant.id).toBe('m42');
    expect(pin).toMatchObject({ isSelected: true, placement: { form: 'pin', hasName: true } });
    const others = scene.bubbles.flatMap(({ members }) => members.map(({ id }) => id));
    expect(others).not.toContain('m42');
  });

  test('bubbles stay while the map is moved', () => {
    const maker = new SceneMaker();
    const shown = { merchants: town(2000), selectedId: null, here: null, textScale: 1 };
    const at = (longitude: number) => {
      const moved = { ...view, centre: { ...middle, longitude } };
      return new Map(maker.make(shown, moved).bubbles.map((bubble) => [bubble.id, bubble]));
    };
    const [before, after] = [at(middle.longitude), at(middle.longitude + 0.004)];
    const kept = [...before.values()].filter(({ id }) => after.has(id));
    expect(kept.length).toBeGreaterThan(10);
    for (const bubble of kept) expect(after.get(bubble.id)).toEqual(bubble);
  });

  test('another list of shops is not answered from the last one', () => {
    const maker = new SceneMaker();
    const shown = { selectedId: null, here: null, textScale: 1 };
    maker.make({ ...shown, merchants: town(100) }, view);
    expect(shopsOf(maker.make({ ...shown, merchants: town(3) }, view))).toHaveLength(3);
  });
});

describe('a tap on a bubble', () => {
  const bubbleOf = (members: readonly MapMerchant[]) => ({ members });

  test('shows its shops from nearer, all of them in sight', () => {
    const members = town(5, 0.004);
    const opening = openBubble(bubbleOf(members), view);
    if (opening.kind !== 'nearer') throw new Error('it was not opened');
    expect(opening.view.zoom).toBeGreaterThanOrEqual(view.zoom + 1);
    for (const { position } of members) expect(isInSight(position, opening.view, 10)).toBe(true);
  });

  test('where no zoom takes them apart it selects the first, and then the next', () => {
    const members = town(5, 0.00001);
    expect(openBubble(bubbleOf(members), view)).toEqual({ kind: 'select', merchantId: 'm0' });
    expect(openBubble(bubbleOf(members.slice(1)), view)).toMatchObject({ merchantId: 'm1' });
  });
});

describe('degrees and pixels', () => {
  const place = fc.record({
    longitude: fc.double({ min: 73, max: 135, noNaN: true }),
    latitude: fc.double({ min: 3, max: 54, noNaN: true }),
  });

  test('a pixel leads back to its place', () => {
    fc.assert(
      fc.property(place, fc.double({ min: 9, max: 18, noNaN: true }), (from, zoom) => {
        const back = unproject(project(from, zoom), zoom);
        expect(back.longitude).toBeCloseTo(from.longitude, 9);
        expect(back.latitude).toBeCloseTo(from.latitude, 9);
      }),
    );
  });

  test('a circle is shown whole between the bar and the sheet', () => {
    const { y } = toFrame(middle, view);
    expect(y).toBeCloseTo((56 + 371) / 2, 3);
    const degrees = 3000 / 111_195;
    for (const latitude of [middle.latitude - degrees, middle.latitude + degrees]) {
      expect(isInSight({ ...middle, latitude }, view, 0)).toBe(true);
    }
  });

  test('what lies under the bar or the sheet is not in sight', () => {
    const at = (y: number) => {
      const { x, y: top } = project(view.centre, view.zoom);
      return unproject({ x, y: top - view.height / 2 + y }, view.zoom);
    };
    expect([40, 90, 300, 365].map((y) => isInSight(at(y), view))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test('a place is brought to the middle of what nothing covers', () => {
    const around = viewAround({ longitude: 120.2, latitude: 30.2 }, { zoom: 15, frame });
    expect(toFrame({ longitude: 120.2, latitude: 30.2 }, around).y).toBeCloseTo(213.5, 3);
  });

  test('places at one point are shown a step nearer, not infinitely near', () => {
    expect(viewOfPlaces([middle, middle], view).zoom).toBe(18);
    expect(viewOfPlaces([middle, middle], view).centre.longitude).toBeCloseTo(120.137, 9);
  });
});

describe("what WeChat's map tells of itself", () => {
  const corner = (y: number) => {
    const { x, y: centre } = project(view.centre, view.zoom);
    return unproject({ x: x + (y < 0 ? -195 : 195), y: centre - y }, view.zoom);
  };
  const detail = { scale: view.zoom, centerLocation: view.centre };

  test('its height follows from its corners', () => {
    const region = { southwest: corner(-300), northeast: corner(300) };
    expect(viewAfter(view, { type: 'end', detail: { ...detail, region } }).height).toBe(600);
  });

  test('a move that only begins changes nothing', () => {
    expect(viewAfter(view, { type: 'begin', detail: { scale: 10 } })).toBe(view);
  });

  test('what an older WeChat leaves out stays as it was', () => {
    expect(viewAfter(view, { type: 'end', detail: {} })).toEqual(view);
  });
});

function isSame(a: object, b: object): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
