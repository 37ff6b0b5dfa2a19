// Cases of the query commands: documents, a filter, and the ids that it finds.
import { type Fields, pointSdkAt } from '../fixture';
import type { QueryCommand } from '../sdk-names';

interface Commands {
  (name: QueryCommand, ...operands: unknown[]): Joinable;
}
/** A command, to which others can be joined by its own methods. */
type Joinable = Record<QueryCommand, (...operands: unknown[]) => Joinable>;

const db = pointSdkAt('http://127.0.0.1:9/admin');
/** The commands that the cases have used. */
export const used = new Set<string>();
export const _: Commands = (name, ...operands) => {
  used.add(name);
  return db.command[name]?.(...operands) as unknown as Joinable;
};
const { Geo } = db;
const point = (longitude: number, latitude: number) => new Geo.Point(longitude, latitude);
const square = (west: number, south: number, size: number) =>
  new Geo.Polygon([
    new Geo.LineString([
      point(west, south),
      point(west + size, south),
      point(west + size, south + size),
      point(west, south + size),
      point(west, south),
    ]),
  ]);

/** Documents by id, a filter and the ids it finds. */
export type Case = readonly [documents: Record<string, Fields>, filter: unknown, found: string];

/** One document a value: {a: {v: …}, b: {v: …}, …}. */
export const values = (...given: unknown[]): Record<string, Fields> =>
  Object.fromEntries(
    given.map((v, i) => [String.fromCharCode(97 + i), v === undefined ? {} : { v }]),
  );
const day = (n: number) => new Date(Date.UTC(2026, 0, n));
const numbers = values(1, 5, 10, '5', null, undefined, [1, 9], NaN, true, day(1));

export const cases: Record<string, Case> = {
  'eq: a value, in a list too': [numbers, { v: _('eq', 1) }, 'ag'],
  'eq: not across types': [numbers, { v: _('eq', '5') }, 'd'],
  'eq: null is also what is missing': [numbers, { v: _('eq', null) }, 'ef'],
  'eq: a whole list': [values([1, 2], [2, 1], 1, [[1, 2]]), { v: _('eq', [1, 2]) }, 'ad'],
  'eq: a whole object, in its order': [
    values({ a: 1, b: 2 }, { b: 2, a: 1 }, { a: 1 }),
    { v: _('eq', { a: 1, b: 2 }) },
    'a',
  ],
  'eq: fields of an object by themselves': [values({ a: 1, b: 2 }, { a: 2 }), { v: { a: 1 } }, 'a'],
  'eq: NaN is NaN': [numbers, { v: _('eq', NaN) }, 'h'],
  'eq: a path through a list': [values([{ a: 1 }, { a: 2 }], { a: 2 }, [3]), { 'v.a': 2 }, 'ab'],
  'eq: null on a path, where an object lacks the field': [
    values([{ a: 1 }], [{ b: 1 }], [], 5, {}, undefined),
    { 'v.a': null },
    'bdef',
  ],
  'eq: an element by its place': [values([1, 2], [2, 1], { 1: 2 }), { 'v.1': 2 }, 'ac'],
  'eq: two places deep': [values([[1, 2]], [[2, 1]]), { 'v.0.1': 2 }, 'a'],
  'neq: all that is not equal': [numbers, { v: _('neq', 1) }, 'bcdefhij'],
  'neq: null': [numbers, { v: _('neq', null) }, 'abcdghij'],
  'gt: of the same type only': [numbers, { v: _('gt', 1) }, 'bcg'],
  'gte: a date': [values(day(1), day(2), 5), { v: _('gte', day(2)) }, 'b'],
  'gte: null is null and missing': [numbers, { v: _('gte', null) }, 'ef'],
  'gte: NaN is only NaN': [numbers, { v: _('gte', NaN) }, 'h'],
  'lt: not NaN': [numbers, { v: _('lt', 5) }, 'ag'],
  'lte: texts by code points': [
    values('a', 'b', 'é', '😀', '\uffff'),
    { v: _('lte', '\uffff') },
    'abce',
  ],
  'lt: lists as a whole': [values([1, 2], [1, 3], [2]), { v: _('lt', [1, 3]) }, 'a'],
  'gt: objects field by field': [
    values({ a: 1 }, { a: 2 }, { a: 1, b: 1 }),
    { v: _('gt', { a: 1 }) },
    'bc',
  ],
  'gt and lt: on lists each may hold for another element': [
    values([1, 9], [4], [1]),
    { v: _('gt', 3).and(_('lt', 5)) },
    'ab',
  ],
  'in: any of a list': [numbers, { v: _('in', [5, '5', 9]) }, 'bdg'],
  'in: null': [numbers, { v: _('in', [null]) }, 'ef'],
  'in: by patterns': [values('apple', 'pear', 5), { v: _('in', [/^ap/, 5]) }, 'ac'],
  'in: many': [numbers, { v: _('in', [1, 2, 3, 4, 5, 6, 7, 8, 9, null]) }, 'abefg'],
  'in: nothing': [numbers, { v: _('in', []) }, ''],
  'nin: none of a list': [numbers, { v: _('nin', [1, 5, null]) }, 'cdhij'],
  'exists: the field is there': [numbers, { v: _('exists', true) }, 'abcdeghij'],
  'exists: it is not': [numbers, { v: _('exists', false) }, 'f'],
  'exists: on a path through a list': [
    values([{ a: 1 }, {}], [{}], [], { a: null }),
    { 'v.a': _('exists', true) },
    'ad',
  ],
  'mod: the remainder': [values(10, 11, -10, 10.9, '10', [3, 10]), { v: _('mod', 10, 0) }, 'acdf'],
  'mod: of a negative number': [values(-7, 7), { v: _('mod', [4, -3]) }, 'a'],
  'all: each in the list': [values([1, 2, 3], [1], 1), { v: _('all', [1, 3]) }, 'a'],
  'all: of one, also a value itself': [values([1, 2], 1, 2), { v: _('all', [1]) }, 'ab'],
  'all: with conditions on elements': [
    { a: { list: [{ n: 1 }, { n: 5 }] }, b: { list: [{ n: 5 }] } },
    { list: _('all', [{ $elemMatch: { n: { $lt: 3 } } }, { $elemMatch: { n: { $gt: 3 } } }]) },
    'a',
  ],
  'all: nothing matches nothing': [values([], [1]), { v: _('all', []) }, ''],
  'elemMatch: one element meets all': [
    {
      a: {
        list: [
          { n: 1, k: 'x' },
          { n: 9, k: 'y' },
        ],
      },
      b: { list: [{ n: 9, k: 'x' }] },
      c: { list: { n: 9, k: 'x' } },
    },
    { list: _('elemMatch', { n: { $gt: 5 }, k: 'x' }) },
    'b',
  ],
  'elemMatch: of plain values': [
    values([1, 9], [4], 4),
    { v: _('elemMatch', { $gt: 3, $lt: 5 }) },
    'b',
  ],
  'size: of a list': [values([1, 2], [1], 2, [[1, 2]], undefined), { v: _('size', 2) }, 'a'],
  'size: empty': [values([], [1], undefined), { v: _('size', 0) }, 'a'],
  'and: of conditions': [
    { a: { v: 1, w: 1 }, b: { v: 1, w: 2 } },
    _('and', [{ v: 1 }, { w: _('gt', 1) }]),
    'b',
  ],
  'and: on one field': [numbers, { v: _('and', _('gte', 5), _('lt', 10)) }, 'bg'],
  'or: of conditions': [numbers, _('or', [{ v: 5 }, { v: 10 }]), 'bc'],
  'or: on one field': [numbers, { v: _('or', _('eq', 5), _('gt', 8)) }, 'bcg'],
  'nor: none of them': [numbers, _('nor', [{ v: 5 }, { v: _('gt', 8) }]), 'adefhij'],
  'nor: on one field': [values(1, 5, 9), { v: _('nor', [_('lt', 2), _('gt', 8)]) }, 'b'],
  'not: the contrary, of what is missing too': [numbers, { v: _('not', _('gt', 1)) }, 'adefhij'],
  'not: of a pattern': [values('apple', 'pear', 5), { v: { $not: /^ap/ } }, 'bc'],
  'a pattern': [values('apple', 'Apple', ['x', 'apple'], 5), { v: /^app/ }, 'ac'],
  'a pattern with options': [
    values('Apple\npear', 'pear'),
    { v: db.RegExp({ regexp: '^PEAR', options: 'im' }) },
    'ab',
  ],
  'a pattern whose option means nothing here': [
    values('aa', 'aa', 'aa', 'aa'),
    { v: /a/g },
    'abcd',
  ],
  'a pattern in comments and spaces': [
    values('ab', 'a b'),
    { v: db.RegExp({ regexp: 'a b # both', options: 'x' }) },
    'a',
  ],
  'a pattern with inline options': [
    values('ABC', 'xbc'),
    { v: db.RegExp({ regexp: '(?i)^abc' }) },
    'a',
  ],
  'a pattern of whole letters': [values('😀', 'ab'), { v: db.RegExp({ regexp: '^.$' }) }, 'a'],
  'the operators of the database themselves': [
    values('Ab', 'cd', 7),
    { v: { $regex: '^a', $options: 'i' } },
    'a',
  ],
  'types by name': [
    values(1, 1.5, 'x', null, undefined, [2], 2 ** 40),
    { v: { $type: 'int' } },
    'af',
  ],
  'types by number': [values(1, 'x', [1], {}), { v: { $type: [2, 4] } }, 'bc'],
  'types: any number': [values(1, 1.5, 2 ** 40, '1'), { v: { $type: 'number' } }, 'abc'],
  'bits': [values(5, 4, 2), { v: { $bitsAllSet: 4 } }, 'ab'],
  'expr: fields compared with each other': [
    { a: { spent: 5, budget: 3 }, b: { spent: 1, budget: 3 } },
    _('expr', db.command.aggregate['gt']?.(['$spent', '$budget'])),
    'a',
  ],
  'jsonSchema: what documents look like': [
    {
      a: { v: 5, list: ['x'] },
      b: { v: 'x', list: ['x'] },
      c: { v: 5, list: [1] },
      d: { v: 5, list: [] },
      e: { list: ['x'] },
    },
    _('jsonSchema', {
      required: ['v'],
      properties: {
        v: { bsonType: 'int', minimum: 1, maximum: 5 },
        list: { bsonType: 'array', minItems: 1, items: { bsonType: 'string' } },
      },
    }),
    'a',
  ],
  'geoNear: nearest first': [
    {
      a: { place: point(120, 30.02) },
      b: { place: point(120, 30.01) },
      c: { place: point(121, 30) },
    },
    { place: _('geoNear', { geometry: point(120, 30), maxDistance: 5000, minDistance: 10 }) },
    'ba',
  ],
  'geoWithin: a polygon': [
    {
      a: { place: point(0.5, 0.5) },
      b: { place: point(2, 2) },
      c: { place: square(0.1, 0.1, 0.5) },
    },
    { place: _('geoWithin', { geometry: square(0, 0, 1) }) },
    'ac',
  ],
  'geoWithin: several polygons': [
    { a: { place: point(0.5, 0.5) }, b: { place: point(5.5, 5.5) }, c: { place: point(3, 3) } },
    {
      place: _('geoWithin', { geometry: new Geo.MultiPolygon([square(0, 0, 1), square(5, 5, 1)]) }),
    },
    'ab',
  ],
  'geoWithin: a circle in radians': [
    { a: { place: point(120, 30.02) }, b: { place: point(120, 30.2) } },
    { place: _('geoWithin', { centerSphere: [[120, 30], 3000 / 6378100] }) },
    'a',
  ],
  'geoIntersects: a line': [
    { a: { place: square(0, 0, 2) }, b: { place: point(1, 1) }, c: { place: square(5, 5, 1) } },
    { place: _('geoIntersects', { geometry: new Geo.LineString([point(-1, -1), point(3, 3)]) }) },
    'ab',
  ],
  'geoIntersects: several points': [
    { a: { place: square(0, 0, 2) }, b: { place: square(5, 5, 1) }, c: { place: square(8, 8, 1) } },
    { place: _('geoIntersects', { geometry: new Geo.MultiPoint([point(1, 1), point(5.5, 5.5)]) }) },
    'ab',
  ],
  'geoIntersects: several lines': [
    { a: { place: square(0, 0, 2) }, b: { place: square(5, 5, 1) } },
    {
      place: _('geoIntersects', {
        geometry: new Geo.MultiLineString([
          new Geo.LineString([point(-1, 1), point(0, 1)]),
          new Geo.LineString([point(20, 20), point(21, 21)]),
        ]),
      }),
    },
    'a',
  ],
};

/** Filters that are no filters. */
export const refused: Record<string, [filter: unknown, message: string]> = {
  'a list of nothing': [{ $or: [] }, '$or must be a nonempty array'],
  'what is no condition': [{ $and: [1] }, '$or/$and/$nor entries need to be full objects'],
  'a divisor of zero': [{ v: _('mod', [0, 1]) }, 'divisor cannot be 0'],
  'a half remainder': [{ v: { $mod: [4] } }, 'malformed mod, not enough elements'],
  'a list that is none': [{ v: { $in: 5 } }, '$in needs an array'],
  'operators in a list': [{ v: { $in: [{ $gt: 1 }] } }, 'cannot nest $ under $in'],
  'an element that is none': [{ v: { $elemMatch: 5 } }, '$elemMatch needs an Object'],
  'a contrary of nothing': [{ v: { $not: 5 } }, '$not needs a regex or a document'],
  'an unknown type': [{ v: { $type: 'float' } }, 'Unknown type name alias: float'],
  'a pattern that cannot be read': [
    { v: { $regex: '(' } },
    'Regular expression is invalid: Invalid regular expression',
  ],
  'a size that is no number': [{ v: { $size: 'x' } }, '$size needs a number'],
  'an unknown operator among known ones': [
    { v: { $gt: 1, $greater: 2 } },
    'unknown operator: $greater',
  ],
  'an unknown condition': [{ $xor: [] }, 'unknown top level operator: $xor'],
  'a text search': [{ $text: _('text', { search: 'x' }) }, 'text index required for $text query'],
  'a script': [{ $where: 'true' }, 'unknown top level operator: $where'],
  'an unknown keyword': [_('jsonSchema', { minimal: 1 }), 'Unknown $jsonSchema keyword: minimal'],
  'an expression that is none': [{ $expr: { $foo: 1 } }, "Unrecognized expression '$foo'"],
  'nearness without an index': [
    { nowhere: _('geoNear', { geometry: point(0, 0) }) },
    'unable to find index for $geoNear query',
  ],
};
