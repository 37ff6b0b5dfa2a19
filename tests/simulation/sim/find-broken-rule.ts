// Plays days with one rule broken until the auditor says so.
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { bundleFunctions } from '../../../simulation/functions/bundle-functions';
import { type Found, simulate } from '../../../simulation/simulate';
import type { BrokenRule } from './broken-rules';

/** Simulated days within which each must be found. */
const DAYS = 6;
const SEED = 7;

/** The first findings; none when nothing was noticed. */
export async function findBrokenRule({
  changes,
  world = 'demo',
  favoured = [],
}: BrokenRule): Promise<readonly Found[]> {
  const functionsDir = mkdtempSync(join(tmpdir(), 'broken-'));
  try {
    await bundleFunctions(functionsDir, changes);
    const played = await simulate({ seed: SEED, days: DAYS, world, functionsDir, favoured });
    return played.found;
  } finally {
    rmSync(functionsDir, { recursive: true });
  }
}
