// What was read or written last is kept in memory; nobody may see that, whatever happens meanwhile.
import { closeClouds, failure, openCloud, type TestCloud } from './fixture';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await openCloud({
    collections: [
      {
        name: 'notes',
        indexes: [
          {
            name: 'one_code',
            keys: [{ field: 'code', direction: '1' }],
            unique: true,
            sparse: true,
          },
        ],
      },
    ],
  });
});
afterAll(closeClouds);

const notes = () => cloud.db.collection('notes');
const textOf = async (id: string) => (await notes().doc(id).get()).data['text'];

test('forgets what was taken back', async () => {
  await notes().add({ data: { _id: 'back', text: 'first' } });
  expect(await textOf('back')).toBe('first');
  expect(() => {
    cloud.importDocuments('notes', [
      { _id: 'back', text: 'second' },
      { _id: 'bad', $text: 'no name of a field' },
    ]);
  }).toThrow('$text');
  expect(await textOf('back')).toBe('first');
  await notes()
    .doc('back')
    .update({ data: { more: 1 } });
  expect((await notes().doc('back').get()).data).toEqual({ _id: 'back', text: 'first', more: 1 });
});

test('sees each write, whichever way it came', async () => {
  await notes()
    .doc('ways')
    .set({ data: { text: 'set' } });
  expect(await textOf('ways')).toBe('set');
  await notes()
    .where({ text: 'set' })
    .update({ data: { text: 'by condition' } });
  expect(await textOf('ways')).toBe('by condition');
  await cloud.db.runTransaction(async (transaction) => {
    await transaction
      .collection('notes')
      .doc('ways')
      .update({ data: { text: 'committed' } });
    expect(await textOf('ways')).toBe('by condition');
  });
  expect(await textOf('ways')).toBe('committed');
  const transaction = await cloud.db.startTransaction();
  await transaction
    .collection('notes')
    .doc('ways')
    .update({ data: { text: 'rolled back' } });
  await transaction.rollback();
  expect(await textOf('ways')).toBe('committed');
  cloud.importDocuments('notes', [{ _id: 'ways', text: 'imported' }]);
  expect(await textOf('ways')).toBe('imported');
});

test('knows a document that is made anew after its removal', async () => {
  await notes().add({ data: { _id: 'again', text: 'old' } });
  await notes().add({ data: { _id: 'behind', text: 'other' } });
  await notes().doc('again').remove();
  expect((await failure(notes().doc('again').get())).message).toContain('does not exist');
  await notes().add({ data: { _id: 'again', text: 'new' } });
  await notes()
    .doc('again')
    .update({ data: { text: 'newer' } });
  expect([await textOf('again'), await textOf('behind')]).toEqual(['newer', 'other']);
  const { data } = await notes().where({ text: 'newer' }).get();
  expect(data.map(({ _id }) => _id)).toEqual(['again']);
});

test('finds all of more documents than it keeps', async () => {
  const ids = Array.from({ length: 60 }, (_, n) => `large-${n}`);
  const filling = 'x'.repeat(50_000);
  for (const id of ids) await notes().add({ data: { _id: id, text: id, filling } });
  for (const id of [...ids, ...ids.slice(0, 5)]) expect(await textOf(id)).toBe(id);
});

test('tells a taken id before a taken unique key, and keeps the document that was there', async () => {
  await notes().add({ data: { _id: 'taken', code: 7 } });
  await notes().add({ data: { _id: 'other', code: 8 } });
  const both = await failure(notes().add({ data: { _id: 'taken', code: 8 } }));
  expect(both.message).toMatch(/index: _id_ dup key: \{ _id: "taken" \}/);
  const key = await failure(notes().add({ data: { _id: 'free', code: 7 } }));
  expect(key.message).toMatch(/index: one_code dup key: \{ code: 7 \}/);
  expect((await notes().doc('taken').get()).data).toEqual({ _id: 'taken', code: 7 });
});
