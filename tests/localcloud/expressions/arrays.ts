import { type Cases, fails, missing } from './cases';

export const arrays: Cases<'array'> = ($) => ({
  arrayElemAt: [
    [$.arrayElemAt(['$scores', 0]), 80, { scores: [80, 90, 85] }],
    [$.arrayElemAt(['$scores', -1]), 85, { scores: [80, 90, 85] }],
    [$.arrayElemAt(['$scores', 15]), missing, { scores: [80] }],
    [$.arrayElemAt(['$nowhere', 0]), null],
    [
      $.arrayElemAt(['$a', 0]),
      fails("$arrayElemAt's first argument must be an array, but is string"),
      { a: 'x' },
    ],
    [
      $.arrayElemAt([[1, 2], 1.5]),
      fails("$arrayElemAt's second argument must be representable as a 32-bit integer: 1.5"),
    ],
  ],
  arrayToObject: [
    [
      $.arrayToObject('$sales'),
      { max: 100, min: 50 },
      {
        sales: [
          ['max', 100],
          ['min', 50],
        ],
      },
    ],
    [
      $.arrayToObject('$sales'),
      { max: 50, min: 30 },
      {
        sales: [
          { k: 'max', v: 50 },
          { k: 'min', v: 30 },
        ],
      },
    ],
    [
      $.arrayToObject('$a'),
      { a: 2 },
      {
        a: [
          { k: 'a', v: 1 },
          { k: 'a', v: 2 },
        ],
      },
    ],
    [$.arrayToObject('$nowhere'), null],
    [$.arrayToObject('$a'), {}, { a: [] }],
    [
      $.arrayToObject('$a'),
      fails('$arrayToObject requires an array input, found: string'),
      { a: 'x' },
    ],
    [
      $.arrayToObject('$a'),
      fails('where the key must be of type string. Found key type: int'),
      { a: [[1, 2]] },
    ],
  ],
  concatArrays: [
    [
      $.concatArrays(['$fruits', '$vegetables']),
      ['apple', 'carrot'],
      {
        fruits: ['apple'],
        vegetables: ['carrot'],
      },
    ],
    [$.concatArrays([[1, [2]], [3]]), [1, [2], 3]],
    [$.concatArrays([[1], '$nowhere']), null],
    [$.concatArrays([]), []],
    [$.concatArrays([[1], 2]), fails('$concatArrays only supports arrays, not int')],
  ],
  filter: [
    [
      $.filter({ input: '$items', as: 'item', cond: $.gte(['$$item.price', 100]) }),
      [{ item: 'b', price: 110 }],
      {
        items: [
          { item: 'a', price: 10 },
          { item: 'b', price: 110 },
        ],
      },
    ],
    [$.filter({ input: [1, 2, 3], cond: $.gt(['$$this', '$least']) }), [3], { least: 2 }],
    [$.filter({ input: '$nowhere', cond: true }), null],
    [
      $.filter({ input: '$a', cond: true }),
      fails('input to $filter must be an array not int'),
      { a: 1 },
    ],
    [$.filter({ input: [] }), fails("Missing 'cond' parameter to $filter")],
    [$.filter({ input: [], as: 'a', cond: '$$b' }), fails('Use of undefined variable: b')],
  ],
  in: [
    [$.in(['banana', '$stock']), true, { stock: ['apple', 'banana'] }],
    [$.in([null, ['$nowhere']]), true],
    [$.in([1, [[1]]]), false],
    [$.in([[1], [[1]]]), true],
    [$.in([1, '$nowhere']), fails('$in requires an array as a second argument, found: missing')],
  ],
  indexOfArray: [
    [$.indexOfArray(['$items', 2]), 1, { items: ['one', 2, 3] }],
    [$.indexOfArray([['a', 'b', 'a'], 'a', 1]), 2],
    [$.indexOfArray([['a', 'b', 'a'], 'a', 1, 2]), -1],
    [$.indexOfArray([['a'], 'z']), -1],
    [$.indexOfArray(['$nowhere', 1]), null],
    [
      $.indexOfArray(['text', 't']),
      fails('$indexOfArray requires an array as a first argument, found: string'),
    ],
    [
      $.indexOfArray([[1], 1, -1]),
      fails('$indexOfArray requires a nonnegative starting index, found: -1'),
    ],
  ],
  isArray: [
    [$.isArray('$a'), true, { a: [1] }],
    [$.isArray('$a'), false, { a: 'x' }],
    [$.isArray('$nowhere'), false],
    [$.isArray([[1, 2]]), true],
  ],
  map: [
    [$.map({ input: '$sales', as: 'num', in: $.add(['$$num', 1]) }), [5, 6], { sales: [4, 5] }],
    [$.map({ input: [1, 2], in: '$$this' }), [1, 2]],
    [$.map({ input: '$sizes', in: '$$this.price' }), [10, null], { sizes: [{ price: 10 }, {}] }],
    [$.map({ input: '$nowhere', in: 1 }), null],
    [$.map({ input: 'x', in: 1 }), fails('input to $map must be an array not string')],
  ],
  range: [
    [$.range([0, '$max', 10]), [0, 10, 20], { max: 30 }],
    [$.range([0, 5]), [0, 1, 2, 3, 4]],
    [$.range([10, 0, -2]), [10, 8, 6, 4, 2]],
    [$.range([0, 10, -1]), []],
    [$.range([0, 10, 0]), fails('$range requires a non-zero step value')],
    [$.range(['a', 1]), fails('$range requires a numeric starting value')],
  ],
  reduce: [
    [
      $.reduce({
        input: '$discounts',
        initialValue: '',
        in: $.concat(['$$value', ' ', '$$this']),
      }),
      ' a b',
      { discounts: ['a', 'b'] },
    ],
    [
      $.reduce({
        input: [1, 2, 3],
        initialValue: { sum: 5, product: 2 },
        in: {
          sum: $.add(['$$value.sum', '$$this']),
          product: $.multiply(['$$value.product', '$$this']),
        },
      }),
      { sum: 11, product: 12 },
    ],
    [$.reduce({ input: '$nowhere', initialValue: 0, in: 1 }), null],
    [$.reduce({ input: [], initialValue: 7, in: 1 }), 7],
    [
      $.reduce({ input: 5, initialValue: 0, in: 1 }),
      fails("$reduce requires that 'input' be an array, found: int"),
    ],
  ],
  reverseArray: [
    [$.reverseArray('$items'), [3, 2, 1], { items: [1, 2, 3] }],
    [$.reverseArray({ $literal: [1, [2, 3]] }), [[2, 3], 1]],
    [$.reverseArray('$nowhere'), null],
    [
      $.reverseArray('$a'),
      fails('The argument to $reverseArray must be an array, but was of type: int'),
      { a: 1 },
    ],
  ],
  size: [
    [$.size('$tags'), 3, { tags: ['x', 'y', 'z'] }],
    [$.size([[1, 2]]), 2],
    [$.size('$nowhere'), fails('The argument to $size must be an array, but was of type: missing')],
  ],
  slice: [
    [$.slice(['$scores', 2]), [1, 2], { scores: [1, 2, 3] }],
    [$.slice([[1, 2, 3], -2]), [2, 3]],
    [$.slice([[1, 2, 3], 15, 2]), []],
    [$.slice([[1, 2, 3], -15, 2]), [1, 2]],
    [$.slice([[1, 2, 3], 1, 1]), [2]],
    [$.slice(['$nowhere', 2]), null],
    [$.slice([[1, 2], 1, 0]), fails('Third argument to $slice must be positive: 0')],
    [$.slice([1, 1]), fails('First argument to $slice must be an array, but is of type: int')],
  ],
  zip: [
    [
      $.zip({ inputs: ['$array1', '$array2'] }),
      [
        ['a', 'c'],
        ['b', 'd'],
      ],
      { array1: ['a', 'b'], array2: ['c', 'd', 'e'] },
    ],
    [
      $.zip({ inputs: [['a', 'b'], ['c']], useLongestLength: true }),
      [
        ['a', 'c'],
        ['b', null],
      ],
    ],
    [
      $.zip({ inputs: [[1], [2, 3]], useLongestLength: true, defaults: ['x', 'y'] }),
      [
        [1, 2],
        ['x', 3],
      ],
    ],
    [$.zip({ inputs: [[1], '$nowhere'] }), null],
    [$.zip({ inputs: [[1], 2] }), fails('$zip found a non-array expression in input: int')],
    [
      $.zip({ inputs: [[1]], defaults: [0] }),
      fails('cannot specify defaults unless useLongestLength is true'),
    ],
  ],
});
