// The compiled mini-program in the simulator: from a cold start until the first list is there. The
// simulator lives in jest, so jest runs the measuring part as a process of its own.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { weappStep } from '../scripts/build/app';
import { buildIfStale } from '../scripts/build/step';
import { inProject, projectRoot } from '../scripts/paths';
import { median } from './quantiles';
import type { Bench } from './section';

/** Milliseconds of each start. */
export interface FirstPageTimes {
  readonly scriptsMs: readonly number[];
  readonly listMs: readonly number[];
}

export const firstPage: Bench = async ({ quick, say }) => {
  await buildIfStale(weappStep, say);
  say('first page: starting the simulator');
  const { scriptsMs, listMs } = await measureInJest(quick ? 2 : 9);
  return {
    title: 'First page in the simulator',
    note: 'The compiled bundle in miniprogram-simulate on a document without layout, started cold again and again, 60 shops around; the calls reach a local cloud whose functions are warm. A phone draws otherwise; the figure shows what changes from one version to the next.',
    columns: ['ms'],
    rows: [
      { name: 'scripts run, page opened', figures: { ms: median(scriptsMs) }, budgets: [] },
      { name: 'first list is there', figures: { ms: median(listMs) }, budgets: [] },
    ],
  };
};

async function measureInJest(starts: number): Promise<FirstPageTimes> {
  const dir = mkdtempSync(join(tmpdir(), 'bench-page-'));
  const file = join(dir, 'times.json');
  try {
    await runJest({ BENCH_STARTS: String(starts), BENCH_TIMES_FILE: file });
    return JSON.parse(readFileSync(file, 'utf8')) as FirstPageTimes;
  } finally {
    rmSync(dir, { recursive: true });
  }
}

function runJest(settings: Readonly<Record<string, string>>): Promise<void> {
  const jest = inProject('node_modules', 'jest', 'bin', 'jest.js');
  const config = inProject('bench', 'first-page', 'jest.config.cjs');
  const child = spawn(process.execPath, [jest, '--config', config, '--runInBand'], {
    cwd: projectRoot,
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (part: Buffer) => (said += part.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`the simulator failed: ${said}`));
    });
  });
}
