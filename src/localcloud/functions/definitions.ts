// The functions found on disk: <name>/index.js, and <name>/config.json with their timers.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface TimerTrigger {
  readonly name: string;
  /** Seven fields: second minute hour day month weekday year. */
  readonly config: string;
}

export interface FunctionDefinition {
  readonly name: string;
  readonly bundle: string;
  readonly timers: readonly TimerTrigger[];
}

interface ConfigFile {
  readonly triggers?: readonly { name: string; type: string; config: string }[];
}

export function findFunctions(dir: string | undefined): FunctionDefinition[] {
  if (dir === undefined || !existsSync(dir)) return [];
  return readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => ({ name: entry.name, bundle: path.resolve(dir, entry.name, 'index.js') }))
    .filter(({ bundle }) => existsSync(bundle))
    .map((found) => ({ ...found, timers: timersOf(path.dirname(found.bundle)) }));
}

function timersOf(dir: string): TimerTrigger[] {
  const file = path.join(dir, 'config.json');
  if (!existsSync(file)) return [];
  const { triggers = [] } = JSON.parse(readFileSync(file, 'utf8')) as ConfigFile;
  return triggers
    .filter(({ type }) => type === 'timer')
    .map(({ name, config }) => ({ name, config }));
}
