// The SDK's calls of one order, recorded between the real functions and a local cloud.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { functions } from '../../cloudfunctions/functions';
import { functionsDir } from '../../scripts/paths';
import { startLocalCloud } from '../../src/localcloud';
import { collections } from '../../src/wxcloud/collections';
import { toDocument } from '../../src/wxcloud/documents';
import { BENCH_START, BenchCloud } from '../bench-cloud';
import { benchShop } from '../shops';
import { type RecordedCall, RecordingProxy } from './recording-proxy';

/** What is sent for a quote, and what for an order that is placed, paid and posted. */
export interface Traffic {
  readonly quote: readonly RecordedCall[];
  readonly order: readonly RecordedCall[];
}

export async function recordTraffic(): Promise<Traffic> {
  const dir = mkdtempSync(join(tmpdir(), 'bench-record-'));
  const proxy = await RecordingProxy.start();
  for (const name of ['orders', 'payments']) writeDetour(join(dir, 'functions', name), name);
  const cloud = await startLocalCloud({
    ...{ port: 0, dataDir: join(dir, 'data'), env: 'zhongdian-local', appId: 'wx0000000000000000' },
    ...{ collections, functions, functionsDir: join(dir, 'functions'), clock: BENCH_START },
    functionEnv: { ZHONGDIAN_POLICY: 'demo', BENCH_PROXY: proxy.url },
  });
  proxy.target = cloud.url;
  cloud.importDocuments('merchants', [toDocument(benchShop)]);
  try {
    return await buyTwice(new BenchCloud(cloud, dir), proxy);
  } finally {
    await cloud.close();
    proxy.close();
    rmSync(dir, { recursive: true });
  }
}

/** The second purchase is recorded: the account is there, and the instances have started. */
async function buyTwice(cloud: BenchCloud, proxy: RecordingProxy): Promise<Traffic> {
  await cloud.quote('somebody', 5000);
  await cloud.buy('somebody', { amountFen: 5000 });
  proxy.takeCalls();
  await cloud.quote('somebody', 5000);
  const quote = proxy.takeCalls();
  await cloud.buy('somebody', { amountFen: 5000 });
  return { quote, order: proxy.takeCalls() };
}

/** The real bundle, whose SDK finds the proxy where it looks for the cloud. */
function writeDetour(dir: string, name: string): void {
  mkdirSync(dir, { recursive: true });
  const bundle = JSON.stringify(join(functionsDir, name, 'index.js'));
  writeFileSync(
    join(dir, 'index.js'),
    `const { main } = require(${bundle});
exports.main = (event, context) => {
  const cloud = new URL(JSON.parse(process.env.TCB_CONTEXT_CNFG).URL);
  const URL_ = process.env.BENCH_PROXY + cloud.pathname;
  process.env.TCB_CONTEXT_CNFG = JSON.stringify({ URL: URL_ });
  return main(event, context);
};
`,
  );
}
