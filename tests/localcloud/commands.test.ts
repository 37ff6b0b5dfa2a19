// Every query command of the SDK against the examples of the documents and at its edges: each on a
// collection without indexes, and on one whose indexes hold the fields that are asked for.
import { _, type Case, cases, refused, used, values } from './commands/cases';
import { closeClouds, failure, openCloud, type TestCloud } from './fixture';
import { queryCommands } from './sdk-names';

let cloud: TestCloud;

beforeAll(async () => {
  const indexes = ['v', 'v.a', 'list', 'list.n'].map((field) => ({
    name: field,
    keys: [{ field, direction: '1' as const }],
  }));
  const geo = { name: 'geo', keys: [{ field: 'place', direction: '2dsphere' as const }] };
  cloud = await openCloud({
    collections: [
      { name: 'plain', indexes: [] },
      { name: 'indexed', indexes: [...indexes, geo] },
    ],
  });
});
afterAll(closeClouds);

async function found(collection: string, [documents, filter]: Case): Promise<string> {
  const target = cloud.db.collection(collection);
  await target.where({ _id: /./ }).remove();
  for (const [id, fields] of Object.entries(documents)) {
    if (Object.keys(fields).length === 0) await target.add({ data: { _id: id } });
    else await target.doc(id).set({ data: fields });
  }
  const { data } = await target.where(filter).get();
  return data.map(({ _id }) => _id).join('');
}

test.each(Object.entries(cases))('finds by %s', async (name, one) => {
  const [, , expected] = one;
  const ordered = (ids: string) =>
    name.startsWith('geoNear') ? ids : Array.from(ids).sort().join('');
  if (!name.startsWith('geoNear')) expect(ordered(await found('plain', one))).toBe(expected);
  expect(ordered(await found('indexed', one))).toBe(expected);
  expect((await cloud.db.collection('indexed').where(one[1]).count()).total).toBe(expected.length);
});

test.each(Object.entries(refused))('refuses %s', async (_name, [filter, message]) => {
  const seen = await failure(cloud.db.collection('plain').where(filter).get());
  expect(seen.errCode).toBe(-502001);
  expect(seen.message).toContain(message);
});

test('joins conditions by their own methods', async () => {
  const documents = values(1, 5, 9, 20);
  const joined = {
    'eq or gt': _('eq', 1).or(_('gt', 10)),
    'gte and lt': _('gte', 5).and(_('lt', 20)),
    'methods of commands': _('gt', 0).neq(5).and(_('lte', 9)),
    'in and nin': _('in', [1, 5, 9]).nin([5]),
  };
  const seen: Record<string, string> = {};
  for (const [name, v] of Object.entries(joined)) {
    seen[name] = await found('indexed', [documents, { v }, '']);
  }
  expect(seen).toEqual({
    'eq or gt': 'ad',
    'gte and lt': 'bc',
    'methods of commands': 'ac',
    'in and nin': 'ac',
  });
});

test('leaves no command out', () => {
  expect([...used].sort()).toEqual([...queryCommands].sort());
});
