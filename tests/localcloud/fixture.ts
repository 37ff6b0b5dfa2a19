// A local cloud for a test file, and the real SDK pointed at it, with the types tests need.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import wxServerSdk from 'wx-server-sdk';
import { type LocalCloud, type LocalCloudOptions, startLocalCloud } from '../../src/localcloud';

export type Fields = Record<string, unknown>;

interface SdkQuery {
  where(condition: unknown): SdkQuery;
  orderBy(field: string, order: 'asc' | 'desc'): SdkQuery;
  limit(count: number): SdkQuery;
  skip(count: number): SdkQuery;
  field(fields: Fields): SdkQuery;
  get(): Promise<{ data: Fields[] }>;
  count(): Promise<{ total: number }>;
  update(options: { data: unknown; multi?: boolean }): Promise<{ stats: { updated: number } }>;
  remove(options?: { multi: boolean }): Promise<{ stats: { removed: number } }>;
}

interface SdkDocument {
  field(fields: Fields): SdkDocument;
  get(): Promise<{ data: Fields }>;
  set(options: { data: unknown }): Promise<{
    _id: string;
    stats: { updated: number; created: number };
  }>;
  update(options: { data: unknown }): Promise<{ stats: { updated: number } }>;
  remove(): Promise<{ stats: { removed: number } }>;
}

type StageName =
  | 'addFields'
  | 'bucket'
  | 'bucketAuto'
  | 'count'
  | 'geoNear'
  | 'group'
  | 'limit'
  | 'lookup'
  | 'match'
  | 'project'
  | 'replaceRoot'
  | 'sample'
  | 'skip'
  | 'sort'
  | 'sortByCount'
  | 'unwind';

export type SdkAggregate = Record<StageName, (operand: unknown) => SdkAggregate> & {
  end(): Promise<{ list: Fields[] }>;
  /** What a pipeline of `db.command.aggregate.pipeline()` is inside of a $lookup. */
  done(): unknown;
};

export interface SdkCollection extends SdkQuery {
  doc(id: string | number): SdkDocument;
  add(options: { data: unknown }): Promise<{ _id: string; _ids?: string[] }>;
  aggregate(): SdkAggregate;
}

export interface SdkTransaction {
  collection(name: string): SdkCollection;
  commit(): Promise<unknown>;
  rollback(reason?: unknown): Promise<unknown>;
}

type Command = (...operands: unknown[]) => SdkCommand;

/** A command such as `_.gt(1)`, to which others can be joined. */
export interface SdkCommand {
  [name: string]: Command;
}

export interface SdkDatabase {
  collection(name: string): SdkCollection;
  createCollection(name: string): Promise<unknown>;
  startTransaction(): Promise<SdkTransaction>;
  runTransaction<T>(work: (transaction: SdkTransaction) => Promise<T>, times?: number): Promise<T>;
  serverDate(options?: { offset: number }): unknown;
  RegExp(options: { regexp: string; options?: string }): unknown;
  command: SdkCommand & { aggregate: SdkCommand; project: SdkCommand };
  Geo: {
    Point: new (longitude: number, latitude: number) => unknown;
    LineString: new (points: unknown[]) => unknown;
    Polygon: new (lines: unknown[]) => unknown;
    MultiPoint: new (points: unknown[]) => unknown;
    MultiLineString: new (lines: unknown[]) => unknown;
    MultiPolygon: new (polygons: unknown[]) => unknown;
  };
}

interface Sdk {
  init(options: { env: string }): void;
  database(): SdkDatabase;
  callFunction(call: { name: string; data?: unknown }): Promise<{ result: unknown }>;
  cloudPay: Record<string, (fields: Fields) => Promise<Fields>>;
  openapi: Record<string, Record<string, (fields: Fields) => Promise<Fields>>>;
}

export const sdk = wxServerSdk as unknown as Sdk;
export const testEnv = 'local-test';

export interface TestCloud extends LocalCloud {
  readonly db: SdkDatabase;
  readonly dataDir: string;
  readonly logged: string[];
}

const folders: string[] = [];
const open: LocalCloud[] = [];

/** Starts a cloud in a folder of its own and points this process's SDK at it. */
export async function openCloud(options: Partial<LocalCloudOptions> = {}): Promise<TestCloud> {
  const dataDir = options.dataDir ?? temporaryFolder();
  const logged: string[] = [];
  const cloud = await startLocalCloud({
    port: 0,
    dataDir,
    env: testEnv,
    appId: 'wx0000000000000000',
    collections: [],
    log: (line) => logged.push(line),
    ...options,
  });
  open.push(cloud);
  return { ...cloud, db: pointSdkAt(cloud.admin), dataDir, logged };
}

/** The environment in which the SDK takes this cloud for the real one. */
export function sdkEnvironment(admin: string): Record<string, string> {
  return {
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: admin }),
    TENCENTCLOUD_RUNENV: 'SCF',
    SCF_NAMESPACE: testEnv,
    TCB_ENV: testEnv,
    TENCENTCLOUD_REGION: 'ap-shanghai',
    TENCENTCLOUD_SECRETID: 'any',
    TENCENTCLOUD_SECRETKEY: 'any',
    // No warnings of the SDK about requests that take 3 s: some tests keep them waiting.
    SILENCE: 'true',
  };
}

export function pointSdkAt(admin: string): SdkDatabase {
  Object.assign(process.env, sdkEnvironment(admin));
  sdk.init({ env: testEnv });
  return sdk.database();
}

/** Writes function bundles, each the source of its `main`, and returns their folder. */
export function functionsFolder(
  functions: Record<string, { main: string; timer?: string }>,
): string {
  const dir = temporaryFolder();
  const sdkPath = JSON.stringify(require.resolve('wx-server-sdk'));
  for (const [name, { main, timer }] of Object.entries(functions)) {
    mkdirSync(path.join(dir, name));
    const head = `const cloud = require(${sdkPath});\ncloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });\n`;
    writeFileSync(path.join(dir, name, 'index.js'), `${head}exports.main = ${main};\n`);
    if (timer === undefined) continue;
    const triggers = [{ name: `${name}-timer`, type: 'timer', config: timer }];
    writeFileSync(path.join(dir, name, 'config.json'), JSON.stringify({ triggers }));
  }
  return dir;
}

export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'localcloud-'));
  folders.push(folder);
  return folder;
}

/** Closes every cloud that the file has opened; for afterAll. */
export async function closeClouds(): Promise<void> {
  await Promise.all(open.splice(0).map((cloud) => cloud.close()));
  removeFolders();
}

export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** What a caller sees of a failure. */
interface SeenError {
  readonly errCode: number | undefined;
  readonly code: string | undefined;
  readonly message: string;
}

/** The error with which work fails. @throws when it does not fail */
export async function failure(work: Promise<unknown>): Promise<SeenError> {
  const outcome = await work.then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  if (!outcome) throw new Error('it did not fail');
  const { errCode, code, errMsg, message } = outcome.error as Partial<SeenError> & {
    errMsg?: string;
  };
  return { errCode, code, message: errMsg ?? message ?? '' };
}
