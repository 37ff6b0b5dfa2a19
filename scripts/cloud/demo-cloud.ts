// The product's local cloud with the demo's sites, shops, people and their history.
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { demoPeopleFile } from '../../demo/people';
import { seedDemo } from '../../demo/seed';
import type { LocalCloud } from '../../src/localcloud';
import { localTemplates } from './local-templates';
import { type ProductCloudOptions, startProductCloud } from './product-cloud';

/** Starts the cloud; plays the demo's history first where the folder is empty or absent. */
export async function startDemoCloud(options: ProductCloudOptions): Promise<LocalCloud> {
  await seedWhenEmpty(options);
  const demoDir = join(options.dataDir, 'public');
  mkdirSync(demoDir, { recursive: true });
  writeFileSync(join(demoDir, 'people.json'), JSON.stringify(demoPeopleFile()));
  return startProductCloud({ templates: localTemplates, ...options, demoDir });
}

/** Seeds beside the folder and moves the whole into place, so that half a history never counts. */
async function seedWhenEmpty(options: ProductCloudOptions): Promise<void> {
  const { dataDir, clock } = options;
  if (existsSync(join(dataDir, SEEDED))) return;
  const growing = `${dataDir}.growing`;
  rmSync(growing, { recursive: true, force: true });
  mkdirSync(dirname(dataDir), { recursive: true });
  await seedDemo({
    dataDir: growing,
    startCloud: startProductCloud,
    ...(clock !== undefined && { now: Date.parse(clock) }),
  });
  writeFileSync(join(growing, SEEDED), '');
  renameSync(growing, dataDir);
}

const SEEDED = 'seeded';
