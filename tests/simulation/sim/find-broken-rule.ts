// Plays days with one rule broken until the auditor says so.
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { bundleFunctions } from '../../../simulation/functions/bundle-functions';
import { type Found, simulate } from '../../../simulation/simulate';
import type { BrokenRule } from './broken-rules';

/** Simulated days within which each must be found, in one of these histories. */
const DAYS = 6;
const SEEDS = [7, 8, 9];

/** A test that the auditor names what comes of a broken rule. */
export function itIsFound(rules: readonly BrokenRule[]): void {
  test.each(rules)(
    'finds it when $name',
    async (broken) => {
      const found = await findBrokenRule(broken);
      expect(found.map(({ rule }) => rule)).toContain(broken.finding);
    },
    300_000,
  );
}

/** The first findings; none when nothing was noticed. */
async function findBrokenRule({
  changes,
  world = 'demo',
  favoured = [],
}: BrokenRule): Promise<readonly Found[]> {
  const functionsDir = mkdtempSync(join(tmpdir(), 'broken-'));
  try {
    await bundleFunctions(functionsDir, changes);
    for (const seed of SEEDS) {
      const { found } = await simulate({ seed, days: DAYS, world, functionsDir, favoured });
      if (found.length > 0) return found;
    }
    return [];
  } finally {
    rmSync(functionsDir, { recursive: true });
  }
}
