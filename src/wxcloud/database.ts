// Typed access to the cloud's documents, inside and outside of transactions.
import { bodyOf, fromDocument, toDocument, type CollectionName, type Stored } from './documents';
import type { Command, SdkDatabase, SdkQuery, SdkTransaction } from './sdk';

export interface Query {
  readonly where: object;
  readonly orderBy?: readonly (readonly [field: string, direction: 'asc' | 'desc'])[];
  /** At most 1000, the cloud's limit. */
  readonly limit: number;
}

/** Reads; each is one request. */
export interface Reader {
  get<C extends CollectionName>(collection: C, id: string): Promise<Stored[C] | undefined>;
  find<C extends CollectionName>(collection: C, query: Query): Promise<Stored[C][]>;
}

/** Outside of transactions, which do not cover it. */
export interface Counting {
  count(collection: CollectionName, where: object): Promise<number>;
}

export function countingOf(database: SdkDatabase): Counting {
  return {
    async count(collection, where) {
      const { total } = await database.collection(collection).where(where).count();
      return total;
    },
  };
}

/** Writes of a transaction; each is one request. */
export interface Transaction extends Reader {
  /** Fails as `duplicate` when the id exists. */
  add<C extends CollectionName>(collection: C, value: Stored[C]): Promise<void>;
  /** Writes the whole document. */
  set<C extends CollectionName>(collection: C, value: Stored[C]): Promise<void>;
  /** One that is not there is none. */
  remove(collection: CollectionName, id: string): Promise<void>;
}

/** `where().get()` and `doc().get()` are the only reads that a transaction covers. */
export function readerOf(source: SdkDatabase | SdkTransaction): Reader {
  return {
    async get<C extends CollectionName>(collection: C, id: string) {
      const { data } = await source.collection(collection).doc(id).get();
      return data === null || data === undefined ? undefined : fromDocument(collection, data);
    },
    async find<C extends CollectionName>(collection: C, { where, orderBy = [], limit }: Query) {
      const start: SdkQuery = source.collection(collection).where(where);
      const sorted = orderBy.reduce((query, [field, to]) => query.orderBy(field, to), start);
      const { data } = await sorted.limit(limit).get();
      return data.map((document) => fromDocument(collection, document));
    },
  };
}

export function transactionOf(source: SdkTransaction): Transaction {
  return {
    ...readerOf(source),
    async add(collection, value) {
      await source.collection(collection).add({ data: toDocument(value) });
    },
    async set(collection, value) {
      await source
        .collection(collection)
        .doc(value.id)
        .set({ data: bodyOf(value) });
    },
    async remove(collection, id) {
      await source.collection(collection).doc(id).remove();
    },
  };
}

/**
 * Condition for the page behind a (time, id), in the order of both. The plain bound on the time
 * lets an index serve it.
 */
export function beyond(
  command: Command,
  {
    field,
    direction,
    time,
    id,
  }: { field: string; direction: 'asc' | 'desc'; time: number; id: string },
): object {
  const isAscending = direction === 'asc';
  const past = (value: unknown): unknown => (isAscending ? command.gt(value) : command.lt(value));
  return command.and([
    { [field]: isAscending ? command.gte(time) : command.lte(time) },
    command.or([{ [field]: past(time) }, { [field]: time, _id: past(id) }]),
  ]);
}
