// The cloud in which a bad hour is played: its documents, and functions that append, post and tick.
import { type LocalCloud, startLocalCloud } from '../../../src/localcloud';
import { functionsFolder, temporaryFolder, testEnv } from '../fixture';
import { epochs, type HourOptions, type Row } from './plan';

/** Reads and appends in one transaction; what it has read is its result. */
const append = `async ({ keys, values, deltas }) => {
  const db = cloud.database();
  const transaction = await db.startTransaction();
  const rows = transaction.collection('rows');
  const reads = [];
  try {
    for (const [i, key] of keys.entries()) {
      const { data } = await rows.doc(key).get();
      reads.push({ key, values: data.values, total: data.total });
      await rows.doc(key).update({ data: { values: db.command.push([values[i]]), total: db.command.inc(deltas[i]) } });
    }
    await transaction.commit();
  } catch (error) {
    await transaction.rollback().catch(() => undefined);
    throw error;
  }
  return reads;
}`;

/**
 * Writes a row of this id once, with its amount in a total; finding it there is success. Everybody
 * writes the total, so conflicts are tried again here, and the callback need not come that often.
 */
const once = (row: string, total: string) => `async function main(event, context, tries = 0) {
  const db = cloud.database();
  const transaction = await db.startTransaction();
  try {
    await transaction.collection('once').add({ data: ${row} });
    await transaction.collection('totals').doc('${total}').update({ data: { sum: db.command.inc(event.totalFee ?? 1) } });
    await transaction.commit();
  } catch (error) {
    await transaction.rollback().catch(() => undefined);
    const text = String(error.code) + (error.errMsg ?? error.message);
    if (/CONFLICT|TransactionConflict/.test(text) && tries < 5) {
      await new Promise((done) => setTimeout(done, Math.random() * 20 * 2 ** tries));
      return main(event, context, tries + 1);
    }
    if (!text.includes('E11000')) throw error;
  }
  return { errcode: 0, errmsg: '' };
}`;

export async function startBadWorld(options: HourOptions): Promise<LocalCloud> {
  const cloud = await startLocalCloud({
    ...{ port: 0, dataDir: temporaryFolder(), env: testEnv, appId: 'wx0000000000000000' },
    clock: '2026-05-01T00:00:00.000Z',
    instancesPerFunction: 2,
    collections: [
      { name: 'rows', indexes: [{ name: 'by_epoch', keys: ascending('epoch', 'kind') }] },
      { name: 'names', indexes: [{ name: 'one', keys: ascending('name'), unique: true }] },
      { name: 'once', indexes: [{ name: 'by_kind', keys: ascending('kind') }] },
      { name: 'totals', indexes: [] },
    ],
    functionsDir: functionsFolder({
      append: { main: append },
      paid: {
        main: once(`{ _id: event.outTradeNo, kind: 'payment', amount: event.totalFee }`, 'till'),
      },
      tick: {
        main: once(`{ _id: event.Time, kind: 'tick', amount: 1 }`, 'clock'),
        timer: '*/5 * * * * * *',
      },
    }),
  });
  for (const { number, documents, accounts } of epochs(options)) {
    cloud.importDocuments(
      'rows',
      [
        ...documents.map((_id): Row => ({ _id, epoch: number, kind: 'document', ...empty })),
        ...accounts.map((_id): Row => ({ _id, epoch: number, kind: 'account', ...empty })),
      ].map((row) => ({ ...row })),
    );
  }
  cloud.importDocuments('totals', [
    { _id: 'till', sum: 0 },
    { _id: 'clock', sum: 0 },
  ]);
  return cloud;
}

const empty = { values: [], total: 0 };

function ascending(...fields: string[]) {
  return fields.map((field) => ({ field, direction: '1' as const }));
}
