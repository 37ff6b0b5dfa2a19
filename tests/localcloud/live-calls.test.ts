import { type LiveCall, liveLine } from '../../src/localcloud';
import { closeClouds, failure, functionsFolder, openCloud, type TestCloud } from './fixture';

const calls: LiveCall[] = [];
let cloud: TestCloud;

beforeAll(async () => {
  cloud = await openCloud({
    collections: [
      { name: 'notes', indexes: [{ name: 'by_a', keys: [{ field: 'a', direction: '1' }] }] },
      { name: 'others', indexes: [] },
    ],
    functionsDir: functionsFolder({
      reader: {
        main: `async () => { await cloud.database().collection('notes').where({ a: 1 }).get(); }`,
      },
    }),
    onCall: (call) => calls.push(call),
  });
  cloud.importDocuments(
    'notes',
    [1, 1, 1, 2].map((a, n) => ({ _id: `n${n}`, a, b: n })),
  );
});
afterAll(closeClouds);
beforeEach(() => {
  calls.length = 0;
});

const notes = () => cloud.db.collection('notes');
/** The call without its time. */
const told = () => calls.map(({ ms, ...rest }) => ({ ...rest, hasTime: ms > 0 }));
const outside = { functionName: undefined, failure: undefined, hasTime: true };

test('tells what each request read, and by which index', async () => {
  await notes().where({ a: 1 }).get();
  await notes().doc('n3').get();
  await notes().where({ b: 3 }).get();
  await notes()
    .doc('n3')
    .update({ data: { b: 4 } });
  await notes().add({ data: { a: 9 } });
  const get = { ...outside, action: 'database.getDocument', collection: 'notes' };
  expect(told()).toEqual([
    { ...get, documentsRead: 3, plans: ['index by_a'] },
    { ...get, documentsRead: 1, plans: ['index _id_'] },
    { ...get, documentsRead: 4, plans: ['collection scan'] },
    { ...get, action: 'database.modifyDocument', documentsRead: 1, plans: ['index _id_'] },
    { ...get, action: 'database.insertDocument', documentsRead: 0, plans: [] },
  ]);
});

test('names the function that sends a request', async () => {
  await cloud.call('reader', {}, { openid: 'oAlice' });
  expect(told()).toMatchObject([{ functionName: 'reader', documentsRead: 3 }]);
});

test('keeps the reads of requests apart that run at the same time', async () => {
  const transaction = await cloud.db.startTransaction();
  await transaction
    .collection('notes')
    .doc('n0')
    .update({ data: { b: 10 } });
  calls.length = 0;
  const waiting = notes()
    .doc('n0')
    .update({ data: { b: 11 } });
  await notes().where({ a: 1 }).get();
  await transaction.commit();
  await waiting;
  const reads = calls.map(({ action, plans }) => [action, plans]);
  expect(reads).toContainEqual(['database.modifyDocument', ['index _id_']]);
  expect(reads).toContainEqual(['database.getDocument', ['index by_a']]);
});

test('tells with which code a request failed', async () => {
  await failure(cloud.db.collection('nowhere').get());
  expect(told()).toMatchObject([
    { collection: 'nowhere', failure: 'DATABASE_COLLECTION_NOT_EXIST' },
  ]);
});

describe('a line', () => {
  const call: LiveCall = {
    ...{ functionName: 'orders', action: 'database.getDocument', collection: 'notes' },
    ...{ ms: 1.25, documentsRead: 3, plans: ['index by_a'], failure: undefined },
  };
  const plain = { hasColour: false };

  test('stands in columns', () => {
    expect(liveLine(call, plain)).toBe(
      'orders              getDocument notes                         1.3 ms       3 read  index by_a',
    );
    const other = { ...call, functionName: undefined, collection: undefined, plans: [] };
    expect(
      liveLine({ ...other, action: 'database.startTransaction', documentsRead: 0 }, plain),
    ).toBe('-                   startTransaction                          1.3 ms       0 read');
  });

  test('has colour only where it is wanted: red for failures, yellow for what is costly', () => {
    const colourOf = (changed: Partial<LiveCall>, hasColour = true) =>
      liveLine({ ...call, ...changed }, { hasColour }).split('m', 1)[0];
    expect(colourOf({ failure: 'SYS_ERR' })).toBe('\u001b[31');
    expect(colourOf({ plans: ['collection scan'] })).toBe('\u001b[33');
    expect(colourOf({ ms: 100 })).toBe('\u001b[33');
    expect(liveLine(call, { hasColour: true })).toBe(liveLine(call, plain));
    expect(liveLine({ ...call, failure: 'SYS_ERR' }, plain)).not.toContain('\u001b');
  });
});
