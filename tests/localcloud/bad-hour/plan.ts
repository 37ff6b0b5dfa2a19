// What is played in a bad hour, known to its clients and to its judge.
import type { Attempt } from '../snapshot-isolation-checker';

export interface HourOptions {
  readonly seed: number;
  readonly clients: number;
  /** Worker threads; the clients are spread over them. */
  readonly workers: number;
  readonly transactionsPerClient: number;
  /** Of the cloud's clock, spread over all transactions. */
  readonly minutes: number;
}

/** Documents are changed often, but not so often that their lists become long. */
const transactionsPerEpoch = 8;
const documentsPerEpoch = 12;
/** Nothing is paid into accounts or out of them, so their totals always sum to zero. */
const accountsPerEpoch = 5;
const namesPerEpoch = 40;

/** The collections and documents of a time, by the number of a client's transaction. */
export interface Epoch {
  readonly number: number;
  readonly documents: readonly string[];
  readonly accounts: readonly string[];
  readonly names: readonly string[];
}

export function epochAt(transaction: number): Epoch {
  const number = Math.floor(transaction / transactionsPerEpoch);
  const named = (prefix: string, count: number) =>
    Array.from({ length: count }, (_, n) => `${prefix}${n}-${number}`);
  return {
    number,
    documents: named('d', documentsPerEpoch),
    accounts: named('a', accountsPerEpoch),
    names: named('name', namesPerEpoch),
  };
}

export function epochs({ transactionsPerClient }: HourOptions): Epoch[] {
  const count = Math.ceil(transactionsPerClient / transactionsPerEpoch);
  return Array.from({ length: count }, (_, n) => epochAt(n * transactionsPerEpoch));
}

/** A document holds the values that were appended to it, and the sum of what they say. */
export interface Row {
  readonly _id: string;
  readonly epoch: number;
  readonly kind: 'document' | 'account';
  readonly values: readonly string[];
  readonly total: number;
}

/** A value is unique, and says by how much it changes the total: `<attempt>.<step>:<delta>`. */
export function valueOf(attempt: string, step: number, delta: number): string {
  return `${attempt}.${step}:${delta}`;
}

export function deltaOf(value: string): number {
  return Number(value.split(':')[1]);
}

/** A unique name is a list to which at most one value is ever appended. */
export function nameKey(name: string): string {
  return `name ${name}`;
}

/** What one client has seen and done. */
export interface ClientHistory {
  readonly attempts: Attempt[];
  /** What was impossible in itself, in words. */
  readonly faults: string[];
  /** Names that were refused because somebody has them. */
  readonly refusedNames: string[];
  /** Orders whose payment was asked for, with their fees. */
  readonly orders: { readonly outTradeNo: string; readonly totalFee: number }[];
}

export interface WorkerData {
  readonly url: string;
  readonly admin: string;
  readonly env: string;
  readonly options: HourOptions;
  /** Numbers of the clients that this worker plays. */
  readonly clients: readonly number[];
}

export type FromWorker =
  | { readonly kind: 'attempt' }
  | { readonly kind: 'done'; readonly histories: readonly ClientHistory[] };
