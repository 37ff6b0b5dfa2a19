import { type Cases, fails } from './cases';

/** In expressions; what they do in $group stands in `aggregate-stages.test.ts`. */
export const accumulators: Cases<'accumulator'> = ($) => ({
  addToSet: [[$.addToSet('$a'), fails("Unrecognized expression '$addToSet'")]],
  avg: [
    [$.avg('$scores'), 80, { scores: [70, 90] }],
    [$.avg(['$a', '$b', 'text']), 3, { a: 2, b: 4 }],
    [$.avg('$nowhere'), null],
  ],
  first: [
    [$.first('$list'), 1, { list: [1, 2] }],
    [$.first('$nowhere'), null],
  ],
  last: [[$.last('$list'), 2, { list: [1, 2] }]],
  max: [
    [$.max('$scores'), 90, { scores: [70, 90, null] }],
    [$.max(['$a', 'text', 5]), 'text', { a: 2 }],
    [$.max('$nowhere'), null],
  ],
  min: [
    [$.min('$scores'), 70, { scores: [70, 90, null] }],
    [$.min(['$nowhere', 5]), 5],
  ],
  push: [[$.push('$a'), fails("Unrecognized expression '$push'")]],
  stdDevPop: [
    [$.stdDevPop('$scores'), 10, { scores: [80, 100] }],
    [$.stdDevPop('$scores'), 0, { scores: [80] }],
    [$.stdDevPop('$scores'), null, { scores: ['x'] }],
  ],
  stdDevSamp: [
    [$.stdDevSamp('$scores'), Math.sqrt(200), { scores: [80, 100] }],
    [$.stdDevSamp('$scores'), null, { scores: [80] }],
  ],
  sum: [
    [$.sum('$scores'), 160, { scores: [70, 90, 'x', null] }],
    [$.sum(['$a', '$b']), 6, { a: 2, b: 4 }],
    [$.sum('$nowhere'), 0],
    [$.sum(['$list', 1]), 1, { list: [5] }],
    [$.sum('$fractions'), 0.6, { fractions: [0.1, 0.2, 0.3] }],
  ],
});
