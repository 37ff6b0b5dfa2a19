// Cases of the stages that pick, order and reshape documents.
import { fails } from '../expressions/cases';
import { $, _, db, prices, type StageCase } from './cases';

export const shaping: Readonly<Record<string, StageCase>> = {
  'addFields: beside the others': {
    here: [{ _id: 1, homework: [10, 5], quiz: [10, 8] }],
    build: (a) =>
      a
        .addFields({ total: $.sum('$homework') })
        .addFields({ both: $.add(['$total', $.sum('$quiz')]) }),
    gives: [{ _id: 1, homework: [10, 5], quiz: [10, 8], total: 15, both: 33 }],
  },
  'addFields: inside of objects and of lists of objects': {
    here: [{ _id: 1, specs: { doors: 4 }, list: [{ n: 1 }, { n: 2 }] }],
    build: (a) => a.addFields({ 'specs.fuel': 'gas', 'list.seen': true, 'new.path': 1 }),
    gives: [
      {
        ...{ _id: 1, specs: { doors: 4, fuel: 'gas' }, new: { path: 1 } },
        list: [
          { n: 1, seen: true },
          { n: 2, seen: true },
        ],
      },
    ],
  },
  'addFields: over what was there, and away with it': {
    here: [{ _id: 1, a: 1, b: 2 }],
    build: (a) => a.addFields({ a: '$b', b: '$$REMOVE' }),
    gives: [{ _id: 1, a: 2 }],
  },
  'limit and skip': {
    here: prices,
    build: (a) => a.sort({ price: 1 }).skip(1).limit(2).project({ _id: 0, price: 1 }),
    gives: [{ price: 20 }, { price: 50 }],
  },
  'limit: refuses none': {
    here: [],
    build: (a) => a.limit(0),
    gives: fails('the limit must be positive'),
  },
  'match: wherever it stands': {
    here: prices,
    build: (a) =>
      a
        .addFields({ dear: $.gt(['$price', 50]) })
        .match({ dear: true })
        .project({ price: 1 })
        .sort({ price: 1 }),
    gives: [
      { _id: '4', price: 80 },
      { _id: '5', price: 200 },
    ],
  },
  'match: refuses nearness': {
    here: [],
    build: (a) => a.match({ at: _['geoNear']?.({ geometry: new db.Geo.Point(0, 0) }) }),
    gives: fails('$geoNear, $near, and $nearSphere are not allowed in this context'),
  },
  'project: what is named, with its id': {
    here: [{ _id: 1, title: 'x', author: { first: 'A', last: 'B' }, list: [{ n: 1, m: 2 }, 3] }],
    build: (a) => a.project({ 'title': 1, 'author.last': 1, 'list.n': true }),
    gives: [{ _id: 1, title: 'x', author: { last: 'B' }, list: [{ n: 1 }] }],
  },
  'project: what is not excluded': {
    here: [{ _id: 1, title: 'x', author: { first: 'A', last: 'B' }, list: [{ n: 1, m: 2 }, 3] }],
    build: (a) => a.project({ '_id': 0, 'title': 0, 'author.last': 0, 'list.n': 0 }),
    gives: [{ author: { first: 'A' }, list: [{ m: 2 }, 3] }],
  },
  'project: nested, renamed and computed': {
    here: [{ _id: 1, isbn: '123', copies: 5, a: { b: 2, c: 3 } }],
    build: (a) =>
      a.project({
        _id: 0,
        a: { b: 1, twice: $.multiply(['$a.c', 2]) },
        part: $.substr(['$isbn', 0, 2]),
        list: ['$copies', '$nowhere'],
      }),
    gives: [{ a: { b: 2, twice: 6 }, part: '12', list: [5, null] }],
  },
  'project: refuses both at once': {
    here: [{ _id: 1 }],
    build: (a) => a.project({ a: 1, b: 0 }),
    gives: fails('Invalid $project :: caused by :: Cannot do exclusion in an inclusion projection'),
  },
  'project: refuses paths that collide': {
    here: [{ _id: 1 }],
    build: (a) => a.project({ 'a': 1, 'a.b': 1 }),
    gives: fails('Path collision at a.b'),
  },
  'replaceRoot: by a field': {
    here: [{ _id: 1, in: { a: 1 } }],
    build: (a) => a.replaceRoot({ newRoot: '$in' }),
    gives: [{ a: 1 }],
  },
  'replaceRoot: by a new object': {
    here: [{ _id: 1, first: 'A', last: 'B' }],
    build: (a) => a.replaceRoot({ newRoot: { name: $.concat(['$first', '$last']) } }),
    gives: [{ name: 'AB' }],
  },
  'replaceRoot: refuses what is no object': {
    here: [{ _id: 1, a: 5 }],
    build: (a) => a.replaceRoot({ newRoot: '$a' }),
    gives: fails(
      "'newRoot' expression must evaluate to an object, but resulting value was of type: 'int'",
    ),
  },
  'sample: all when there are fewer': {
    here: prices,
    build: (a) => a.sample({ size: 10 }).sort({ _id: 1 }),
    gives: prices,
  },
  'sort: across types and through lists': {
    here: [
      { _id: 1, v: 'a' },
      { _id: 2, v: 5 },
      { _id: 3 },
      { _id: 4, v: [9, 1] },
      { _id: 5, v: true },
    ],
    build: (a) => a.sort({ v: 1 }).project({ _id: 1 }),
    gives: [3, 4, 2, 1, 5].map((_id) => ({ _id })),
  },
  'sort: refuses another direction': {
    here: [],
    build: (a) => a.sort({ v: 'up' }),
    gives: fails('$sort key ordering must be 1 (for ascending) or -1 (for descending)'),
  },
  'unwind: a list, a single value, nothing': {
    here: [
      { _id: 1, s: ['S', 'M'] },
      { _id: 2, s: 'L' },
      { _id: 3, s: [] },
      { _id: 4, s: null },
      { _id: 5 },
    ],
    build: (a) => a.unwind('$s').sort({ _id: 1 }),
    gives: [
      { _id: 1, s: 'S' },
      { _id: 1, s: 'M' },
      { _id: 2, s: 'L' },
    ],
  },
  'unwind: with places and with what is empty': {
    here: [
      { _id: 1, in: { s: ['S', 'M'] } },
      { _id: 2, in: { s: [] } },
      { _id: 3, in: { s: null } },
      { _id: 4, in: { s: 'L' } },
    ],
    build: (a) =>
      a
        .unwind({ path: '$in.s', includeArrayIndex: 'at', preserveNullAndEmptyArrays: true })
        .sort({ _id: 1 }),
    gives: [
      { _id: 1, in: { s: 'S' }, at: 0 },
      { _id: 1, in: { s: 'M' }, at: 1 },
      { _id: 2, in: {}, at: null },
      { _id: 3, in: { s: null }, at: null },
      { _id: 4, in: { s: 'L' }, at: null },
    ],
  },
  'unwind: refuses a path without its dollar': {
    here: [],
    build: (a) => a.unwind('s'),
    gives: fails("path option to $unwind stage should be prefixed with a '$': s"),
  },
};
