// `npm run sim -- --seed N --days D`: plays the days of a seed on a local cloud, and an auditor that
// was written apart looks after each step. `--seed 1..100` plays a range, `--jobs 2` in processes.
import { parseArgs } from 'node:util';
import {
  simulationFunctionsDir,
  simulationFunctionsStep,
} from '../simulation/functions/bundle-functions';
import { simulate } from '../simulation/simulate';
import { buildIfStale } from './build/step';
import { functionsStep } from './build/functions';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: '1' },
      days: { type: 'string', default: '30' },
    },
  });
  await buildIfStale(functionsStep, console.error);
  await buildIfStale(simulationFunctionsStep, console.error);
  const worlds = ['generous', 'brisk', 'demo'] as const;
  const seed = Number(values.seed);
  const result = await simulate({
    seed,
    days: Number(values.days),
    world: worlds[seed % 3] ?? 'brisk',
    functionsDir: simulationFunctionsDir,
  });
  const { found, counts, seconds, trace, log } = result;
  console.log(seed, result.world, JSON.stringify(counts), seconds.toFixed(1), 's');
  if (found.length > 0) {
    console.log(trace.slice(-40).join('\n'));
    console.log(log.slice(-10).join('\n'));
    for (const f of found.slice(0, 20)) console.log(f);
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
