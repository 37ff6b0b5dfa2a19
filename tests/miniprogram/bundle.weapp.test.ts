import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { weappDir } from '../../scripts/paths';

const KILOBYTE = 1000;
const { subPackages } = JSON.parse(readFileSync(join(weappDir, 'app.json'), 'utf8')) as {
  subPackages: readonly { root: string }[];
};
const files = readdirSync(weappDir, { recursive: true, encoding: 'utf8' })
  .map((name) => ({ name, stats: statSync(join(weappDir, name)) }))
  .filter(({ stats }) => stats.isFile());

const isIn = (root: string, name: string): boolean => name.startsWith(join(root, '/'));
const bytesOf = (belongs: (name: string) => boolean): number =>
  files.filter(({ name }) => belongs(name)).reduce((sum, { stats }) => sum + stats.size, 0);

it('keeps the main package within 700 kB', () => {
  const bytes = bytesOf((name) => !subPackages.some(({ root }) => isIn(root, name)));
  expect(bytes).toBeGreaterThan(300 * KILOBYTE);
  expect(bytes).toBeLessThanOrEqual(700 * KILOBYTE);
});

it.each(subPackages)('keeps the sub-package $root within 500 kB', ({ root }) => {
  const bytes = bytesOf((name) => isIn(root, name));
  expect(bytes).toBeGreaterThan(0);
  expect(bytes).toBeLessThanOrEqual(500 * KILOBYTE);
});

it('asks for no private interface but the location', () => {
  const app = JSON.parse(readFileSync(join(weappDir, 'app.json'), 'utf8')) as {
    requiredPrivateInfos: readonly string[];
    permission: object;
  };
  expect(app.requiredPrivateInfos).toEqual(['getLocation']);
  expect(Object.keys(app.permission)).toEqual(['scope.userLocation']);
});
