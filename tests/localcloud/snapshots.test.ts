// Snapshots against a model that simply copies everything, over thousands of writes, so that the
// versions nobody can see any more are dropped many times on the way.
import { CloudClock } from '../../src/localcloud/clock';
import { Database } from '../../src/localcloud/database/database';
import type { Transaction } from '../../src/localcloud/transactions/transaction';
import { closeClouds, temporaryFolder } from './fixture';
import { randomOf } from './random';

type Model = Map<string, number>;

const ids = Array.from({ length: 40 }, (_, n) => `d${n}`);
const random = randomOf(11);
const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;

function openDatabase(): Database {
  const database = new Database({
    dataDir: temporaryFolder(),
    env: 'local-test',
    clock: new CloudClock('2026-05-01T00:00:00.000Z'),
    onRead: () => undefined,
    onReadById: () => undefined,
    onTransactionEnd: () => undefined,
    onWait: () => undefined,
  });
  database.declare([
    { name: 'd', indexes: [{ name: 'by_n', keys: [{ field: 'n', direction: '1' }] }] },
  ]);
  return database;
}

async function write(database: Database, model: Model): Promise<void> {
  const id = pick(ids);
  if (random() < 0.25) {
    await database.remove('d', { filter: { _id: id }, multi: false });
    model.delete(id);
    return;
  }
  const n = Math.floor(random() * 5);
  await database.replace('d', id, { n });
  model.set(id, n);
}

function assertSees(database: Database, transaction: Transaction, model: Model): void {
  const scope = { transaction };
  const id = pick(ids);
  expect(database.get('d', id, scope)?.value['n']).toBe(model.get(id));
  const n = Math.floor(random() * 5);
  const found = database.find(
    'd',
    { filter: { n }, sort: [{ field: '_id', direction: -1 }], offset: 0, limit: 100 },
    scope,
  );
  const expected = [...model].filter(([, value]) => value === n).map(([key]) => key);
  expect(found.map(({ value }) => value['_id'])).toEqual(expected.sort().reverse());
}

afterAll(closeClouds);

test('a snapshot stays as it was, whatever is written and whoever comes and goes', async () => {
  const database = openDatabase();
  const model: Model = new Map();
  const open = new Map<Transaction, Model>();
  for (let step = 0; step < 4000; step++) {
    const chance = random();
    if (chance < 0.06 && open.size < 6) {
      const transaction = database.transactions.start();
      open.set(transaction, new Map(model));
      database.get('d', 'd0', { transaction });
    } else if (chance < 0.11 && open.size > 0) {
      const transaction = pick([...open.keys()]);
      open.delete(transaction);
      database.abort(transaction);
    } else if (chance < 0.3 && open.size > 0) {
      const [transaction, seen] = pick([...open]);
      assertSees(database, transaction, seen);
    } else await write(database, model);
  }
  for (const [transaction, seen] of open) assertSees(database, transaction, seen);
  database.close();
});

test('a long snapshot outlives short ones that make versions be dropped', async () => {
  const database = openDatabase();
  const model: Model = new Map();
  const short = database.transactions.start();
  database.get('d', 'd0', { transaction: short });
  for (let n = 0; n < 600; n++) await write(database, model);
  const long = database.transactions.start();
  const seen = new Map(model);
  database.get('d', 'd0', { transaction: long });
  for (let n = 0; n < 600; n++) await write(database, model);
  database.abort(short);
  for (let n = 0; n < 50; n++) assertSees(database, long, seen);
  database.close();
});
