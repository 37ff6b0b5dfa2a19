// How far a replay has come, so that one that was killed goes on.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Baskets up to here are played, and their callbacks and timers have ended. */
export interface Progress {
  readonly played: number;
  readonly refused: number;
}

export function readProgress(dataDir: string): Progress {
  const file = fileIn(dataDir);
  if (!existsSync(file)) return { played: 0, refused: 0 };
  return JSON.parse(readFileSync(file, 'utf8')) as Progress;
}

/** Written beside and moved into place: a kill leaves the old or the new, never half of one. */
export function writeProgress(dataDir: string, progress: Progress): void {
  const file = fileIn(dataDir);
  writeFileSync(`${file}.new`, JSON.stringify(progress));
  renameSync(`${file}.new`, file);
}

function fileIn(dataDir: string): string {
  return join(dataDir, 'replay-progress.json');
}
