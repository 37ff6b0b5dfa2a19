// Some days of some seeds: people, shops, faults and time, and an auditor that finds nothing wrong.
// `npm run sim -- --seed 1..100 --jobs 2` plays many, see docs/simulation.md.
import { buildIfStale } from '../../scripts/build/step';
import {
  simulationFunctionsDir,
  simulationFunctionsStep,
} from '../../simulation/functions/bundle-functions';
import { historyOf } from '../../simulation/report';
import { simulate } from '../../simulation/simulate';
import { worldOf } from '../../simulation/world/policies';

const DAYS = 4;

beforeAll(() => buildIfStale(simulationFunctionsStep, console.log));

test.each([1, 2, 3])('nothing is wrong after some days of seed %d', async (seed) => {
  const played = await simulate({
    ...{ seed, days: DAYS, world: worldOf(seed) },
    functionsDir: simulationFunctionsDir,
  });
  expect(historyOf(played)).toBe('');
  expect(played.counts['paid']).toBeGreaterThan(15);
});

test('the same seed plays the same steps', async () => {
  const play = async () => {
    const played = await simulate({
      ...{ seed: 4, days: 1, world: 'demo' },
      functionsDir: simulationFunctionsDir,
    });
    return played.trace.filter((line) => line.includes(' step '));
  };
  expect(await play()).toEqual(await play());
});
