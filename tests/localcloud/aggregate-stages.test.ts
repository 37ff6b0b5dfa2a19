// Every stage of a pipeline that the SDK has a method for, against the examples of the documents and
// at its edges, and every accumulator of $group.
import { Failure } from './expressions/cases';
import {
  closeClouds,
  failure,
  type Fields,
  openCloud,
  type SdkAggregate,
  type TestCloud,
} from './fixture';
import { expressionOperators, stages } from './sdk-names';
import { $, _, db, pipeline, type StageCase } from './stages/cases';
import { grouping } from './stages/grouping';
import { joining } from './stages/joining';
import { shaping } from './stages/shaping';

let cloud: TestCloud;

beforeAll(async () => {
  const by = (field: string) => ({ name: field, keys: [{ field, direction: '1' as const }] });
  cloud = await openCloud({
    collections: [
      { name: 'here', indexes: [] },
      { name: 'there', indexes: [by('sku'), by('tags')] },
      {
        name: 'places',
        indexes: [{ name: 'geo', keys: [{ field: 'at', direction: '2dsphere' }] }],
      },
    ],
  });
});
afterAll(closeClouds);

const cases: Readonly<Record<string, StageCase>> = { ...grouping, ...joining, ...shaping };

const used = new Set<string>();

/** Notes the stages that are used. */
function noting(aggregate: SdkAggregate): SdkAggregate {
  return new Proxy(aggregate, {
    get: (target, name: string) => {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      return (...operands: unknown[]): unknown => {
        used.add(name);
        const result: unknown = Reflect.apply(member, target, operands);
        return name === 'end' ? result : noting(result as SdkAggregate);
      };
    },
  });
}

async function run({ here, there = [], build }: StageCase): Promise<unknown> {
  for (const [name, documents] of Object.entries({ here, there })) {
    await cloud.db
      .collection(name)
      .where({ _id: _['exists']?.(true) })
      .remove();
    cloud.importDocuments(name, documents);
  }
  const { list } = await build(noting(cloud.db.collection('here').aggregate())).end();
  return list;
}

test.each(Object.entries(cases))('%s', async (_name, one) => {
  if (one.gives instanceof Failure) {
    const seen = await failure(run(one));
    expect(seen.errCode).toBe(-1);
    expect(seen.message).toContain(one.gives.message);
  } else expect(await run(one)).toEqual(one.gives);
});

const metresPerDegree = (Math.PI * 6378100) / 180;

test('geoNear: distances in metres, with limits, a filter and the place', async () => {
  const at = (latitude: number) => ({ type: 'Point', coordinates: [120, latitude] });
  cloud.importDocuments('places', [
    { _id: 'a', at: at(30), kind: 'x' },
    { _id: 'b', at: at(30.01), kind: 'x' },
    { _id: 'c', at: at(30.005), kind: 'y' },
    { _id: 'd', at: at(31), kind: 'x' },
  ]);
  const near = new db.Geo.Point(120, 30);
  const { list } = await noting(cloud.db.collection('places').aggregate())
    .geoNear({
      ...{ near, distanceField: 'in.metres', spherical: true, maxDistance: 5000 },
      ...{
        minDistance: 100,
        query: { kind: 'x' },
        includeLocs: 'place',
        distanceMultiplier: 0.001,
      },
    })
    .project({ 'in': 1, 'place.type': 1 })
    .end();
  const metres = expect.closeTo(metresPerDegree / 100_000, 6) as unknown;
  expect(list).toEqual([{ _id: 'b', in: { metres }, place: { type: 'Point' } }]);
});

test('geoNear: only as the first stage, and only with an index', async () => {
  const near = new db.Geo.Point(120, 30);
  const late = cloud.db
    .collection('places')
    .aggregate()
    .limit(1)
    .geoNear({ near, distanceField: 'd' });
  expect((await failure(late.end())).message).toContain(
    '$geoNear is only valid as the first stage in a pipeline.',
  );
  const bare = cloud.db.collection('here').aggregate().geoNear({ near, distanceField: 'd' });
  expect((await failure(bare.end())).message).toContain('unable to find index for $geoNear query');
});

test('sample: every document has its chance', async () => {
  cloud.importDocuments(
    'here',
    Array.from({ length: 4 }, (_unused, n) => ({ _id: `s${n}`, s: true })),
  );
  const seen = new Map<unknown, number>();
  for (let i = 0; i < 200; i++) {
    const { list } = await cloud.db
      .collection('here')
      .aggregate()
      .match({ s: true })
      .sample({ size: 2 })
      .end();
    expect(new Set(list.map(({ _id }) => _id)).size).toBe(2);
    for (const { _id } of list) seen.set(_id, (seen.get(_id) ?? 0) + 1);
  }
  // Each is drawn a hundred times of two hundred; seven standard deviations are fifty.
  for (const count of seen.values()) expect(Math.abs(count - 100)).toBeLessThan(50);
  expect(seen.size).toBe(4);
});

test('lookup reads the other collection by its index', async () => {
  cloud.importDocuments(
    'there',
    Array.from({ length: 5000 }, (_unused, n) => ({ _id: `t${n}`, sku: n })),
  );
  cloud.importDocuments(
    'here',
    Array.from({ length: 300 }, (_unused, n) => ({ _id: `l${n}`, sku: n * 10 })),
  );
  const reads = async (lookup: Fields) => {
    cloud.resetStats();
    const { list } = await cloud.db
      .collection('here')
      .aggregate()
      .match({ sku: _['gte']?.(0) })
      .lookup({ from: 'there', as: 'found', ...lookup })
      .match({ found: _['size']?.(1) })
      .limit(1000)
      .end();
    expect(list).toHaveLength(300);
    return cloud.stats().documentsRead;
  };
  const scanned = (await cloud.db.collection('here').count()).total;
  expect(await reads({ localField: 'sku', foreignField: 'sku' })).toBe(scanned + 300);
  const byPipeline = pipeline().match(_['expr']?.($.eq(['$sku', '$$own'])));
  expect(await reads({ let: { own: '$sku' }, pipeline: byPipeline.done() })).toBe(scanned + 300);
});

test('leaves no stage and no accumulator out', () => {
  used.delete('end');
  expect([...used].sort()).toEqual([...stages].sort());
  const grouped = String(cases['group: every accumulator']?.build);
  for (const name of expressionOperators.accumulator) expect(grouped).toContain(`$.${name}(`);
});
