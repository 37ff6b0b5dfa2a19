import { type Cases, fails } from './cases';

export const objects: Cases<'object'> = ($) => ({
  mergeObjects: [
    [$.mergeObjects(['$foo', '$bar']), { a: 1, b: 2 }, { foo: { a: 1 }, bar: { b: 2 } }],
    [$.mergeObjects([{ a: 1, b: 1 }, { b: 2 }, null]), { a: 1, b: 2 }],
    [$.mergeObjects('$nowhere'), {}],
    [$.mergeObjects([{ a: 1 }, { a: null }]), { a: null }],
    [
      $.mergeObjects(['x']),
      fails('$mergeObjects requires object inputs, but input is of type string'),
    ],
  ],
  objectToArray: [
    [
      $.objectToArray('$attributes'),
      [
        { k: 'color', v: 'white' },
        { k: 'price', v: 1 },
      ],
      { attributes: { color: 'white', price: 1 } },
    ],
    [$.objectToArray('$nowhere'), null],
    [
      $.objectToArray('$a'),
      fails('$objectToArray requires a document input, found: int'),
      { a: 1 },
    ],
  ],
});

export const sets: Cases<'set'> = ($) => ({
  allElementsTrue: [
    [$.allElementsTrue(['$array']), true, { array: [1, true, 'x'] }],
    [$.allElementsTrue([[1, null]]), false],
    [$.allElementsTrue([[]]), true],
    [
      $.allElementsTrue(['$nowhere']),
      fails("$allElementsTrue's argument must be an array, but is missing"),
    ],
  ],
  anyElementTrue: [
    [$.anyElementTrue(['$array']), true, { array: [false, 1] }],
    [$.anyElementTrue([[0, null, false]]), false],
    [$.anyElementTrue([[]]), false],
  ],
  setDifference: [
    [$.setDifference(['$A', '$B']), [3], { A: [1, 3, 2, 3], B: [1, 2] }],
    [$.setDifference([[2, 1], []]), [2, 1]],
    [$.setDifference(['$nowhere', []]), null],
    [
      $.setDifference([1, []]),
      fails('both operands of $setDifference must be arrays. First argument is of type: int'),
    ],
  ],
  setEquals: [
    [$.setEquals(['$A', '$B']), true, { A: [1, 2], B: [2, 1, 1] }],
    [$.setEquals([[1], [[1]]]), false],
    [$.setEquals([[1], [1], [1, 2]]), false],
    [$.setEquals([[1], null]), fails('All operands of $setEquals must be arrays.')],
  ],
  setIntersection: [
    [$.setIntersection(['$A', '$B']), [1, 2], { A: [2, 1, 3], B: [1, 2, 2] }],
    [$.setIntersection([[1], [2]]), []],
    [$.setIntersection([[1], null]), null],
  ],
  setIsSubset: [
    [$.setIsSubset(['$A', '$B']), true, { A: [1, 2], B: [1, 2, 3] }],
    [$.setIsSubset([[1, 2], [1]]), false],
    [$.setIsSubset([[], []]), true],
    [
      $.setIsSubset([null, []]),
      fails('both operands of $setIsSubset must be arrays. First argument is of type: null'),
    ],
  ],
  setUnion: [
    [$.setUnion(['$A', '$B']), [1, 2, 3, 4], { A: [4, 1, 2], B: [3, 2] }],
    [$.setUnion([[1], [[1], 1]]), [1, [1]]],
    [$.setUnion([[1], '$nowhere']), null],
    [$.setUnion([[1], 2]), fails('All operands of $setUnion must be arrays.')],
  ],
});
