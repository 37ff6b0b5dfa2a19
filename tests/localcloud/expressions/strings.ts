import { type Cases, fails } from './cases';

export const strings: Cases<'string'> = ($) => ({
  concat: [
    [
      $.concat(['$firstName', ' ', '$lastName']),
      'Yuanxin Dong',
      { firstName: 'Yuanxin', lastName: 'Dong' },
    ],
    [$.concat([]), ''],
    [$.concat(['a', '$nowhere']), null],
    [$.concat(['a', 1]), fails('$concat only supports strings, not int')],
  ],
  indexOfBytes: [
    [$.indexOfBytes(['$name', 'a']), 6, { name: 'dongyuanxin' }],
    [$.indexOfBytes(['cafeteria', 'e']), 3],
    [$.indexOfBytes(['cafétéria', 'é']), 3],
    [$.indexOfBytes(['cafétéria', 't']), 5],
    [$.indexOfBytes(['abcab', 'ab', 1]), 3],
    [$.indexOfBytes(['abcab', 'ab', 1, 4]), -1],
    [$.indexOfBytes(['abc', 'z']), -1],
    [$.indexOfBytes(['abc', '', 5]), -1],
    [$.indexOfBytes([null, 'a']), null],
    [
      $.indexOfBytes(['abc', null]),
      fails('$indexOfBytes requires a string as the second argument, found: null'),
    ],
  ],
  indexOfCP: [
    [$.indexOfCP(['cafétéria', 't']), 4],
    [$.indexOfCP(['寿司😀sushi', 's']), 3],
    [$.indexOfCP(['vanilla', 'l', 0, 4]), -1],
    [$.indexOfCP(['vanilla', 'll', 4]), 4],
    [$.indexOfCP(['vanilla', 'z']), -1],
    [$.indexOfCP(['$nowhere', 'a']), null],
    [$.indexOfCP(['a', 'a', -1]), fails('$indexOfCP requires a nonnegative starting index')],
  ],
  split: [
    [$.split(['$birthday', '/']), ['1999', '12', '12'], { birthday: '1999/12/12' }],
    [$.split(['astronomical', 'astro']), ['', 'nomical']],
    [$.split(['pea green boat', 'owl']), ['pea green boat']],
    [$.split([null, ' ']), null],
    [$.split(['a', '']), fails('$split requires a non-empty separator')],
    [
      $.split([5, ' ']),
      fails(
        '$split requires an expression that evaluates to a string as a first argument, found: int',
      ),
    ],
  ],
  strLenBytes: [
    [$.strLenBytes('$name'), 3, { name: '寿' }],
    [$.strLenBytes('abc😀'), 7],
    [$.strLenBytes('$nowhere'), fails('$strLenBytes requires a string argument, found: missing')],
  ],
  strLenCP: [
    [$.strLenCP('$name'), 2, { name: '寿司' }],
    [$.strLenCP('abc😀'), 4],
    [$.strLenCP(null), fails('$strLenCP requires a string argument, found: null')],
  ],
  strcasecmp: [
    [$.strcasecmp(['$a', '$b']), 0, { a: 'ABc', b: 'abC' }],
    [$.strcasecmp(['a', 'B']), -1],
    [$.strcasecmp(['b', 'A']), 1],
    [$.strcasecmp([null, '']), 0],
    [$.strcasecmp([13, '12']), 1],
  ],
  substr: [
    [$.substr(['$quarter', 0, 2]), '13', { quarter: '13Q1' }],
    [$.substr(['13Q1', 2, -1]), 'Q1'],
    [$.substr(['13Q1', -1, 2]), ''],
    [$.substr([12345, 1, 2]), '23'],
    [$.substr(['$nowhere', 0, 2]), ''],
  ],
  substrBytes: [
    [$.substrBytes(['cafétéria', 0, 5]), 'café'],
    [$.substrBytes(['寿司', 3, 3]), '司'],
    [$.substrBytes(['abc', 1, 100]), 'bc'],
    [
      $.substrBytes(['cafétéria', 4, 3]),
      fails('Invalid range, starting index is a UTF-8 continuation byte.'),
    ],
    [
      $.substrBytes(['cafétéria', 0, 4]),
      fails('Invalid range, ending index is in the middle of a UTF-8 character.'),
    ],
  ],
  substrCP: [
    [$.substrCP(['寿司sushi', 0, 3]), '寿司s'],
    [$.substrCP(['😀😀', 1, 1]), '😀'],
    [$.substrCP(['abc', 5, 1]), ''],
    [
      $.substrCP(['abc', 'a', 1]),
      fails('starting index must be a numeric type (is BSON type string)'),
    ],
  ],
  toLower: [
    [$.toLower('$item'), 'abc1', { item: 'ABC1' }],
    [$.toLower('$nowhere'), ''],
    [$.toLower('ÀB'), 'Àb'],
    [$.toLower([12]), '12'],
  ],
  toUpper: [
    [$.toUpper('$item'), 'ABC1', { item: 'abc1' }],
    [$.toUpper(null), ''],
    [$.toUpper([true]), fails("can't convert from BSON type bool to String")],
  ],
});
