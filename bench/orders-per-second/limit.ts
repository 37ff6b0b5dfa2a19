// The calls of orders by the unmodified SDK against a server that does nothing.
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { EmptyServer } from './empty-server';
import type { RecordedCall } from './recording-proxy';
import { type SdkCall, sdkCallOf } from './sdk-calls';

export class Limit {
  private constructor(
    private readonly recorded: readonly RecordedCall[],
    readonly server: EmptyServer,
    private readonly workers: readonly Worker[],
  ) {}

  /** Starts as many workers as there are lanes; each loads the SDK. */
  static async start(recorded: readonly RecordedCall[], lanes: number): Promise<Limit> {
    const server = await EmptyServer.start(recorded.map(({ answer }) => answer));
    const workers = Array.from({ length: lanes }, () => startWorker(server.url));
    await Promise.all(workers.map(nextMessage));
    return new Limit(recorded, server, workers);
  }

  /** Sends the chosen calls once an order, in all lanes at once. */
  async send(chosen: readonly RecordedCall[], orders: number): Promise<void> {
    const calls = chosen.map((call): [number, SdkCall] => [
      this.recorded.indexOf(call),
      sdkCallOf(call),
    ]);
    const lanes = this.workers.length;
    await Promise.all(
      this.workers.map((worker, lane) => {
        const times = Math.floor((orders + lane) / lanes);
        worker.postMessage({ calls, times });
        return nextMessage(worker);
      }),
    );
  }

  async close(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.terminate()));
    this.server.close();
  }
}

function startWorker(url: string): Worker {
  const env = {
    TENCENTCLOUD_RUNENV: 'SCF',
    SCF_NAMESPACE: 'zhongdian-local',
    TCB_ENV: 'zhongdian-local',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    TENCENTCLOUD_SECRETID: 'local',
    TENCENTCLOUD_SECRETKEY: 'local',
    TCB_SOURCE: 'wx_client',
    WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID',
    WX_OPENID: 'somebody',
    WX_APPID: 'wx0000000000000000',
  };
  return new Worker(join(__dirname, 'sdk-worker.cjs'), { env, workerData: { url }, execArgv: [] });
}

function nextMessage(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    const onMessage = (): void => {
      worker.off('error', reject);
      resolve();
    };
    worker.once('message', onMessage);
    worker.once('error', reject);
  });
}
