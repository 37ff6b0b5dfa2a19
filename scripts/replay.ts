// `npm run replay -- --baskets FILE --shops FILE [--limit N] [--data DIR] [--fresh]`: plays real
// purchases through the real functions, and audits the books. Killed, it goes on where it was.
import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { SingleBar } from 'cli-progress';
import { functionsStep } from './build/functions';
import { buildIfStale } from './build/step';
import { inProject } from './paths';
import { replay } from './replay/replay';
import { reportOf } from './replay/report';

const USAGE = 'npm run replay -- --baskets FILE --shops FILE [--limit N] [--data DIR] [--fresh]';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      baskets: { type: 'string' },
      shops: { type: 'string' },
      limit: { type: 'string' },
      data: { type: 'string' },
      fresh: { type: 'boolean', default: false },
    },
  });
  if (values.baskets === undefined || values.shops === undefined)
    throw new Error(`usage: ${USAGE}`);
  const dataDir = values.data ?? inProject('.data', 'replay');
  if (values.fresh) rmSync(dataDir, { recursive: true, force: true });
  await buildIfStale(functionsStep, console.error);
  const bar = new SingleBar({
    format: 'baskets {bar} {value}/{total} | {eta_formatted} left',
    noTTYOutput: false,
  });
  const done = await replay({
    ...{ basketsFile: values.baskets, shopsFile: values.shops, dataDir },
    ...(values.limit !== undefined && { limit: Number(values.limit) }),
    onStart: (total, played) => {
      bar.start(total, played);
    },
    onProgress: (played) => {
      bar.update(played);
    },
  }).finally(() => {
    bar.stop();
  });
  const { audit, refused, seconds, orders, requests } = done;
  console.log(reportOf(audit, refused));
  const rate = (orders / Math.max(seconds, 0.001)).toFixed(1);
  const each = (requests / Math.max(orders, 1)).toFixed(1);
  console.log(
    `  ${orders} baskets in ${seconds.toFixed(0)} s: ${rate} a second, ${each} requests each`,
  );
  if (audit.findings.length > 0) process.exitCode = 1;
}

main().catch((fault: unknown) => {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exitCode = 1;
});
