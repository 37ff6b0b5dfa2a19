// The SDK as this project uses it. Its own types say `any` nearly everywhere; these say what
// LOCAL and real cloud answer, and nothing else of the project imports wx-server-sdk.
import * as sdk from 'wx-server-sdk';

/** The operators of db.command that this project uses. */
export interface Command {
  neq(value: unknown): unknown;
  lt(value: unknown): unknown;
  lte(value: unknown): unknown;
  gt(value: unknown): unknown;
  gte(value: unknown): unknown;
  and(conditions: readonly object[]): object;
  or(conditions: readonly object[]): object;
  in(values: readonly unknown[]): unknown;
  geoNear(near: {
    readonly geometry: unknown;
    readonly minDistance?: number;
    readonly maxDistance: number;
  }): unknown;
}

export interface SdkDocument {
  get(): Promise<{ readonly data: unknown }>;
  set(options: { readonly data: object }): Promise<unknown>;
  update(options: {
    readonly data: object;
  }): Promise<{ readonly stats: { readonly updated: number } }>;
  remove(): Promise<unknown>;
}

export interface SdkQuery {
  where(condition: object): SdkQuery;
  orderBy(field: string, direction: 'asc' | 'desc'): SdkQuery;
  limit(count: number): SdkQuery;
  get(): Promise<{ readonly data: readonly unknown[] }>;
  /** Never inside a transaction, even when it is asked of one. */
  count(): Promise<{ readonly total: number }>;
}

export interface SdkCollection extends SdkQuery {
  doc(id: string): SdkDocument;
  add(options: { readonly data: object }): Promise<{ readonly _id: string }>;
}

export interface SdkTransaction {
  collection(name: string): SdkCollection;
  commit(): Promise<unknown>;
  rollback(): Promise<unknown>;
}

export interface SdkDatabase {
  readonly command: Command;
  readonly Geo: { Point(longitude: number, latitude: number): unknown };
  RegExp(pattern: { readonly regexp: string; readonly options: string }): unknown;
  collection(name: string): SdkCollection;
  startTransaction(): Promise<SdkTransaction>;
}

/** Answers of WeChat Pay; business failures resolve with resultCode FAIL. */
export type PayAnswer = Readonly<Record<string, unknown>>;

export interface SdkPay {
  unifiedOrder(request: object): Promise<PayAnswer>;
  queryOrder(request: object): Promise<PayAnswer>;
  closeOrder(request: object): Promise<PayAnswer>;
  refund(request: object): Promise<PayAnswer>;
  multiProfitSharing(request: object): Promise<PayAnswer>;
  profitSharingAddReceiver(request: object): Promise<PayAnswer>;
  profitSharingQuery(request: object): Promise<PayAnswer>;
  profitSharingFinish(request: object): Promise<PayAnswer>;
  profitSharingReturn(request: object): Promise<PayAnswer>;
}

/** Interfaces of the open platform; they reject with WeChat's number in errCode. */
interface SdkOpenApi {
  readonly subscribeMessage: { send(request: object): Promise<unknown> };
  readonly security: {
    msgSecCheck(request: object): Promise<{ readonly result: { readonly suggest: string } }>;
  };
  readonly wxa: {
    readonly sec: { readonly order: { uploadShippingInfo(request: object): Promise<unknown> } };
  };
}

interface Sdk {
  init(options: object): void;
  database(options: object): SdkDatabase;
  getWXContext(): Readonly<Record<string, string | undefined>>;
  readonly cloudPay: SdkPay;
  readonly openapi: SdkOpenApi;
  readonly DYNAMIC_CURRENT_ENV: symbol;
}

export const wx = sdk as unknown as Sdk;
