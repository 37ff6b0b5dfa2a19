// The shops around a person in a dense city: thousands lie within the circle.
import type { Input } from '../src/contracts/contract';
import type { nearbyContract } from '../src/contracts/nearby';
import {
  DEFAULT_RADIUS_METRES,
  MAX_RADIUS_METRES,
  MERCHANTS_PER_PAGE,
  MIN_RADIUS_METRES,
} from '../src/domain/limits';
import { toDocument } from '../src/wxcloud/documents';
import { type BenchCloud, withBenchCloud } from './bench-cloud';
import { inRounds } from './quantiles';
import { figuresOf, type Sample, sampleColumns, sampleOf } from './sample';
import type { Bench, Row } from './section';
import { CITY_CENTRE, citySite, denseCity } from './shops';

type Circle = Input<typeof nearbyContract, 'merchants'>;

const centre = { position: CITY_CENTRE, radiusMetres: DEFAULT_RADIUS_METRES };
const circles: readonly (readonly [name: string, circle: Circle])[] = [
  ['centre, 0.5 km', { ...centre, radiusMetres: MIN_RADIUS_METRES }],
  ['centre, 3 km', centre],
  ['centre, 10 km', { ...centre, radiusMetres: MAX_RADIUS_METRES }],
  ['centre, 3 km, a later page', { ...centre, fromMetres: 2000 }],
  ['centre, 3 km, one category', { ...centre, category: 'fruit' }],
  ['centre, 3 km, a word that many have', { ...centre, search: '小店' }],
  ['centre, 3 km, a word that hardly one has', { ...centre, search: '1999' }],
  ['edge of the city, 3 km', { ...centre, position: { longitude: 121.56, latitude: 31.3 } }],
];

export const nearby: Bench = async ({ quick, say }) => {
  const count = quick ? 500 : 20_000;
  const samples = quick ? 5 : 60;
  say(`nearby: ${count} shops`);
  const rows = await withBenchCloud(async (cloud) => {
    cloud.cloud.importDocuments('sites', [toDocument(citySite)]);
    await look(cloud, centre);
    return inRounds(quick ? 1 : 3, () => measureCircles(cloud, samples));
  }, denseCity(count));
  return {
    title: `Around me, ${count.toLocaleString('en')} shops`,
    note: `An invented city, dense in the centre; a page has at most ${MERCHANTS_PER_PAGE} shops, nearest first.`,
    columns: ['shops', ...sampleColumns],
    rows,
  };
};

async function measureCircles(cloud: BenchCloud, count: number): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [name, circle] of circles) {
    const samples: Sample[] = [];
    let shops = 0;
    for (let n = 0; n < count; n += 1) {
      const act = async (): Promise<void> => void (shops = await look(cloud, circle));
      samples.push(await sampleOf(cloud, 'nearby', act));
    }
    const figures = { shops, ...figuresOf(samples) };
    rows.push({ name, figures, budgets: [{ of: 'requests', atMost: 2 }] });
  }
  return rows;
}

async function look(cloud: BenchCloud, input: Circle): Promise<number> {
  const found = await cloud.call('somebody', 'nearby', { action: 'merchants', input });
  return found.merchants.length;
}
