// The functions found on disk: <name>/index.js, and <name>/config.json with their
// timers and the interfaces of the open platform that they call.
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
  /** Declared in permissions.openapi; no other can be called. */
  readonly openApis: readonly string[];
}

interface ConfigFile {
  readonly triggers?: readonly { name: string; type: string; config: string }[];
  readonly permissions?: { readonly openapi?: readonly string[] };
}

export function findFunctions(dir: string | undefined): FunctionDefinition[] {
  if (dir === undefined || !existsSync(dir)) return [];
  return readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => ({ name: entry.name, bundle: path.resolve(dir, entry.name, 'index.js') }))
    .filter(({ bundle }) => existsSync(bundle))
    .map((found) => ({ ...found, ...declarationsOf(path.dirname(found.bundle)) }));
}

function declarationsOf(dir: string): Pick<FunctionDefinition, 'timers' | 'openApis'> {
  const file = path.join(dir, 'config.json');
  if (!existsSync(file)) return { timers: [], openApis: [] };
  const { triggers = [], permissions } = JSON.parse(readFileSync(file, 'utf8')) as ConfigFile;
  return {
    timers: triggers
      .filter(({ type }) => type === 'timer')
      .map(({ name, config }) => ({ name, config })),
    openApis: permissions?.openapi ?? [],
  };
}
