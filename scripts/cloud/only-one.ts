// Two clouds on one folder would not see each other's transactions, so a second one is refused.
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const fileIn = (dataDir: string): string => join(dataDir, 'running.url');

/** Remembers where the cloud on this folder is reached. */
export function rememberRunning(options: { dataDir: string; url: string }): void {
  writeFileSync(fileIn(options.dataDir), options.url);
}

/** Throws with its address where a cloud on this folder still answers; a killed one does not. */
export async function refuseSecond(dataDir: string): Promise<void> {
  const file = fileIn(dataDir);
  if (statSync(file, { throwIfNoEntry: false }) === undefined) return;
  const url = readFileSync(file, 'utf8');
  if (await answers(url)) throw new Error(`npm start is running already: ${url}`);
}

async function answers(url: string): Promise<boolean> {
  try {
    await fetch(url);
    return true;
  } catch {
    return false;
  }
}
