// Puts the parts together: one cloud, in this process, with its data in one folder.
import { mkdirSync } from 'node:fs';
import { CloudClock } from './clock';
import { Database, type ReadReport } from './database/database';
import { toBulkDocument } from './database/bulk';
import { findFunctions } from './functions/definitions';
import { type FunctionLimits, FunctionRuntime } from './functions/runtime';
import { callAsClient } from './http/call';
import { invokeTimer } from './http/control';
import { listen } from './http/server';
import type { StaticDir } from './http/static-files';
import { Cashier } from './pay/cashier';
import { OrderStore } from './pay/order-store';
import { describePlan } from './query/planner';
import { type CloudStats, Counters } from './stats';
import type { CollectionDeclaration } from './storage/catalog';
import { TimerScheduler } from './timers/scheduler';
import { encode } from './values/ejson';

export interface LocalCloudOptions {
  /** 0 for any free one; only 127.0.0.1 is listened on. */
  readonly port: number;
  /** Where the SQLite file lies; made when missing. */
  readonly dataDir: string;
  readonly env: string;
  readonly appId: string;
  /** Bundles <name>/index.js with their triggers in <name>/config.json. */
  readonly functionsDir?: string;
  /** Limits as in cloudbaserc.json. */
  readonly functions?: Readonly<Record<string, FunctionLimits>>;
  readonly functionEnv?: Readonly<Record<string, string>>;
  /** Created with their indexes at the start. */
  readonly collections: readonly CollectionDeclaration[];
  /** An ISO moment: the clock stands there until it is moved. Without it the clock is real. */
  readonly clock?: string;
  /** Opens /control. */
  readonly control?: boolean;
  readonly staticDirs?: readonly StaticDir[];
  /** One line a call, and all that functions print. */
  readonly log?: (line: string) => void;
  readonly instancesPerFunction?: number;
}

export interface LocalCloud {
  readonly url: string;
  /** The URL for the SDK's TCB_CONTEXT_CNFG. */
  readonly admin: string;
  readonly env: string;
  /** What wx.cloud.callFunction does; rejects with the CloudError of the cloud. */
  call(name: string, event: unknown, caller: { openid: string }): Promise<unknown>;
  /** Invokes a function as its timer would. */
  invokeTimer(name: string): Promise<unknown>;
  now(): Date;
  /** Resolves when the timers and callbacks have ended that came due by the move. */
  setClock(iso: string): Promise<void>;
  advanceClock(seconds: number): Promise<void>;
  stats(): CloudStats;
  resetStats(): void;
  /** Puts documents in place, replacing those of the same _id; dates stay dates. */
  importDocuments(
    collection: string,
    documents: readonly Readonly<Record<string, unknown>>[],
  ): void;
  close(): Promise<void>;
}

const slowScanDocuments = 1000;

export async function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  mkdirSync(options.dataDir, { recursive: true });
  const parts = assemble(options);
  const { clock, counters, database, runtime, cashier, scheduler, orders, log } = parts;
  const { server, url } = await listen(options.port, {
    database,
    clock,
    runtime,
    orders,
    counters,
    cashier,
    log,
    appId: options.appId,
    hasControl: options.control ?? false,
    staticDirs: options.staticDirs ?? [],
  });
  const admin = `${url}/admin`;
  runtime.serveAt(admin);
  cashier.start();
  scheduler.start();
  return {
    url,
    admin,
    env: options.env,
    call: async (name, event, { openid }) => {
      const text = await callAsClient(runtime, { name, event, openid, appId: options.appId });
      return JSON.parse(text) as unknown;
    },
    invokeTimer: async (name) => JSON.parse(await invokeTimer(runtime, clock, name)) as unknown,
    now: () => new Date(clock.nowMs),
    setClock: (iso) => clock.set(iso),
    advanceClock: (seconds) => clock.advance(seconds),
    stats: () => counters.snapshot(),
    resetStats: () => {
      counters.reset();
    },
    importDocuments: (collection, documents) => {
      database.import(collection, documents.map(toBulkDocument));
    },
    close: async () => {
      scheduler.stop();
      server.close();
      await runtime.stop();
      await cashier.stop();
      server.closeAllConnections();
      database.close();
    },
  };
}

function assemble(options: LocalCloudOptions) {
  const log = options.log ?? (() => undefined);
  const clock = new CloudClock(options.clock);
  const counters = new Counters();
  const database = new Database({
    dataDir: options.dataDir,
    env: options.env,
    clock,
    onRead: (report) => {
      counters.countDocuments(report.examined);
      warnOfScan(report, log);
    },
    onReadById: (isFound) => {
      if (isFound) counters.countDocuments(1);
    },
    onTransactionEnd: (outcome) => {
      counters.countTransaction(outcome);
    },
    onWait: (holder, waiting) => {
      if (!holder || holder.invocation !== waiting?.invocation) return;
      log(
        `WARNING [${holder.functionName} ${holder.invocation}] waits for its own open transaction, which holds the document: write inside of it`,
      );
    },
  });
  database.declare(options.collections);
  const runtime = new FunctionRuntime({
    definitions: findFunctions(options.functionsDir),
    limits: options.functions ?? {},
    functionEnv: options.functionEnv ?? {},
    env: options.env,
    appId: options.appId,
    instancesPerFunction: options.instancesPerFunction ?? 8,
    clock,
    counters,
    log,
  });
  const scheduler = new TimerScheduler(runtime.definitions, clock, (name, event) =>
    invokeAndForget(runtime, name, event),
  );
  const orders = new OrderStore(database.sqlite);
  const cashier = new Cashier({
    orders,
    clock,
    appId: options.appId,
    invoke: (name, event) => runtime.invoke(name, event, { source: 'wx_paycallback' }),
    log,
  });
  return { clock, counters, database, runtime, cashier, scheduler, orders, log };
}

/** A timer that fails has been logged by the runtime; the cloud fires it again at its next time. */
async function invokeAndForget(runtime: FunctionRuntime, name: string, event: string) {
  await runtime.invoke(name, event, { source: 'wx_trigger' }).then(
    () => undefined,
    () => undefined,
  );
}

function warnOfScan(report: ReadReport, log: (line: string) => void): void {
  if (report.examined - report.matched <= slowScanDocuments) return;
  log(
    `WARNING slow query on ${report.collection}: read ${report.examined} documents for ${report.matched} (${describePlan(report.plan)}): ${encode(report.filter)}`,
  );
}
