// `npm start [-- --policy NAME]`: builds what is stale, starts the local cloud with demo data and
// serves the app. `--policy demo-with-advance` opens 先用券, which is closed otherwise.
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { demoPeopleFile } from '../demo/people';
import type { LocalCloud } from '../src/localcloud';
import { h5Step } from './build/app';
import { functionsStep } from './build/functions';
import { buildIfStale } from './build/step';
import { closeOnSignals } from './cloud/close-on-signals';
import { startDemoCloud } from './cloud/demo-cloud';
import { isPolicyName, type PolicyName } from './cloud/product-cloud';
import { freePortFrom } from './cloud/free-port';
import { refuseSecond, rememberRunning } from './cloud/only-one';
import { demoDataDir } from './paths';

const PORT = 8788;
/** The demo runs the dividends' timer this often, so that a coupon comes while one watches. */
const DIVIDENDS_EVERY_MS = 3000;

async function main(): Promise<void> {
  // The functions run in this process; in the cloud their time zone is UTC.
  process.env['TZ'] = 'UTC';
  await refuseSecond(demoDataDir);
  for (const step of [functionsStep, h5Step]) await buildIfStale(step, console.log);
  console.log('preparing the demo …');
  const lines: string[] = [];
  let log = (line: string): void => void lines.push(line);
  const cloud = await startDemoCloud({
    port: await freePortFrom(PORT),
    dataDir: demoDataDir,
    policy: readPolicy(),
    log: (line) => log(line),
  });
  rememberRunning({ dataDir: demoDataDir, url: cloud.url });
  const logFile = createWriteStream(join(demoDataDir, 'cloud.log'));
  log = (line) => void logFile.write(`${line}\n`);
  lines.forEach(log);
  const stopDividends = runDividends(cloud);
  closeOnSignals({
    close: () => {
      stopDividends();
      return cloud.close();
    },
  });
  console.log(welcome(cloud.url));
}

/** Only the demo's own: others would wait for days until something happens. */
function readPolicy(): PolicyName {
  const { values } = parseArgs({ options: { policy: { type: 'string', default: 'demo' } } });
  const { policy } = values;
  if (isPolicyName(policy) && policy.startsWith('demo')) return policy;
  throw new Error(`--policy is demo or demo-with-advance, not ${policy}`);
}

/** Runs the timer again and again, each time a pause after the last run has ended. */
function runDividends(cloud: LocalCloud): () => void {
  let timer: NodeJS.Timeout;
  let isStopped = false;
  const run = async (): Promise<void> => {
    await cloud.invokeTimer('dividends').catch((fault: unknown) => {
      if (!isStopped) console.error('dividends:', fault);
    });
    if (!isStopped) timer = setTimeout(() => void run(), DIVIDENDS_EVERY_MS);
  };
  timer = setTimeout(() => void run(), DIVIDENDS_EVERY_MS);
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}

function welcome(url: string): string {
  const people = demoPeopleFile().people.map(
    ({ openid, name, note }) => `  ${name}（${note}） ${url}/?as=${openid}`,
  );
  return [
    '',
    `众店生活圈  ${url}`,
    '',
    'You can be (also to be chosen on the page):',
    ...people,
    '',
    `Data lie in ${demoDataDir} and stay there; npm run reset starts over. Ctrl-C ends.`,
  ].join('\n');
}

main().catch((fault: unknown) => {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exitCode = 1;
});
