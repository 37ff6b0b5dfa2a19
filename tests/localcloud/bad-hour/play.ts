// Plays a bad hour: clients in worker threads, the clock moved on as they work, all faults on.
import { Worker } from 'node:worker_threads';
import type { FaultReport, LocalCloud } from '../../../src/localcloud';
import { sdkEnvironment } from '../fixture';
import { worstDay } from './day';
import { judge } from './judge';
import type { ClientHistory, FromWorker, HourOptions, WorkerData } from './plan';
import { startBadWorld } from './world';

export interface PlayedHour {
  /** What is wrong; empty when nothing is. */
  readonly findings: readonly string[];
  readonly attempts: Readonly<Record<'committed' | 'aborted' | 'unknown', number>>;
  readonly paidOrders: number;
  readonly ticks: number;
  readonly faults: FaultReport;
  readonly requests: number;
  readonly seconds: number;
}

export async function playBadHour(
  options: HourOptions,
  onProgress: (share: number) => void = () => undefined,
): Promise<PlayedHour> {
  const cloud = await startBadWorld(options);
  const started = performance.now();
  try {
    cloud.setFaults(worstDay(options.seed));
    const history = together(await playClients(cloud, options, onProgress));
    const faults = cloud.faults();
    const { requests } = cloud.stats();
    await settle(cloud);
    const judged = await judge(cloud, { history, options });
    const seconds = (performance.now() - started) / 1000;
    return { ...judged, faults, requests, seconds };
  } finally {
    await cloud.close();
  }
}

async function playClients(
  cloud: LocalCloud,
  options: HourOptions,
  onProgress: (share: number) => void,
): Promise<ClientHistory[]> {
  const total = options.clients * options.transactionsPerClient;
  const clock = new WorkClock(cloud, (options.minutes * 60) / total);
  let done = 0;
  const onAttempt = () => {
    clock.step();
    onProgress(++done / total);
  };
  const workers = Array.from({ length: options.workers }, (_, n) => {
    const all = Array.from({ length: options.clients }, (__, client) => client);
    return all.filter((client) => client % options.workers === n);
  });
  const histories = await Promise.all(
    workers.map((clients) => playWorker(cloud, { options, clients, onAttempt })),
  );
  await clock.stop();
  return histories.flat();
}

function playWorker(
  { url, admin, env }: LocalCloud,
  {
    options,
    clients,
    onAttempt,
  }: { options: HourOptions; clients: readonly number[]; onAttempt: () => void },
): Promise<readonly ClientHistory[]> {
  const workerData: WorkerData = { url, admin, env, options, clients };
  const script = JSON.stringify(require.resolve('./client-worker'));
  const worker = new Worker(`require('tsx/cjs'); require(${script});`, {
    ...{ eval: true, execArgv: [], env: sdkEnvironment(admin), workerData },
  });
  return new Promise<readonly ClientHistory[]>((resolve, reject) => {
    worker.on('error', reject);
    worker.on('message', (message: FromWorker) => {
      if (message.kind === 'attempt') onAttempt();
      else resolve(message.histories);
    });
  }).finally(() => worker.terminate());
}

const longestMoveSeconds = 10;

/** The cloud's clock goes on with the work: some seconds for each piece of it. */
class WorkClock {
  #waitingSeconds = 0;
  #moving: Promise<void> = Promise.resolve();

  constructor(
    private readonly cloud: LocalCloud,
    private readonly secondsPerStep: number,
  ) {}

  step(): void {
    this.#waitingSeconds += this.secondsPerStep;
    this.#moving = this.#moving.then(() => this.#move());
  }

  async stop(): Promise<void> {
    await this.#moving;
  }

  /** In short moves: a timer fires once a move, however often it was due. */
  async #move(): Promise<void> {
    while (this.#waitingSeconds >= 1) {
      const seconds = Math.min(longestMoveSeconds, Math.floor(this.#waitingSeconds));
      this.#waitingSeconds -= seconds;
      await this.cloud.advanceClock(seconds);
    }
  }
}

function together(histories: readonly ClientHistory[]): ClientHistory {
  return {
    attempts: histories.flatMap(({ attempts }) => attempts),
    faults: histories.flatMap(({ faults }) => faults),
    refusedNames: histories.flatMap(({ refusedNames }) => refusedNames),
    orders: histories.flatMap(({ orders }) => orders),
  };
}

/** The day gets better: what is open ends, and callbacks come for as long as WeChat sends them. */
async function settle(cloud: LocalCloud): Promise<void> {
  cloud.setFaults({ seed: 0, rules: [] });
  const twoDays = Array.from({ length: 16 }, () => 3 * 3600);
  for (const seconds of [31, 60, 600, 3600, ...twoDays]) await cloud.advanceClock(seconds);
}
