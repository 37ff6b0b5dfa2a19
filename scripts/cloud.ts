// `npm run cloud -- --port 0 --data DIR [--clock ISO] [--demo] [--control] [--policy production|demo]`:
// runs the product's local cloud and prints one JSON line {"url","admin","env"} when it is ready.
import { parseArgs } from 'node:util';
import { liveLine } from '../src/localcloud';
import { functionsStep } from './build/functions';
import { buildIfStale } from './build/step';
import { closeOnSignals } from './cloud/close-on-signals';
import { startDemoCloud } from './cloud/demo-cloud';
import { type ProductCloudOptions, isPolicyName, startProductCloud } from './cloud/product-cloud';

const USAGE =
  'npm run cloud -- --data DIR [--port 0] [--clock ISO] [--demo] [--control] [--policy production|demo]';

async function main(): Promise<void> {
  // The functions run in this process; in the cloud their time zone is UTC.
  process.env['TZ'] = 'UTC';
  const { isDemo, options } = readArguments();
  await buildIfStale(functionsStep, console.error);
  const cloud = await (isDemo ? startDemoCloud(options) : startProductCloud(options));
  closeOnSignals(cloud);
  console.log(JSON.stringify({ url: cloud.url, admin: cloud.admin, env: cloud.env }));
}

function readArguments(): { isDemo: boolean; options: ProductCloudOptions } {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '0' },
      data: { type: 'string' },
      clock: { type: 'string' },
      demo: { type: 'boolean', default: false },
      control: { type: 'boolean', default: false },
      policy: { type: 'string' },
    },
  });
  const policy = values.policy ?? (values.demo ? 'demo' : 'production');
  if (values.data === undefined || !isPolicyName(policy)) throw new Error(`usage: ${USAGE}`);
  return {
    isDemo: values.demo,
    options: {
      port: portOf(values.port),
      dataDir: values.data,
      policy,
      control: values.control,
      ...(values.clock !== undefined && { clock: values.clock }),
      log: console.error,
      onCall: (call) => console.error(liveLine(call, { hasColour: process.stderr.isTTY })),
    },
  };
}

function portOf(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`no port: ${text}`);
  return port;
}

main().catch((fault: unknown) => {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exitCode = 1;
});
