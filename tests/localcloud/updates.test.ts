import { closeClouds, failure, type Fields, openCloud, type TestCloud } from './fixture';
import { updateCommands, type UpdateCommand } from './sdk-names';

let cloud: TestCloud;

beforeAll(async () => {
  cloud = await openCloud({ collections: [{ name: 'things', indexes: [] }] });
});
afterAll(closeClouds);

const used = new Set<string>();
const _ = (name: UpdateCommand | 'gte' | 'gt', ...operands: unknown[]) => {
  used.add(name);
  return cloud.db.command[name]?.(...operands);
};

/** What a document is after an update by the SDK. */
async function updated(before: Fields, change: Fields): Promise<Fields> {
  const things = cloud.db.collection('things');
  await things.doc('u').set({ data: before });
  await things.doc('u').update({ data: change });
  const { _id, ...after } = (await things.doc('u').get()).data;
  return after;
}

type Case = [name: string, before: Fields, change: () => Fields, after: Fields];

const cases: Case[] = [
  ['sets fields', { a: 1, b: 2 }, () => ({ a: 5, c: 6 }), { a: 5, b: 2, c: 6 }],
  ['merges into objects', { o: { x: 1, y: 2 } }, () => ({ o: { y: 3 } }), { o: { x: 1, y: 3 } }],
  [
    'replaces objects by set',
    { o: { x: 1, y: 2 } },
    () => ({ o: _('set', { y: 3 }) }),
    { o: { y: 3 } },
  ],
  ['makes the objects on a path', { z: 0 }, () => ({ 'a.b.c': 1 }), { z: 0, a: { b: { c: 1 } } }],
  [
    'sets elements of arrays',
    { list: [1, { x: 1 }] },
    () => ({ 'list.0': 9, 'list.1.x': 8 }),
    { list: [9, { x: 8 }] },
  ],
  [
    'fills an array up with null',
    { list: [1] },
    () => ({ 'list.3': 4 }),
    { list: [1, null, null, 4] },
  ],
  ['puts null', { a: 1 }, () => ({ a: null }), { a: null }],
  ['replaces arrays', { a: [1, 2] }, () => ({ a: [3] }), { a: [3] }],
  ['empties an object by set', { o: { x: 1 } }, () => ({ o: _('set', {}) }), { o: {} }],
  [
    'removes fields',
    { a: 1, o: { x: 1, y: 2 } },
    () => ({ 'a': _('remove'), 'o.x': _('remove') }),
    { o: { y: 2 } },
  ],
  ['removes nothing where there is nothing', { a: 1 }, () => ({ 'o.x': _('remove') }), { a: 1 }],
  [
    'counts up, from zero where there is nothing',
    { a: 1 },
    () => ({ 'a': _('inc', 2), 'b': _('inc', -3), 'c.d': _('inc', 1) }),
    { a: 3, b: -3, c: { d: 1 } },
  ],
  [
    'multiplies, from zero where there is nothing',
    { a: 2 },
    () => ({ a: _('mul', 3), b: _('mul', 3) }),
    { a: 6, b: 0 },
  ],
  [
    'keeps the least and the greatest',
    { a: 5, b: 5 },
    () => ({ a: _('min', 3), b: _('min', 7), c: _('min', 1) }),
    { a: 3, b: 5, c: 1 },
  ],
  [
    'keeps the greatest',
    { a: 5, b: 5 },
    () => ({ a: _('max', 3), b: _('max', 7), c: _('max', 1) }),
    { a: 5, b: 7, c: 1 },
  ],
  [
    'renames',
    { a: 1, o: { x: 2 } },
    () => ({ 'a': _('rename', 'b'), 'o.x': _('rename', 'o.y') }),
    { b: 1, o: { y: 2 } },
  ],
  [
    'pushes one, many, and onto nothing',
    { a: [1], b: [1] },
    () => ({ a: _('push', 2), b: _('push', [2, 3]), c: _('push', 1, 2) }),
    { a: [1, 2], b: [1, 2, 3], c: [1, 2] },
  ],
  [
    'pushes into the middle',
    { a: [1, 4] },
    () => ({ a: _('push', { each: [2, 3], position: 1 }) }),
    { a: [1, 2, 3, 4] },
  ],
  [
    'pushes before the end',
    { a: [1, 4] },
    () => ({ a: _('push', { each: [2, 3], position: -1 }) }),
    { a: [1, 2, 3, 4] },
  ],
  [
    'pushes, sorts and cuts',
    { a: [5, 1] },
    () => ({ a: _('push', { each: [3, 2], sort: 1, slice: 3 }) }),
    { a: [1, 2, 3] },
  ],
  [
    'pushes and keeps the last',
    { a: [1, 2] },
    () => ({ a: _('push', { each: [3], slice: -2 }) }),
    { a: [2, 3] },
  ],
  [
    'pushes and sorts by a field',
    { a: [{ n: 2 }] },
    () => ({ a: _('push', { each: [{ n: 3 }, { n: 1 }], sort: { n: -1 } }) }),
    { a: [{ n: 3 }, { n: 2 }, { n: 1 }] },
  ],
  [
    'takes from both ends and adds in front',
    { a: [1, 2, 3], b: [1, 2, 3], c: [3] },
    () => ({ a: _('pop'), b: _('shift'), c: _('unshift', [1, 2]) }),
    { a: [1, 2], b: [2, 3], c: [1, 2, 3] },
  ],
  ['pulls values', { a: [1, 2, 1, 3] }, () => ({ a: _('pull', 1) }), { a: [2, 3] }],
  ['pulls by a condition', { a: [1, 5, 9] }, () => ({ a: _('pull', _('gte', 5)) }), { a: [1] }],
  [
    'pulls objects by their fields',
    {
      a: [
        { k: 1, v: 1 },
        { k: 2, v: 1 },
      ],
    },
    () => ({ a: _('pull', { k: 2 }) }),
    { a: [{ k: 1, v: 1 }] },
  ],
  [
    'pulls objects by conditions on fields',
    { a: [{ k: 1 }, { k: 5 }] },
    () => ({ a: _('pull', { k: _('gt', 3) }) }),
    { a: [{ k: 1 }] },
  ],
  ['pulls all of a list', { a: [1, 2, 3, 2] }, () => ({ a: _('pullAll', [2, 3]) }), { a: [1] }],
  [
    'adds only what is not there',
    { a: [1, { x: 1 }] },
    () => ({ a: _('addToSet', { $each: [1, 2, { x: 1 }, 2] }), b: _('addToSet', 7) }),
    { a: [1, { x: 1 }, 2], b: [7] },
  ],
  ['takes bits', { a: 13 }, () => ({ a: _('bit', { and: 10 }) }), { a: 8 }],
  ['adds bits', { a: 13 }, () => ({ a: _('bit', { or: 2 }) }), { a: 15 }],
  [
    'flips bits',
    { a: 13 },
    () => ({ a: _('bit', { xor: 1 }), b: _('bit', { or: 4 }) }),
    { a: 12, b: 4 },
  ],
  [
    'keeps the least and the greatest in the order of all types',
    { a: 5, b: 5, c: new Date(5) },
    () => ({ a: _('max', 'text'), b: _('min', null), c: _('max', new Date(9)) }),
    { a: 'text', b: null, c: new Date(9) },
  ],
  [
    'changes every element of a list',
    { list: [1, 2], of: [{ n: 1 }, { n: 2, m: 3 }] },
    () => ({ 'list.$[]': _('inc', 10), 'of.$[].n': 0 }),
    { list: [11, 12], of: [{ n: 0 }, { n: 0, m: 3 }] },
  ],
  [
    'changes every element of lists in a list',
    { list: [[1], [2, 3]] },
    () => ({ 'list.$[].$[]': _('mul', 2) }),
    { list: [[2], [4, 6]] },
  ],
  [
    'pulls by patterns and what is in a list',
    { a: ['apple', 'pear', 'fig'], b: [1, 2, 3] },
    () => ({ a: _('pull', /^p/), b: _('pull', { $in: [1, 3] }) }),
    { a: ['apple', 'fig'], b: [2] },
  ],
  [
    'takes from nothing',
    { a: [] },
    () => ({ a: _('pop'), b: _('shift'), c: _('pull', 1), d: _('pullAll', [1]) }),
    { a: [] },
  ],
  ['renames over what is there', { a: 1, b: 2 }, () => ({ a: _('rename', 'b') }), { b: 1 }],
  ['renames nothing', { b: 2 }, () => ({ a: _('rename', 'b') }), { b: 2 }],
];

test.each(cases)('%s', async (_name, before, change, after) => {
  expect(await updated(before, change())).toEqual(after);
});

test('updates all that match, each from its own value', async () => {
  const things = cloud.db.collection('things');
  cloud.importDocuments(
    'things',
    [1, 2, 3].map((n) => ({ _id: `m${n}`, group: 'm', n, list: [] })),
  );
  const change = { n: _('mul', 2), list: _('push', { shared: [1] }) };
  expect((await things.where({ group: 'm' }).update({ data: change })).stats.updated).toBe(3);
  await things.doc('m1').update({ data: { 'list.0.shared': _('push', 2) } });
  const after = await things.where({ group: 'm' }).orderBy('n', 'asc').get();
  expect(after.data.map(({ n, list }) => [n, list])).toEqual([
    [2, [{ shared: [1, 2] }]],
    [4, [{ shared: [1] }]],
    [6, [{ shared: [1] }]],
  ]);
});

test('changes the element that the condition has found', async () => {
  const things = cloud.db.collection('things');
  const positioned = async (before: Fields, condition: Fields, change: Fields) => {
    await things.doc('p').set({ data: before });
    await things.where({ _id: 'p', ...condition }).update({ data: change });
    const { _id, ...after } = (await things.doc('p').get()).data;
    return after;
  };
  expect(await positioned({ scores: [5, 10, 10] }, { scores: 10 }, { 'scores.$': 12 })).toEqual({
    scores: [5, 12, 10],
  });
  expect(
    await positioned({ scores: [5, 10] }, { scores: _('gte', 6) }, { 'scores.$': _('inc', 1) }),
  ).toEqual({ scores: [5, 11] });
  const people = {
    list: [
      { k: 1, n: 1 },
      { k: 2, n: 5 },
    ],
  };
  expect(await positioned(people, { 'list.k': 2 }, { 'list.$.n': 9 })).toEqual({
    list: [
      { k: 1, n: 1 },
      { k: 2, n: 9 },
    ],
  });
  expect(
    await positioned(people, { list: { $elemMatch: { k: 2, n: 5 } } }, { 'list.$': _('set', 'x') }),
  ).toEqual({ list: [{ k: 1, n: 1 }, 'x'] });
});

const refused: [name: string, change: () => Fields, message: string][] = [
  [
    'a place that no condition has found',
    () => ({ 'list.$': 1 }),
    'The positional operator did not find the match needed from the query.',
  ],
  [
    'all elements of nothing',
    () => ({ 'none.$[]': 1 }),
    "The path 'none' must exist in the document",
  ],
  [
    'all elements of a number',
    () => ({ 'n.$[]': 1 }),
    'Cannot apply array updates to non-array element n',
  ],
  [
    'elements by a filter',
    () => ({ 'list.$[big]': 1 }),
    "No array filter found for identifier 'big'",
  ],
  [
    'two changes of one path',
    () => ({ 'o.a': 1, 'o': _('set', {}) }),
    'would create a conflict at',
  ],
  [
    'a count of a text',
    () => ({ n: _('inc', 'x') }),
    'Cannot increment with non-numeric argument: {n: "x"}',
  ],
  [
    'a list that is none',
    () => ({ list: _('pullAll', 1) }),
    'The argument to $pullAll must be an array',
  ],
  [
    'bits of a fraction',
    () => ({ n: _('bit', { and: 1.5 }) }),
    'Cannot apply $bit to a value of non-integral type',
  ],
  [
    'bits in another way',
    () => ({ n: _('bit', { nand: 1 }) }),
    "The $bit modifier only supports 'and', 'or', and 'xor', not 'nand'",
  ],
  [
    'a name that begins with a dollar',
    () => ({ o: _('set', { $a: 1 }) }),
    "The dollar ($) prefixed field '$a'",
  ],
];

test.each(refused)('refuses %s, and changes nothing', async (_name, change, message) => {
  const things = cloud.db.collection('things');
  const before = { list: [1], n: 5, o: { a: 2 } };
  await things.doc('r').set({ data: before });
  const seen = await failure(things.doc('r').update({ data: change() }));
  expect(seen.errCode).toBe(-502001);
  expect(seen.message).toContain(message);
  expect((await things.doc('r').get()).data).toEqual({ _id: 'r', ...before });
});

test('leaves no command out', () => {
  used.delete('gte');
  used.delete('gt');
  expect([...used].sort()).toEqual([...updateCommands].sort());
});
