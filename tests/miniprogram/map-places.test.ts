import { readBackground } from '../../miniprogram/components/merchant-map/background';
import {
  pixelsPerMetre,
  project,
  zoomToFit,
} from '../../miniprogram/components/merchant-map/map-view';
import {
  overlaps,
  placePins,
  shortName,
  type Placeable,
} from '../../miniprogram/components/merchant-map/place-labels';

function shop(id: string, x: number, y: number, isSelected = false): Placeable {
  return { id, name: '老周面馆', at: { x, y }, isSelected };
}

describe('what fits on the map', () => {
  test('shops far apart all have pins and names', () => {
    const { placements } = placePins([shop('a', 50, 50), shop('b', 250, 50)], { textScale: 1 });
    expect([...placements.values()]).toEqual([
      { form: 'pin', hasName: true },
      { form: 'pin', hasName: true },
    ]);
  });

  test('of two shops at one spot the nearer one keeps its pin', () => {
    const { placements } = placePins([shop('near', 50, 50), shop('far', 60, 52)], { textScale: 1 });
    expect(placements.get('near')?.form).toBe('pin');
    expect(placements.get('far')).toEqual({ form: 'dot', hasName: false });
  });

  test('the selected shop goes before nearer ones, with its name', () => {
    const things = [shop('near', 50, 50), shop('chosen', 60, 52, true)];
    const { placements } = placePins(things, { textScale: 1 });
    expect(placements.get('chosen')).toEqual({ form: 'pin', hasName: true });
    expect(placements.get('near')?.form).toBe('dot');
  });

  test('a name gives way to a pin below it, and keeps standing where there is room', () => {
    const things = [shop('upper', 50, 50), shop('lower', 50, 84)];
    const { placements } = placePins(things, { textScale: 1 });
    expect(placements.get('upper')).toEqual({ form: 'pin', hasName: false });
    expect(placements.get('lower')).toEqual({ form: 'pin', hasName: true });
  });

  test('a name does not stand on a dot', () => {
    const things = [shop('a', 50, 50), shop('b', 72, 72), shop('c', 52, 66)];
    const { placements } = placePins(things, { textScale: 1 });
    expect(placements.get('c')?.form).toBe('dot');
    expect(placements.get('a')).toEqual({ form: 'pin', hasName: false });
  });

  test('large text needs more room for names', () => {
    const things = [shop('left', 50, 50), shop('right', 106, 50)];
    const named = (textScale: number): number =>
      [...placePins(things, { textScale }).placements.values()].filter(({ hasName }) => hasName)
        .length;
    expect(named(1)).toBe(2);
    expect(named(1.3)).toBe(1);
  });

  test('no two things that were placed overlap', () => {
    const crowd = Array.from({ length: 80 }, (_, index) =>
      shop(`s${index}`, (index * 37) % 375, (index * 53) % 380),
    );
    const { boxes } = placePins(crowd, { textScale: 1.3 });
    boxes.forEach((box, index) => {
      expect(boxes.slice(index + 1).some((other) => overlaps(box, other))).toBe(false);
    });
  });

  test('what is taken stays free', () => {
    const taken = [{ left: 40, top: 40, right: 60, bottom: 60 }];
    const { placements } = placePins([shop('a', 50, 50)], { textScale: 1, taken });
    expect(placements.get('a')?.form).toBe('dot');
  });

  test.each([
    ['老周面馆（文三路店）', '老周面馆'],
    ['一家名字非常非常长的小店', '一家名字非常非…'],
  ])('the name %s is cut to %s', (name, short) => {
    expect(shortName(name)).toBe(short);
  });
});

describe('the view of a circle', () => {
  const centre = { longitude: 120.13, latitude: 30.28 };

  test('a circle just fits into the shorter side', () => {
    const zoom = zoomToFit({ centre, radiusMetres: 3000, width: 375, height: 330 });
    const diameter = pixelsPerMetre(centre.latitude, zoom) * 6000;
    expect(diameter).toBeCloseTo(330 * 0.9, 3);
  });

  test('projects a distance to the pixels that it has on the ground', () => {
    const north = { ...centre, latitude: centre.latitude + 0.01 };
    const pixels = project(centre, 15).y - project(north, 15).y;
    const metres = 0.01 * 111_195;
    expect(pixels / metres / pixelsPerMetre(centre.latitude, 15)).toBeCloseTo(1, 2);
  });
});

describe('the ground under the pins', () => {
  test('reads lines and areas, and leaves out what it does not know', () => {
    const features = readBackground({
      type: 'FeatureCollection',
      features: [
        {
          properties: { kind: 'road', name: '文三路' },
          geometry: {
            type: 'LineString',
            coordinates: [
              [120.1, 30.2],
              [120.2, 30.3],
            ],
          },
        },
        {
          properties: { kind: 'water' },
          geometry: {
            type: 'Polygon',
            coordinates: [
              [
                [120, 30],
                [121, 30],
                [121, 31],
              ],
            ],
          },
        },
        { properties: { kind: 'volcano' }, geometry: { type: 'LineString', coordinates: [] } },
        { properties: { kind: 'park' }, geometry: { type: 'Point', coordinates: [120, 30] } },
      ],
    });
    expect(features).toEqual([
      {
        kind: 'road',
        name: '文三路',
        lines: [
          [
            { longitude: 120.1, latitude: 30.2 },
            { longitude: 120.2, latitude: 30.3 },
          ],
        ],
      },
      expect.objectContaining({ kind: 'water' }),
    ]);
  });

  test.each([null, undefined, 'text', {}, { features: 7 }])('%p is plain ground', (geoJson) => {
    expect(readBackground(geoJson)).toEqual([]);
  });
});
