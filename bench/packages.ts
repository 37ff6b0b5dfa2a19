// What a phone downloads: the main package before the first page, each sub-package when it is opened.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { weappStep } from '../scripts/build/app';
import { buildIfStale } from '../scripts/build/step';
import { weappDir } from '../scripts/paths';
import type { Bench, Row } from './section';

const KILOBYTE = 1000;

export const packages: Bench = async ({ say }) => {
  await buildIfStale(weappStep, say);
  const roots = subPackageRoots();
  const files = filesBelow(weappDir);
  const kilobytes = (belongs: (name: string) => boolean): number =>
    files.reduce((sum, { name, bytes }) => sum + (belongs(name) ? bytes : 0), 0) / KILOBYTE;
  const isIn = (root: string, name: string): boolean => name.startsWith(join(root, '/'));
  return {
    title: 'Packages of the mini-program',
    note: 'Uncompressed bytes of the production build, 1 kB = 1000 bytes.',
    columns: ['kB'],
    rows: [
      sizeRow('main package', {
        kB: kilobytes((name) => !roots.some((r) => isIn(r, name))),
        most: 700,
      }),
      ...roots.map((root) =>
        sizeRow(root, { kB: kilobytes((name) => isIn(root, name)), most: 500 }),
      ),
    ],
  };
};

function sizeRow(name: string, { kB, most }: { kB: number; most: number }): Row {
  return { name, figures: { kB }, budgets: [{ of: 'kB', atMost: most }] };
}

function subPackageRoots(): string[] {
  const { subPackages = [] } = JSON.parse(readFileSync(join(weappDir, 'app.json'), 'utf8')) as {
    subPackages?: readonly { root: string }[];
  };
  return subPackages.map(({ root }) => root);
}

function filesBelow(dir: string): { name: string; bytes: number }[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ name: path.slice(dir.length + 1), bytes: statSync(path).size }));
}
