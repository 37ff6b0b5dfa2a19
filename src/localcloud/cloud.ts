// Puts the parts together: one cloud, in this process, with its data in one folder.
import { mkdirSync } from 'node:fs';
import type { Server } from 'node:http';
import { CloudClock } from './clock';
import { Database, type ReadReport } from './database/database';
import { toBulkDocument } from './database/bulk';
import { CallbackFaults } from './faults/callback-faults';
import { ClockSkew } from './faults/clock-skew';
import { FaultDay, type FaultReport } from './faults/day';
import { InvocationFaults } from './faults/invocation-faults';
import { readBadDay } from './faults/read-day';
import { RequestFaults } from './faults/request-faults';
import type { BadDay } from './faults/rule';
import { TimerFaults } from './faults/timer-faults';
import { findFunctions } from './functions/definitions';
import { type FunctionLimits, FunctionRuntime } from './functions/runtime';
import { callAsClient } from './http/call';
import { invokeTimer } from './http/control';
import { listen } from './http/server';
import type { StaticDir } from './http/static-files';
import { type LiveCall, LiveCalls } from './live/live-calls';
import { Outbox } from './messages/outbox';
import type { MiniProgram } from './openapi/mini-program';
import { ShippingReports } from './openapi/shipping-reports';
import { Cashier } from './pay/cashier';
import { OrderStore } from './pay/order-store';
import { ShareBook } from './pay/share-book';
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
  /** What goes wrong from the start on; see faults/rule.ts. */
  readonly faults?: BadDay;
  /** How much of an order's cash may be shared, in ten thousandths; 3000 like the real default. */
  readonly maxSharePerTenThousand?: number;
  /** Pages, templates and risky words, for the interfaces of the open platform. */
  readonly miniProgram?: MiniProgram;
  readonly staticDirs?: readonly StaticDir[];
  /** One line a call, and all that functions print. */
  readonly log?: (line: string) => void;
  /** Told of every request that the SDK sends, as it is answered. */
  readonly onCall?: (call: LiveCall) => void;
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
  /** From now on these rules say what goes wrong; none of them, and all goes well. */
  setFaults(day: BadDay): void;
  /** What has gone wrong since the day was set. */
  faults(): FaultReport;
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
  warnOfTimeZone(parts);
  const { server, url } = await listen(options.port, {
    ...parts,
    appId: options.appId,
    hasControl: options.control ?? false,
    staticDirs: options.staticDirs ?? [],
    miniProgram: options.miniProgram ?? {},
  }).catch((error: unknown) => {
    parts.database.close();
    throw error;
  });
  parts.runtime.serveAt(`${url}/admin`);
  parts.cashier.start();
  parts.scheduler.start();
  return facade(parts, { url, server, options });
}

type Parts = ReturnType<typeof assemble>;

function facade(
  parts: Parts,
  { url, server, options }: { url: string; server: Server; options: LocalCloudOptions },
): LocalCloud {
  const { clock, counters, database, faultDay, runtime } = parts;
  const { appId } = options;
  return {
    url,
    admin: `${url}/admin`,
    env: options.env,
    call: async (name, event, { openid }) =>
      JSON.parse(await callAsClient(runtime, { name, event, openid, appId })) as unknown,
    invokeTimer: async (name) => JSON.parse(await invokeTimer(runtime, clock, name)) as unknown,
    now: () => new Date(clock.nowMs),
    setClock: (iso) => clock.set(iso),
    advanceClock: (seconds) => clock.advance(seconds),
    setFaults: (day) => {
      faultDay.begin(readBadDay({ ...day }));
    },
    faults: () => faultDay.report(),
    stats: () => counters.snapshot(),
    resetStats: () => {
      counters.reset();
    },
    importDocuments: (collection, documents) => {
      database.import(collection, documents.map(toBulkDocument));
    },
    close: () => close(parts, server),
  };
}

async function close(parts: Parts, server: Server): Promise<void> {
  parts.scheduler.stop();
  server.close();
  await parts.runtime.stop();
  await parts.cashier.stop();
  server.closeAllConnections();
  parts.database.close();
}

function assemble(options: LocalCloudOptions) {
  const { env, appId } = options;
  const log = options.log ?? (() => undefined);
  const clock = new CloudClock(options.clock);
  const counters = new Counters();
  const faultDay = new FaultDay(options.faults && readBadDay({ ...options.faults }), log);
  const live = new LiveCalls(options.onCall);
  const database = openDatabase(options, { clock, counters, live, log });
  const runtime = new FunctionRuntime({
    definitions: findFunctions(options.functionsDir),
    limits: options.functions ?? {},
    functionEnv: options.functionEnv ?? {},
    instancesPerFunction: options.instancesPerFunction ?? 8,
    faults: new InvocationFaults(faultDay),
    skew: new ClockSkew(faultDay),
    ...{ env, appId, clock, counters, log },
  });
  const timerFaults = new TimerFaults(faultDay, clock);
  const scheduler = new TimerScheduler(runtime.definitions, clock, (name, event) =>
    timerFaults.fire(name, () => invokeAndForget(runtime, name, event)),
  );
  const orders = new OrderStore(database.sqlite);
  const shareBook = new ShareBook({
    maxPerTenThousand: options.maxSharePerTenThousand ?? 3000,
    ...{ sqlite: database.sqlite, orders, clock },
  });
  const outbox = new Outbox(database.sqlite, clock);
  const shippingReports = new ShippingReports(database.sqlite);
  const cashier = new Cashier({
    invoke: (name, event, about) =>
      runtime.invoke(name, event, { source: 'wx_paycallback', about }),
    faults: new CallbackFaults(faultDay),
    ...{ orders, clock, appId, log },
  });
  const requestFaults = new RequestFaults({
    day: faultDay,
    transactions: database.transactions,
    kill: (invocation) => runtime.kill(invocation),
  });
  return {
    ...{ clock, counters, database, runtime, cashier, scheduler, orders, log },
    ...{ faultDay, requestFaults, shareBook, outbox, shippingReports, live },
  };
}

interface Observers {
  readonly clock: CloudClock;
  readonly counters: Counters;
  readonly live: LiveCalls;
  readonly log: (line: string) => void;
}

function openDatabase(
  { dataDir, env, collections }: LocalCloudOptions,
  { clock, counters, live, log }: Observers,
): Database {
  const database = new Database({
    ...{ dataDir, env, clock },
    onRead: (report) => {
      counters.countDocuments(report.examined);
      live.noteRead(report.examined, describePlan(report.plan));
      warnOfScan(report, log);
    },
    onReadById: (isFound) => {
      if (isFound) counters.countDocuments(1);
      live.noteRead(isFound ? 1 : 0, 'index _id_');
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
  database.declare(collections);
  return database;
}

/** A timer that fails has been logged by the runtime; the cloud fires it again at its next time. */
async function invokeAndForget(runtime: FunctionRuntime, name: string, event: string) {
  await runtime.invoke(name, event, { source: 'wx_trigger' }).then(
    () => undefined,
    () => undefined,
  );
}

/** All functions share the zone of this process, and in the cloud it is UTC. */
function warnOfTimeZone({ runtime, log }: Parts): void {
  if ([...runtime.definitions].length === 0 || isUtc()) return;
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  log(`WARNING functions see the time zone ${timeZone}, in the cloud UTC: start with TZ=UTC`);
}

/** A zone without an offset in winter and in summer. */
function isUtc(): boolean {
  return [0, 6].every((month) => new Date(2026, month, 1).getTimezoneOffset() === 0);
}

function warnOfScan(report: ReadReport, log: (line: string) => void): void {
  const inVain = report.plan.kind === 'scan' ? report.examined : report.examined - report.matched;
  if (inVain <= slowScanDocuments) return;
  log(
    `WARNING slow query on ${report.collection}: read ${report.examined} documents for ${report.matched} (${describePlan(report.plan)}): ${encode(report.filter)}`,
  );
}
