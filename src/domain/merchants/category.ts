// The kinds of shops.

export type Category =
  | 'fruit'
  | 'restaurant'
  | 'hotpot'
  | 'tea'
  | 'bakery'
  | 'grocery'
  | 'pharmacy'
  | 'hair'
  | 'laundry'
  | 'flowers';

export const CATEGORIES: readonly Category[] = [
  'fruit',
  'restaurant',
  'hotpot',
  'tea',
  'bakery',
  'grocery',
  'pharmacy',
  'hair',
  'laundry',
  'flowers',
];
