// A build step runs only when what it is made from has changed.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { inProject, projectRoot } from '../paths';

export interface BuildStep {
  readonly name: string;
  /** Files and folders of the checkout that the result depends on. */
  readonly sources: readonly string[];
  /** A file that every run writes. */
  readonly output: string;
  readonly run: () => Promise<void>;
}

interface Stamp {
  readonly fingerprint: string;
  /** A result that something else has written since is not ours. */
  readonly outputModifiedMs: number;
}

/**
 * Runs the step when it is stale and says so through `say`.
 * A step that throws leaves no stamp, so the next build tries again.
 */
export async function buildIfStale(step: BuildStep, say: (line: string) => void): Promise<void> {
  const fingerprint = fingerprintOf(step.sources);
  if (isFresh(step, fingerprint)) return;
  say(`building ${step.name} …`);
  const startedMs = performance.now();
  await step.run();
  remember(step, fingerprint);
  say(`built ${step.name} in ${((performance.now() - startedMs) / 1000).toFixed(1)} s`);
}

function isFresh(step: BuildStep, fingerprint: string): boolean {
  const stamp = readStamp(step);
  return (
    stamp !== null &&
    stamp.fingerprint === fingerprint &&
    stamp.outputModifiedMs === modifiedMs(step.output)
  );
}

function remember(step: BuildStep, fingerprint: string): void {
  const outputModifiedMs = modifiedMs(step.output);
  if (outputModifiedMs === null) throw new Error(`${step.name} did not write ${step.output}`);
  const stamp: Stamp = { fingerprint, outputModifiedMs };
  mkdirSync(dirname(stampFile(step)), { recursive: true });
  writeFileSync(stampFile(step), JSON.stringify(stamp));
}

function readStamp(step: BuildStep): Stamp | null {
  if (modifiedMs(stampFile(step)) === null) return null;
  return JSON.parse(readFileSync(stampFile(step), 'utf8')) as Stamp;
}

const stampFile = (step: BuildStep): string => inProject('.cache', 'build', `${step.name}.json`);

const modifiedMs = (file: string): number | null =>
  statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? null;

/** SHA-256 over names and contents, so that a checkout that only touches times stays fresh. */
function fingerprintOf(sources: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((source) => filesBelow(inProject(source)))) {
    hash.update(`${relative(projectRoot, file)}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

function filesBelow(path: string): string[] {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return [];
  if (!stats.isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesBelow(join(path, name)));
}
