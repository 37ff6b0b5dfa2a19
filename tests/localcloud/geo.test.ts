import fc from 'fast-check';
import { boxesAround, distanceMetres, type Position } from '../../src/localcloud/geo/sphere';
import { randomOf } from './random';
import { closeClouds, failure, openCloud, type TestCloud } from './fixture';

let cloud: TestCloud;

const next = randomOf(7);
const hangzhou: Position = [120.155, 30.274];
const shops = Array.from({ length: 20_000 }, (_, n) => ({
  _id: n,
  open: n % 2 === 0,
  place: {
    type: 'Point',
    coordinates: [119.9 + next() * 0.5, 30.1 + next() * 0.4] as [number, number],
  },
}));

beforeAll(async () => {
  cloud = await openCloud({
    collections: [
      {
        name: 'shops',
        indexes: [{ name: 'by_place', keys: [{ field: 'place', direction: '2dsphere' }] }],
      },
      {
        name: 'areas',
        indexes: [{ name: 'by_shape', keys: [{ field: 'shape', direction: '2dsphere' }] }],
      },
    ],
  });
  cloud.importDocuments('shops', shops);
});
afterAll(closeClouds);

const _ = (name: string, ...operands: unknown[]) => cloud.db.command[name]?.(...operands);
const point = ([longitude, latitude]: Position) => new cloud.db.Geo.Point(longitude, latitude);
const near = (options: { maxDistance?: number; minDistance?: number }) => ({
  place: _('geoNear', { geometry: point(hangzhou), ...options }),
});

/** What a reader of all shops would answer. */
const naive = (min: number, max: number) =>
  shops
    .map(({ _id, open, place }) => ({
      _id,
      open,
      metres: distanceMetres(hangzhou, place.coordinates),
    }))
    .filter(({ metres }) => metres >= min && metres <= max)
    .sort((a, b) => a.metres - b.metres);

test('measures distances on the sphere', () => {
  expect(distanceMetres([0, 0], [0, 1])).toBeCloseTo(111_318.8, 0);
  expect(distanceMetres([121.4737, 31.2304], [120.1551, 30.2741])).toBeCloseTo(165_000, -4);
  expect(distanceMetres([179.9, 0], [-179.9, 0])).toBeCloseTo(22_263.8, 0);
});

test('boxes hold every point of the circle, at the poles and across the antimeridian too', () => {
  const position = fc.tuple(
    fc.double({ min: -180, max: 180, noNaN: true }),
    fc.double({ min: -90, max: 90, noNaN: true }),
  );
  fc.assert(
    fc.property(
      position,
      position,
      fc.double({ min: 1, max: 2e7, noNaN: true }),
      (centre, other, radius) => {
        fc.pre(distanceMetres(centre, other) <= radius);
        const [x, y] = other;
        const held = boxesAround(centre, radius).some(
          (box) => box.west <= x && x <= box.east && box.south <= y && y <= box.north,
        );
        expect(held).toBe(true);
      },
    ),
    { numRuns: 2000 },
  );
});

test('finds by distance, nearest first, and reads little more', async () => {
  const expected = naive(0, 3000);
  cloud.resetStats();
  const found = await cloud.db
    .collection('shops')
    .where(near({ maxDistance: 3000 }))
    .limit(1000)
    .get();
  expect(found.data.map(({ _id }) => _id)).toEqual(expected.map(({ _id }) => _id));
  expect(expected.length).toBeGreaterThan(100);
  expect(cloud.stats().documentsRead).toBeLessThan(expected.length * 1.5);
});

test('leaves out what is nearer than the least distance', async () => {
  const expected = naive(1000, 2000).map(({ _id }) => _id);
  const found = await cloud.db
    .collection('shops')
    .where(near({ minDistance: 1000, maxDistance: 2000 }))
    .limit(1000)
    .get();
  expect(found.data.map(({ _id }) => _id)).toEqual(expected);
});

test('joins distance with other conditions, an offset and a limit', async () => {
  const expected = naive(0, 5000).filter(({ open }) => open);
  const found = await cloud.db
    .collection('shops')
    .where(_('and', [{ open: true }, near({ maxDistance: 5000 })]))
    .skip(3)
    .limit(5)
    .get();
  expect(found.data.map(({ _id }) => _id)).toEqual(expected.slice(3, 8).map(({ _id }) => _id));
});

test('finds the nearest of all without a distance and without reading all', async () => {
  const expected = naive(0, Infinity).slice(0, 10);
  cloud.resetStats();
  const found = await cloud.db.collection('shops').where(near({})).limit(10).get();
  expect(found.data.map(({ _id }) => _id)).toEqual(expected.map(({ _id }) => _id));
  expect(cloud.stats().documentsRead).toBeLessThan(2000);
});

test('gives distances in an aggregation', async () => {
  const expected = naive(0, 2000)
    .filter(({ open }) => open)
    .slice(0, 25);
  const { list } = await cloud.db
    .collection('shops')
    .aggregate()
    .geoNear({
      near: point(hangzhou),
      distanceField: 'metres',
      maxDistance: 2000,
      query: { open: true },
      spherical: true,
    })
    .limit(25)
    .end();
  expect(list.map(({ _id }) => _id)).toEqual(expected.map(({ _id }) => _id));
  list.forEach(({ metres }, i) => expect(metres).toBeCloseTo(expected[i]?.metres ?? 0, 6));
});

test('finds within circles and polygons', async () => {
  const circle = { place: _('geoWithin', { centerSphere: [point(hangzhou), 2000 / 6378100] }) };
  const inCircle = await cloud.db.collection('shops').where(circle).count();
  expect(inCircle.total).toBe(naive(0, 2000).length);
  const [west, east, south, north] = [120.1, 120.2, 30.2, 30.25];
  const corners: Position[] = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  const square = new cloud.db.Geo.Polygon([new cloud.db.Geo.LineString(corners.map(point))]);
  const inSquare = await cloud.db
    .collection('shops')
    .where({ place: _('geoWithin', { geometry: square }) })
    .count();
  const expected = shops.filter(
    ({
      place: {
        coordinates: [x, y],
      },
    }) => x >= west && x <= east && y >= south && y <= north,
  );
  expect(inSquare.total).toBe(expected.length);
});

test('follows a shop that moves or leaves', async () => {
  const collection = cloud.db.collection('shops');
  const here = async () =>
    (await collection.where(near({ maxDistance: 1 })).get()).data.map(({ _id }) => _id);
  await collection.doc('mover').set({ data: { place: point(hangzhou) } });
  expect(await here()).toEqual(['mover']);
  await collection.doc('mover').update({ data: { place: point([100, 10]) } });
  expect(await here()).toEqual([]);
  await collection.doc('mover').update({ data: { place: point(hangzhou) } });
  await collection.doc('mover').remove();
  expect(await here()).toEqual([]);
});

test('finds within a transaction what the transaction has moved', async () => {
  const transaction = await cloud.db.startTransaction();
  const collection = transaction.collection('shops');
  const here = async () =>
    (await collection.where(near({ maxDistance: 1 })).get()).data.map(({ _id }) => _id);
  expect(await here()).toEqual([]);
  await collection.doc('inside').set({ data: { place: point(hangzhou) } });
  expect(await here()).toEqual(['inside']);
  await transaction.rollback();
});

const impossible: Record<string, [shape: unknown, message: string]> = {
  'beyond the poles': [
    { type: 'Point', coordinates: [0, 91] },
    'longitude/latitude is out of bounds, lng: 0 lat: 91',
  ],
  'of words': [
    { type: 'Point', coordinates: ['a', 'b'] },
    'Point must only contain numeric elements',
  ],
  'of another type': [{ type: 'Circle', coordinates: [0, 0] }, 'unknown GeoJSON type'],
  'that is a text': ['here', 'unknown GeoJSON type'],
  'whose ring is open': [
    {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 1],
        ],
      ],
    },
    'Loop is not closed',
  ],
  'of one corner': [{ type: 'LineString', coordinates: [[0, 0]] }, 'must have at least 2 vertices'],
  'among others': [
    [
      { type: 'Point', coordinates: [0, 0] },
      { type: 'Point', coordinates: [999, 0] },
    ],
    'out of bounds',
  ],
};

test.each(Object.entries(impossible))('refuses a place %s', async (_name, [shape, message]) => {
  const areas = cloud.db.collection('areas');
  const seen = await failure(areas.doc('bad').set({ data: { shape } }));
  expect(seen.errCode).toBe(-502001);
  expect(seen.message).toContain("Can't extract geo keys: ");
  expect(seen.message).toContain(message);
  await areas.doc('none').set({ data: { shape: null } });
  await areas.doc('none').remove();
});

test('measures to the edges of lines and areas, not only to their corners', async () => {
  const { Geo } = cloud.db;
  const areas = cloud.db.collection('areas');
  const street = new Geo.LineString([point([120, 30]), point([120, 31])]);
  await areas.doc('street').set({ data: { shape: street } });
  const from = point([120.01, 30.5]);
  const { list } = await areas
    .aggregate()
    .geoNear({ near: from, distanceField: 'metres', spherical: true, maxDistance: 2000 })
    .end();
  const metres = distanceMetres([120.01, 30.5], [120, 30.5]);
  expect(list).toMatchObject([{ _id: 'street', metres: expect.closeTo(metres, 0) as unknown }]);
  await areas.doc('street').remove();
});

test('finds which areas a shape touches', async () => {
  const { Geo } = cloud.db;
  const ring = (x: number, y: number, size: number) =>
    new Geo.LineString([
      point([x, y]),
      point([x + size, y]),
      point([x + size, y + size]),
      point([x, y + size]),
      point([x, y]),
    ]);
  const areas = cloud.db.collection('areas');
  await areas.doc('square').set({ data: { shape: new Geo.Polygon([ring(0, 0, 10)]) } });
  await areas
    .doc('ring')
    .set({ data: { shape: new Geo.Polygon([ring(20, 0, 10), ring(22, 2, 6)]) } });
  await areas
    .doc('road')
    .set({ data: { shape: new Geo.LineString([point([-5, 5]), point([5, 5])]) } });
  const touching = async (geometry: unknown) => {
    const { data } = await areas.where({ shape: _('geoIntersects', { geometry }) }).get();
    return data.map(({ _id }) => _id).sort();
  };
  expect(await touching(point([5, 5]))).toEqual(['road', 'square']);
  expect(await touching(point([25, 5]))).toEqual([]);
  expect(await touching(point([21, 5]))).toEqual(['ring']);
  expect(await touching(new Geo.LineString([point([-1, 1]), point([21, 1])]))).toEqual([
    'ring',
    'square',
  ]);
  expect(await touching(new Geo.Polygon([ring(1, 1, 1)]))).toEqual(['square']);
});
