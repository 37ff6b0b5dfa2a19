// The coverage table in the README against the SDK itself: a name that the SDK's database interface
// has, and the table has not, fails here; so does a test that the table names and that is not there.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pointSdkAt } from './fixture';
import {
  brokenStages,
  expressionOperators,
  geoShapes,
  projectionOperators,
  queryCommands,
  stages,
  updateCommands,
} from './sdk-names';

const db = pointSdkAt('http://127.0.0.1:9/admin');
const ofSdk = createRequire(require.resolve('wx-server-sdk'));
const nodeSdk = ofSdk('@cloudbase/node-sdk') as {
  init(options: Record<string, string>): { database(): object };
};
const nodeDb = nodeSdk
  .init({ serviceUrl: 'http://127.0.0.1:9/admin', secretId: 'a', secretKey: 'b', env: 'e' })
  .database() as unknown as typeof db;

/** The methods of an object, its own and those of its classes. */
function methods(of: object): string[] {
  const found = new Set<string>();
  for (
    let level: object | null = of;
    level && level !== Object.prototype;
    level = Object.getPrototypeOf(level) as object | null
  ) {
    for (const name of Object.getOwnPropertyNames(level)) {
      if (typeof Reflect.get(of, name) === 'function') found.add(name);
    }
  }
  return [...found].filter((name) => name !== 'constructor' && !name.startsWith('_')).sort();
}

const collection = (from: typeof db) => from.collection('x');
const rest = (names: readonly string[], known: readonly string[]) =>
  names.filter((name) => !known.includes(name));

/** What the SDK has, by the names of the table's rows. */
const ofTheSdk: Record<string, () => string[]> = {
  'db': () => methods(db),
  'db, of node-sdk': () => rest(methods(nodeDb), methods(db)),
  'db.Geo': () => Object.keys(db.Geo),
  'collection': () => methods(collection(db)),
  'collection, of node-sdk': () => rest(methods(collection(nodeDb)), methods(collection(db))),
  'doc': () => methods(collection(db).doc('x')),
  'doc, of node-sdk': () =>
    rest(methods(collection(nodeDb).doc('x')), methods(collection(db).doc('x'))),
  'db.command, of queries': () =>
    Object.keys(db.command).filter((name) => !isOf(updateCommands, name) && !isGroup(name)),
  'db.command, of updates': () =>
    Object.keys(db.command).filter((name) => isOf(updateCommands, name)),
  'db.command.project': () => Object.keys(db.command.project),
  'aggregate': () => rest(methods(collection(db).aggregate()), brokenStages),
  ...Object.fromEntries(
    Object.entries(expressionOperators).map(([group, names]) => [
      `db.command.aggregate, ${group}`,
      () => Object.keys(db.command.aggregate).filter((name) => isOf(names, name)),
    ]),
  ),
  'db.command.aggregate, others': () =>
    rest(Object.keys(db.command.aggregate), Object.values(expressionOperators).flat()),
  'transaction': () => ['collection', 'commit', 'rollback'],
};

const isOf = (names: readonly string[], name: string) => names.includes(name);
const isGroup = (name: string) => name === 'aggregate' || name === 'project';

/** What is in the SDK, and in the README among what differs instead of in the table. */
const notCovered = ['watch', 'pushStage'];

interface Row {
  readonly names: string[];
  readonly tests: string[];
}

function tableOf(readme: string): Map<string, Row> {
  const [, part = ''] = readme.split('### The database interface, name by name');
  const [table = ''] = part.split('\n## ');
  const rows = table.split('\n').filter((line) => line.startsWith('| `'));
  return new Map(
    rows.map((line) => {
      const [, where = '', names = '', tests = ''] = line.split('|').map((cell) => cell.trim());
      const read = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
      return [where.replaceAll('`', ''), { names: names.split(/,\s*/), tests: read(tests) }];
    }),
  );
}

const folder = path.join(__dirname, '../../src/localcloud');
const readme = readFileSync(path.join(folder, 'README.md'), 'utf8');
const table = tableOf(readme);

test.each(Object.entries(ofTheSdk))('the table has every name of %s', (where, names) => {
  const expected = names().filter((name) => !notCovered.includes(name));
  expect([...(table.get(where)?.names ?? [])].sort()).toEqual(expected.sort());
});

test('the table has no other rows, and its tests are there', () => {
  expect([...table.keys()].sort()).toEqual(Object.keys(ofTheSdk).sort());
  for (const { tests } of table.values()) {
    expect(tests.length).toBeGreaterThan(0);
    for (const name of tests) {
      expect([name, existsSync(path.join(__dirname, `${name}.test.ts`))]).toEqual([name, true]);
    }
  }
});

test('the lists that the tables of cases are typed by are those of the SDK', () => {
  const commands = [...queryCommands, ...updateCommands, 'aggregate', 'project'];
  expect(Object.keys(db.command).sort()).toEqual(commands.sort());
  const expressions = Object.values(expressionOperators).flat();
  expect(Object.keys(db.command.aggregate).sort()).toEqual([...expressions, 'pipeline'].sort());
  expect(Object.keys(db.command.project)).toEqual([...projectionOperators]);
  expect(Object.keys(db.Geo)).toEqual([...geoShapes]);
  const built = methods(collection(db).aggregate());
  expect(rest(built, ['end', 'pushStage'])).toEqual([...stages, ...brokenStages].sort());
  expect(Object.keys(nodeDb.command)).toEqual(Object.keys(db.command));
});

test.each(brokenStages)('the SDK itself fails to build the stage %s', (name) => {
  const aggregate = collection(db).aggregate() as unknown as Record<string, (v: object) => unknown>;
  expect(() => aggregate[name]?.({})).toThrow('is not a function');
  expect(readme).toContain(`\`${name}\``);
});
