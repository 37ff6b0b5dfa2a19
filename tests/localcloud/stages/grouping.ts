// Cases of the stages that make groups of documents.
import { fails } from '../expressions/cases';
import { $, _, prices, type StageCase } from './cases';

export const grouping: Readonly<Record<string, StageCase>> = {
  'bucket: lower bounds included, upper bounds not': {
    here: prices,
    build: (a) => a.bucket({ groupBy: '$price', boundaries: [0, 50, 100], default: 'other' }),
    gives: [
      { _id: 0, count: 2 },
      { _id: 50, count: 2 },
      { _id: 'other', count: 1 },
    ],
  },
  'bucket: with other outputs': {
    here: prices,
    build: (a) =>
      a.bucket({
        groupBy: '$price',
        boundaries: [0, 50, 500],
        output: { count: $.sum(1), ids: $.push('$_id') },
      }),
    gives: [
      { _id: 0, count: 2, ids: ['1', '3'] },
      { _id: 50, count: 3, ids: ['2', '4', '5'] },
    ],
  },
  'bucket: refuses what lies outside of all': {
    here: prices,
    build: (a) => a.bucket({ groupBy: '$price', boundaries: [0, 50] }),
    gives: fails('$switch could not find a matching branch for an input'),
  },
  'bucket: refuses bounds that do not rise': {
    here: [],
    build: (a) => a.bucket({ groupBy: '$price', boundaries: [50, 0] }),
    gives: fails("The 'boundaries' option to $bucket must be sorted"),
  },
  'bucketAuto: of equal sizes': {
    here: [1, 2, 3, 4, 5, 6].map((n) => ({ _id: n })),
    build: (a) => a.bucketAuto({ groupBy: '$_id', buckets: 3 }),
    gives: [
      { _id: { min: 1, max: 3 }, count: 2 },
      { _id: { min: 3, max: 5 }, count: 2 },
      { _id: { min: 5, max: 6 }, count: 2 },
    ],
  },
  'bucketAuto: keeps equal values together': {
    here: [1, 1, 1, 2, 3].map((n, i) => ({ _id: i, n })),
    build: (a) => a.bucketAuto({ groupBy: '$n', buckets: 3, output: { ids: $.push('$_id') } }),
    gives: [
      { _id: { min: 1, max: 2 }, ids: [0, 1, 2] },
      { _id: { min: 2, max: 3 }, ids: [3, 4] },
    ],
  },
  'bucketAuto: bounds from a series of preferred numbers': {
    here: Array.from({ length: 100 }, (_unused, n) => ({ _id: n })),
    build: (a) => a.bucketAuto({ groupBy: '$_id', buckets: 5, granularity: 'R5' }),
    gives: [
      { _id: { min: 0, max: 25 }, count: 25 },
      { _id: { min: 25, max: 63 }, count: 38 },
      { _id: { min: 63, max: 100 }, count: 37 },
    ],
  },
  'bucketAuto: bounds that are powers of two': {
    here: Array.from({ length: 100 }, (_unused, n) => ({ _id: n })),
    build: (a) => a.bucketAuto({ groupBy: '$_id', buckets: 5, granularity: 'POWERSOF2' }),
    gives: [
      { _id: { min: 0, max: 32 }, count: 32 },
      { _id: { min: 32, max: 64 }, count: 32 },
      { _id: { min: 64, max: 128 }, count: 36 },
    ],
  },
  'count: into one field': {
    here: prices,
    build: (a) => a.match({ price: _['gt']?.(20) }).count('total'),
    gives: [{ total: 3 }],
  },
  'count: of nothing is no document': {
    here: prices,
    build: (a) => a.match({ price: -1 }).count('total'),
    gives: [],
  },
  'group: by a field, with documents that lack it': {
    here: [
      { _id: 1, city: '杭州', n: 1 },
      { _id: 2, city: '上海', n: 2 },
      { _id: 3, city: '杭州', n: 3 },
      { _id: 4, n: 9 },
    ],
    build: (a) => a.group({ _id: '$city', total: $.sum('$n') }).sort({ total: 1 }),
    gives: [
      { _id: '上海', total: 2 },
      { _id: '杭州', total: 4 },
      { _id: null, total: 9 },
    ],
  },
  'group: by several fields and an expression': {
    here: [
      { _id: 1, a: 1, b: 'x' },
      { _id: 2, a: 2, b: 'x' },
      { _id: 3, a: 3, b: 'x' },
    ],
    build: (a) => a.group({ _id: { odd: $.mod(['$a', 2]), b: '$b' }, n: $.sum(1) }).sort({ n: 1 }),
    gives: [
      { _id: { odd: 0, b: 'x' }, n: 1 },
      { _id: { odd: 1, b: 'x' }, n: 2 },
    ],
  },
  'group: 5 and 5.5 apart, 5 and a text too': {
    here: [5, 5.5, '5', 5].map((v, i) => ({ _id: i, v })),
    build: (a) => a.group({ _id: '$v', n: $.sum(1) }).sort({ n: -1, _id: 1 }),
    gives: [
      { _id: 5, n: 2 },
      { _id: 5.5, n: 1 },
      { _id: '5', n: 1 },
    ],
  },
  'group: every accumulator': {
    here: [
      { _id: 1, n: 4, o: { a: 1 } },
      { _id: 2, n: 8, o: { b: 2 } },
      { _id: 3, n: 4, o: { a: 3 } },
      { _id: 4, n: 'text' },
      { _id: 5 },
    ],
    build: (a) =>
      a.sort({ _id: 1 }).group({
        _id: null,
        addToSet: $.addToSet('$n'),
        avg: $.avg('$n'),
        first: $.first('$n'),
        last: $.last('$n'),
        max: $.max('$n'),
        min: $.min('$n'),
        mergeObjects: $.mergeObjects('$o'),
        push: $.push('$n'),
        stdDevPop: $.stdDevPop('$n'),
        stdDevSamp: $.stdDevSamp('$n'),
        sum: $.sum('$n'),
        count: $.sum(1),
      }),
    gives: [
      {
        _id: null,
        addToSet: [4, 8, 'text'],
        avg: 16 / 3,
        first: 4,
        last: null,
        max: 'text',
        min: 4,
        mergeObjects: { a: 3, b: 2 },
        push: [4, 8, 4, 'text'],
        stdDevPop: Math.sqrt(32 / 9),
        stdDevSamp: Math.sqrt(16 / 3),
        sum: 16,
        count: 5,
      },
    ],
  },
  'group: accumulators of nothing': {
    here: [{ _id: 1 }],
    build: (a) =>
      a.group({
        _id: null,
        avg: $.avg('$n'),
        max: $.max('$n'),
        push: $.push('$n'),
        dev: $.stdDevPop('$n'),
        sum: $.sum('$n'),
      }),
    gives: [{ _id: null, avg: null, max: null, push: [], dev: null, sum: 0 }],
  },
  'group: refuses a group without _id': {
    here: [],
    build: (a) => a.group({ n: $.sum(1) }),
    gives: fails('a group specification must include an _id'),
  },
  'group: refuses what is no accumulator': {
    here: [],
    build: (a) => a.group({ _id: null, n: '$n' }),
    gives: fails("The field 'n' must be an accumulator object"),
  },
  'sortByCount: the most frequent first': {
    here: [
      { _id: 1, tags: ['a', 'b'] },
      { _id: 2, tags: ['b'] },
    ],
    build: (a) => a.unwind('$tags').sortByCount('$tags'),
    gives: [
      { _id: 'b', count: 2 },
      { _id: 'a', count: 1 },
    ],
  },
  'sortByCount: refuses a plain text': {
    here: [],
    build: (a) => a.sortByCount('tags'),
    gives: fails('the sortByCount field must be specified as'),
  },
};
