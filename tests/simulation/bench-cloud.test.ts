// The bench of the local cloud runs: each call finds what it should, and nothing is lost by a kill.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cloudBench } from '../../bench/cloud/cloud-bench';
import { operations } from '../../bench/cloud/operations';
import type { Section } from '../../bench/section';

const dataDir = mkdtempSync(join(tmpdir(), 'bench-cloud-test-'));
afterAll(() => {
  rmSync(dataDir, { recursive: true });
});

const namesOf = ({ rows }: Section): string[] => rows.map(({ name }) => name);

test('measures every call on both collections, and a large one over its life', async () => {
  const [calls, size] = await cloudBench({ dataDir, quick: true, say: () => undefined });
  if (!calls || !size) throw new Error('a section is missing');
  const expected = operations.flatMap(({ name, on }) =>
    on === 'places' ? [`${name}, of 1,000`] : [`${name}, of 100`, `${name}, of 1,000`],
  );
  expect(namesOf(calls)).toEqual(expected);
  for (const { figures } of [...calls.rows, ...size.rows]) {
    for (const value of Object.values(figures)) expect(value).toBeGreaterThan(0);
  }
  expect(namesOf(size).map((name) => name.replace(/^[\d,]+ documents, /, ''))).toEqual([
    'imported',
    'opened',
    'opened after kill -9 among writes',
    'opened with a new index',
  ]);
});
