// `npm run build`: builds what is stale of the cloud functions, the H5 app and the weapp bundle.
import { h5Step, weappStep } from './build/app';
import { functionsStep } from './build/functions';
import { buildIfStale } from './build/step';

async function main(): Promise<void> {
  for (const step of [functionsStep, h5Step, weappStep]) await buildIfStale(step, console.log);
}

main().catch((fault: unknown) => {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exitCode = 1;
});
