import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type BuildStep, buildIfStale } from '../../scripts/build/step';
import { inProject, projectRoot } from '../../scripts/paths';

let dir: string;
let runs: number;
let step: BuildStep;
const build = (): Promise<void> => buildIfStale(step, () => undefined);
beforeEach(() => {
  mkdirSync(inProject('.cache', 'test'), { recursive: true });
  dir = mkdtempSync(inProject('.cache', 'test', 'step-'));
  writeFileSync(join(dir, 'source'), 'one');
  runs = 0;
  step = {
    name: `test-${relative(inProject('.cache', 'test'), dir)}`,
    sources: [relative(projectRoot, join(dir, 'source'))],
    output: join(dir, 'output'),
    run: async () => {
      runs += 1;
      writeFileSync(step.output, String(runs));
      await Promise.resolve();
    },
  };
});
afterEach(() => {
  rmSync(dir, { recursive: true });
  rmSync(inProject('.cache', 'build', `${step.name}.json`), { force: true });
});

it('builds once while nothing changes, also when a checkout touches the files', async () => {
  await build();
  utimesSync(join(dir, 'source'), 1, 1);
  await build();
  expect(runs).toBe(1);
});

it('builds again when a source has another content', async () => {
  await build();
  writeFileSync(join(dir, 'source'), 'two');
  await build();
  expect(runs).toBe(2);
});

it('builds again when the result is gone or was written by something else', async () => {
  await build();
  rmSync(step.output);
  await build();
  utimesSync(step.output, 1, 1);
  await build();
  expect(runs).toBe(3);
});

it('tries again after a build that failed', async () => {
  const { run } = step;
  step = { ...step, run: () => Promise.reject(new Error('out of memory')) };
  await expect(build()).rejects.toThrow('out of memory');
  step = { ...step, run };
  await build();
  expect(runs).toBe(1);
});

it('does not take a run for a build that wrote nothing', async () => {
  step = { ...step, run: () => Promise.resolve() };
  await expect(build()).rejects.toThrow('did not write');
});
