// The calls that are measured: through the SDK, and the same work straight on the store.
import type { Database } from '../../src/localcloud/database/database';
import type { Document } from '../../src/localcloud/values/value';
import type { SdkDatabase } from '../../src/wxcloud/sdk';
import { CENTRE, customerOf, orderBody, orderId } from './documents';

/** Where a call goes, and the numbers of the documents that it is about. */
export interface Target {
  readonly collection: string;
  readonly numbers: readonly number[];
}

export interface Operation {
  readonly name: string;
  readonly on: 'orders' | 'places';
  /** One request about few documents: the way there and back is most of its cost. */
  readonly isSingle: boolean;
  call(db: SdkDatabase, target: Target): Promise<unknown>;
  direct(store: Database, target: Target): unknown;
}

const PAGE = 10;
const NEAR_METRES = 3000;
/** What get() of the SDK brings when nothing is said. */
const NEAR_LIMIT = 100;
const IN_TRANSACTION = 3;

const idsOf = ({ numbers }: Target): string[] => numbers.slice(0, IN_TRANSACTION).map(orderId);
const firstOf = ({ numbers }: Target): number => numbers[0] ?? 0;
/** Differs at every call, so that every update has something to write. */
const stamp = ({ numbers }: Target): Document => ({ stamp: numbers.join() + String(calls++) });
let calls = 0;

const newOrder = (): Document => ({ ...orderBody(calls), customer: `walk-in-${calls++}` });

export const operations: readonly Operation[] = [
  {
    name: 'get by id',
    ...{ on: 'orders', isSingle: true },
    call: (db, target) =>
      db
        .collection(target.collection)
        .doc(orderId(firstOf(target)))
        .get(),
    direct: (store, target) => store.get(target.collection, orderId(firstOf(target)))?.value,
  },
  {
    name: 'indexed where, 10 found',
    ...{ on: 'orders', isSingle: true },
    call: (db, target) =>
      db
        .collection(target.collection)
        .where({ customer: customerOf(firstOf(target)) })
        .orderBy('at', 'desc')
        .limit(PAGE)
        .get(),
    direct: (store, target) =>
      store.find(target.collection, {
        filter: { customer: customerOf(firstOf(target)) },
        sort: [{ field: 'at', direction: -1 }],
        ...{ offset: 0, limit: PAGE },
      }),
  },
  {
    name: 'insert',
    ...{ on: 'orders', isSingle: true },
    call: (db, { collection }) => db.collection(collection).add({ data: newOrder() }),
    direct: (store, { collection }) => store.insert(collection, [newOrder()]),
  },
  {
    name: 'update',
    ...{ on: 'orders', isSingle: true },
    call: (db, target) =>
      db
        .collection(target.collection)
        .doc(orderId(firstOf(target)))
        .update({ data: stamp(target) }),
    direct: (store, target) =>
      store.update(target.collection, {
        filter: { _id: orderId(firstOf(target)) },
        ...{ update: { $set: stamp(target) }, multi: false },
      }),
  },
  {
    name: 'transaction, 3 reads, 3 writes',
    ...{ on: 'orders', isSingle: false },
    call: transactThroughSdk,
    direct: transactOnStore,
  },
  {
    name: 'geoNear 3 km, 100 found',
    ...{ on: 'places', isSingle: false },
    call: (db, { collection }) => {
      const geometry = db.Geo.Point(CENTRE.longitude, CENTRE.latitude);
      const near = db.command.geoNear({ geometry, maxDistance: NEAR_METRES });
      return db.collection(collection).where({ at: near }).limit(NEAR_LIMIT).get();
    },
    direct: (store, { collection }) => {
      const $geometry = { type: 'Point', coordinates: [CENTRE.longitude, CENTRE.latitude] };
      const at = { $nearSphere: { $geometry, $maxDistance: NEAR_METRES } };
      return store.find(collection, { filter: { at }, sort: [], offset: 0, limit: NEAR_LIMIT });
    },
  },
];

async function transactThroughSdk(db: SdkDatabase, target: Target): Promise<void> {
  const transaction = await db.startTransaction();
  const orders = transaction.collection(target.collection);
  for (const id of idsOf(target)) await orders.doc(id).get();
  for (const id of idsOf(target)) await orders.doc(id).update({ data: stamp(target) });
  await transaction.commit();
}

async function transactOnStore(store: Database, target: Target): Promise<void> {
  const transaction = store.transactions.start();
  const { collection } = target;
  for (const _id of idsOf(target)) store.get(collection, _id, { transaction });
  for (const _id of idsOf(target)) {
    const update = { $set: stamp(target) };
    await store.update(collection, { filter: { _id }, update, multi: false }, { transaction });
  }
  store.commit(transaction);
}
