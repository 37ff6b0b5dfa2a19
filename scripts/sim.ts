// `npm run sim -- [--seed N | --seed M..N] [--days D] [--world brisk|generous|demo] [--jobs J]`: plays
// the days of seeds on a local cloud, where an auditor that shares no code with the product looks
// after each step. See docs/simulation.md.
import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import {
  simulationFunctionsDir,
  simulationFunctionsStep,
} from '../simulation/functions/bundle-functions';
import { historyOf, summaryOf } from '../simulation/report';
import { simulate } from '../simulation/simulate';
import { isWorldName, worldOf, type WorldName } from '../simulation/world/policies';
import { functionsStep } from './build/functions';
import { buildIfStale } from './build/step';

interface Range {
  readonly first: number;
  readonly last: number;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: '1' },
      days: { type: 'string', default: '30' },
      world: { type: 'string' },
      jobs: { type: 'string', default: '1' },
    },
  });
  const { first, last } = rangeOf(values.seed);
  await buildIfStale(functionsStep, console.error);
  await buildIfStale(simulationFunctionsStep, console.error);
  const [days, jobs] = [Number(values.days), Number(values.jobs)];
  const seeds = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const lane = async (): Promise<void> => {
    for (let seed = seeds.shift(); seed !== undefined; seed = seeds.shift()) {
      const play = jobs > 1 ? playApart : playHere;
      await play({ seed, days, world: asWorld(values.world, seed) });
    }
  };
  await Promise.all(Array.from({ length: jobs }, lane));
}

/** `7`, or `1..100`. */
function rangeOf(text: string): Range {
  const [first, last = first] = text.split('..').map(Number);
  if (first === undefined || last === undefined || !(first <= last)) {
    throw new RangeError(`--seed is a number, or two as in 1..100; not ${text}`);
  }
  return { first, last };
}

function asWorld(name: string | undefined, seed: number): WorldName {
  if (name === undefined) return worldOf(seed);
  if (!isWorldName(name)) throw new RangeError(`there is no world ${name}`);
  return name;
}

interface Playing {
  readonly seed: number;
  readonly days: number;
  readonly world: WorldName;
}

async function playHere(playing: Playing): Promise<void> {
  const played = await simulate({ ...playing, functionsDir: simulationFunctionsDir });
  console.log(summaryOf(played));
  if (played.found.length === 0) return;
  console.log(historyOf(played));
  process.exitCode = 1;
}

/** In a process of its own, whose lines come out together. */
function playApart({ seed, days, world }: Playing): Promise<void> {
  const options = ['--seed', String(seed), '--days', String(days), '--world', world];
  const child = spawn(process.execPath, [...process.execArgv, __filename, ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      process.stdout.write(said);
      if (code !== 0) process.exitCode = 1;
      resolve();
    });
  });
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
