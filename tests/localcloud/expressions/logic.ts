import { type Cases, fails, missing } from './cases';

export const logic: Cases<'logic'> = ($) => ({
  and: [
    [$.and([$.gte(['$min', 30]), $.lte(['$max', 80])]), true, { min: 35, max: 60 }],
    [$.and([true, 0]), false],
    [$.and([1, 'x', [], '']), true],
    [$.and([]), true],
    [$.and([null]), false],
    [$.and(['$nowhere']), false],
  ],
  not: [
    [$.not($.gt(['$min', 40])), true, { min: 35 }],
    [$.not([true]), false],
    [$.not([[false]]), false],
    [$.not('$nowhere'), true],
    [$.not([1, 2]), fails('Expression $not takes exactly 1 arguments. 2 were passed in.')],
  ],
  or: [
    [$.or([$.lt(['$min', 40]), $.gt(['$max', 60])]), true, { min: 35, max: 60 }],
    [$.or([]), false],
    [$.or([0, null, false]), false],
  ],
  cmp: [
    [$.cmp(['$shop1', '$shop2']), -1, { shop1: 10, shop2: 20 }],
    [$.cmp([20, 10]), 1],
    [$.cmp([1, 1]), 0],
    [$.cmp(['$nowhere', null]), -1],
    [$.cmp(['text', 5]), 1],
    [$.cmp([{ a: 1 }, [1]]), -1],
    [$.cmp([true, '$d']), -1, { d: new Date(0) }],
    [
      $.cmp([
        { b: 1, a: 2 },
        { a: 2, b: 1 },
      ]),
      1,
    ],
    [
      $.cmp([
        [1, 2],
        [1, 3],
      ]),
      -1,
    ],
    [
      $.cmp([
        [3, 1],
        [1, 3],
      ]),
      1,
    ],
    [$.cmp(['\uffff', '😀']), -1],
  ],
  eq: [
    [$.eq(['$value', 50]), true, { value: 50 }],
    [$.eq(['$nowhere', null]), false],
    [
      $.eq([
        { a: 1, b: 2 },
        { a: 1, b: 2 },
      ]),
      true,
    ],
    [$.eq(['5', 5]), false],
    [$.eq([1]), fails('Expression $eq takes exactly 2 arguments. 1 were passed in.')],
  ],
  gt: [
    [$.gt(['$value', 50]), false, { value: 50 }],
    [$.gt(['a', 99]), true],
  ],
  gte: [[$.gte(['$value', 50]), true, { value: 50 }]],
  lt: [
    [$.lt(['$value', 50]), true, { value: 49 }],
    [$.lt(['$nowhere', null]), true],
  ],
  lte: [[$.lte(['$value', 50]), true, { value: 50 }]],
  neq: [
    [$.neq(['$value', 50]), false, { value: 50 }],
    [$.neq(['$nowhere', null]), true],
  ],
  cond: [
    [$.cond({ if: $.gte(['$amount', 200]), then: 0.7, else: 0.9 }), 0.7, { amount: 300 }],
    [$.cond([$.gte(['$amount', 200]), 0.7, 0.9]), 0.9, { amount: 100 }],
    [$.cond([true, '$nowhere', 1]), missing],
    [$.cond([1, 2]), fails('Expression $cond takes exactly 3 arguments. 2 were passed in.')],
    [$.cond({ if: 1, then: 2 }), fails("Missing 'else' parameter to $cond")],
  ],
  ifNull: [
    [$.ifNull(['$description', 'Unspecified']), 'Unspecified', { description: null }],
    [$.ifNull(['$nowhere', '$gone', 3]), 3],
    [$.ifNull(['$a', 3]), 0, { a: 0 }],
    [$.ifNull(['$nowhere', '$gone']), missing],
    [$.ifNull([1]), fails('$ifNull needs at least two arguments, had: 1')],
  ],
  switch: [
    [
      $.switch({
        branches: [
          { case: $.gt(['$amount', 1000]), then: 0.6 },
          { case: $.gt(['$amount', 100]), then: 0.8 },
        ],
        default: 1,
      }),
      0.8,
      { amount: 500 },
    ],
    [$.switch({ branches: [{ case: false, then: 1 }], default: '$a' }), 9, { a: 9 }],
    [
      $.switch({ branches: [{ case: false, then: 1 }] }),
      fails('$switch could not find a matching branch for an input, and no default was specified.'),
    ],
    [$.switch({ branches: [] }), fails('$switch requires at least one branch.')],
  ],
  literal: [
    [$.literal('$a'), '$a', { a: 1 }],
    [$.literal({ $add: [1, 2] }), { $add: [1, 2] }],
    [$.eq(['$price', $.literal('$1')]), true, { price: '$1' }],
  ],
  let: [
    [
      $.let({
        vars: { total: $.add(['$price', '$tax']), discounted: $.cond(['$applies', 0.5, 1]) },
        in: $.multiply(['$$total', '$$discounted']),
      }),
      6,
      { price: 10, tax: 2, applies: true },
    ],
    [$.let({ vars: { a: 1 }, in: $.let({ vars: { b: 2 }, in: $.add(['$$a', '$$b']) }) }), 3],
    [$.let({ vars: { a: '$nowhere' }, in: $.ifNull(['$$a', 'gone']) }), 'gone'],
    [$.let({ vars: { a: '$o' }, in: '$$a.b' }), 5, { o: { b: 5 } }],
    [$.let({ vars: {}, in: '$$zero' }), fails('Use of undefined variable: zero')],
  ],
  meta: [
    [$.meta('textScore'), fails('query requires "textScore" metadata, but it is not available')],
  ],
});
