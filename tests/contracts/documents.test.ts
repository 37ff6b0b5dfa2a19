// What the documents name exists, and what exists is named.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { functions } from '../../cloudfunctions/functions';
import { collections } from '../../src/wxcloud/collections';

const root = join(__dirname, '..', '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const rowsOf = (text: string): string[][] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.split('|').map((cell) => cell.trim()));

const documents = [
  'README.md',
  'README.zh-CN.md',
  'ARCHITECTURE.md',
  'src/localcloud/README.md',
].concat(
  readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
);

test.each(documents)('every file that %s links to is there', (document) => {
  const links = [...read(document).matchAll(/\]\(([^)#:]+)\)/g)].map(([, link = '']) => link);
  // Pictures are taken of the running app by `npm run screenshots`.
  const files = links.filter((link) => !link.endsWith('.png'));
  const missing = files.filter((link) => !existsSync(join(root, dirname(document), link)));
  expect(missing).toEqual([]);
});

describe('docs/features.md', () => {
  const rows = rowsOf(read('docs/features.md')).filter(([, id = '']) => /^[AB]\d+$/.test(id));

  test('has every row of the requirements once, in their order', () => {
    const all = [...Array(24).keys()].map((n) => `A${n + 1}`);
    const circle = [...Array(20).keys()].map((n) => `B${n + 1}`);
    expect(rows.map(([, id]) => id)).toEqual([...all, ...circle]);
  });

  test.each(rows)('%s%s is %s, and its tests exist', (_start, _id, state, _what, tests = '') => {
    expect(['done', 'not yet']).toContain(state);
    const named = [...tests.matchAll(/`([^`]+)`/g)].map(([, test = '']) => test);
    const files = named.map((test) =>
      /\/e2e\//.test(test) ? `${test}.e2e.test.ts` : `${test}.test.ts`,
    );
    expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
    if (state === 'done') expect(named).not.toEqual([]);
  });
});

test('docs/operating.md names every function with its timer, and every collection', () => {
  const rows = rowsOf(read('docs/operating.md'));
  const cellsOf = (name: string): string =>
    rows
      .filter(([, first]) => first === `\`${name}\``)
      .flat()
      .join(' ');
  for (const [name, { timer, timeoutSeconds }] of Object.entries(functions)) {
    expect(cellsOf(name)).toContain(`${timeoutSeconds} s`);
    if (timer !== undefined) expect(cellsOf(name)).toContain(`\`${timer}\``);
  }
  for (const { name, indexes } of collections) {
    const fields = indexes.flatMap(({ keys }) => keys.map(({ field }) => field));
    for (const field of fields)
      expect([name, cellsOf(name)]).toEqual([name, expect.stringContaining(field)]);
    expect([name, cellsOf(name)]).not.toEqual([name, '']);
  }
});
