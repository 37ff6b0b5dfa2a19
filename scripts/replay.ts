// `npm run replay -- --baskets FILE --shops FILE [--shops FILE] [--limit N] [--consumers N]
// [--data DIR] [--fresh]`: plays real purchases, and those of invented consumers on top, through the
// real functions, and audits the books. Killed, it goes on where it was.
import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { SingleBar } from 'cli-progress';
import { functionsStep } from './build/functions';
import { buildIfStale } from './build/step';
import { inProject } from './paths';
import { breakdownOf } from './replay/breakdown';
import { replay } from './replay/replay';
import { reportOf } from './replay/report';

const USAGE =
  'npm run replay -- --baskets FILE --shops FILE [--shops FILE] [--limit N] [--consumers N] [--data DIR] [--fresh]';
const LINE_EVERY_MS = 30_000;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      baskets: { type: 'string' },
      shops: { type: 'string', multiple: true },
      limit: { type: 'string' },
      consumers: { type: 'string' },
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
    format: 'bills {bar} {value}/{total} | {duration_formatted}, {eta_formatted} left',
    noTTYOutput: true,
    notTTYSchedule: LINE_EVERY_MS,
  });
  const done = await replay({
    ...{ basketsFile: values.baskets, shopsFiles: values.shops, dataDir },
    ...(values.limit !== undefined && { limit: Number(values.limit) }),
    ...(values.consumers !== undefined && { consumers: Number(values.consumers) }),
    onStart: (total, played) => {
      bar.start(total, played);
    },
    onProgress: (played) => {
      bar.update(played);
    },
  }).finally(() => {
    bar.stop();
  });
  console.log(reportOf(done));
  console.log(breakdownOf(done));
  if (done.audit.findings.length > 0) process.exitCode = 1;
}

main().catch((fault: unknown) => {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exitCode = 1;
});
