// What the collections of this bench hold: every document follows from its number, so that a call
// knows what it must find.
import type { CollectionDeclaration } from '../../src/localcloud';
import type { Document } from '../../src/localcloud/values/value';

const ORDERS_PER_CUSTOMER = 10;
/** Half the side of the square that the places are spread over: about 40 km by 40 km. */
const CITY_HALF_DEGREES = 0.18;
export const CENTRE = { longitude: 121.47, latitude: 31.23 };

const START_MS = Date.UTC(2026, 0, 1);
const indexes: CollectionDeclaration['indexes'] = [
  {
    name: 'by_customer',
    keys: [
      { field: 'customer', direction: '1' },
      { field: 'at', direction: '-1' },
    ],
  },
];

const byState = { name: 'by_state', keys: [{ field: 'state', direction: '1' }] } as const;

export const SMALL = 'orders_small';
export const LARGE = 'orders_large';
export const PLACES = 'places';

export const benchCollections: readonly CollectionDeclaration[] = [
  { name: SMALL, indexes },
  { name: LARGE, indexes },
  { name: PLACES, indexes: [{ name: 'around', keys: [{ field: 'at', direction: '2dsphere' }] }] },
];

/** The same, and the states of all orders are to be found by an index that was not there. */
export const withOneMoreIndex: readonly CollectionDeclaration[] = benchCollections.map(
  (collection) =>
    collection.name === LARGE ? { ...collection, indexes: [...indexes, byState] } : collection,
);

export const orderId = (number: number): string => `order-${number}`;
export const customerOf = (number: number): string =>
  `customer-${Math.floor(number / ORDERS_PER_CUSTOMER)}`;

/** An order of about 400 bytes; each customer has ten, however many there are. */
export function order(number: number): Document {
  return {
    ...orderBody(number),
    _id: orderId(number),
    customer: customerOf(number),
  };
}

export function orderBody(number: number): Document {
  return {
    at: new Date(START_MS + number * 1000),
    state: 'paid',
    amountFen: 1000 + (number % 9000),
    merchant: { code: `M${number % 500}`, name: '阿婆生煎' },
    lines: [
      { name: '生煎', count: 2, amountFen: 1600 },
      { name: '小馄饨', count: 1, amountFen: 900 },
    ],
  };
}

/** Places lie on a lattice that looks scattered and is spread evenly. */
export function place(number: number): Document {
  const [east, north] = [(number * Math.SQRT2) % 1, (number * Math.sqrt(3)) % 1];
  return {
    _id: `place-${number}`,
    name: `店 ${number}`,
    category: number % 8,
    at: {
      type: 'Point',
      coordinates: [
        CENTRE.longitude + (2 * east - 1) * CITY_HALF_DEGREES,
        CENTRE.latitude + (2 * north - 1) * CITY_HALF_DEGREES,
      ],
    },
  };
}

/** Numbers below `count`, scattered and the same at every run. */
export const scattered = (index: number, count: number): number =>
  Math.floor(((index * 0.618_033_988_75) % 1) * count);
