// Reads the project and its builds for the release check.
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { functions } from '../../cloudfunctions/functions';
import { policies } from '../../src/policy/policies';
import { collections } from '../../src/wxcloud/collections';
import { functionsDir, inProject, weappDir } from '../paths';
import { readShops } from '../shop-codes/read-shops';
import type { BuiltApp, BuiltFunction, ReleaseFacts } from './facts';
import { readInterfaces } from './read-interfaces';
import { readSettings } from './settings';

/** @throws when release.json or the export of shops is not what it should be. */
export function readFacts(files: { settings?: string; merchants?: string }): ReleaseFacts {
  const project = readJson(inProject('project.config.json')) as { appid: string };
  return {
    settings: readSettings(files.settings),
    appid: project.appid,
    shops: files.merchants === undefined ? null : readShops(files.merchants),
    app: readApp(weappDir),
    builtFunctions: Object.keys(functions).flatMap((name) => readFunction(name)),
    functions,
    collections,
    policy: policies.production,
    interfaces: readInterfaces(inProject('miniprogram')),
  };
}

interface AppJson {
  readonly subPackages?: readonly { readonly root: string }[];
  readonly requiredPrivateInfos?: readonly string[];
  readonly permission?: Readonly<Record<string, { readonly desc: string }>>;
}

function readApp(folder: string): BuiltApp | null {
  if (!existsSync(join(folder, 'app.json'))) return null;
  const app = readJson(join(folder, 'app.json')) as AppJson;
  const roots = (app.subPackages ?? []).map(({ root }) => root);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => ({ name, stats: statSync(join(folder, name)) }))
    .filter(({ stats }) => stats.isFile());
  const rootOf = (name: string): string =>
    roots.find((root) => name.startsWith(join(root, '/'))) ?? '';
  return {
    requiredPrivateInfos: app.requiredPrivateInfos ?? [],
    permissions: Object.fromEntries(
      Object.entries(app.permission ?? {}).map(([scope, { desc }]) => [scope, desc]),
    ),
    packages: ['', ...roots].map((root) => ({
      root,
      bytes: files
        .filter(({ name }) => rootOf(name) === root)
        .reduce((sum, { stats }) => sum + stats.size, 0),
    })),
    scripts: files
      .filter(({ name }) => /\.(js|json)$/.test(name))
      .map(({ name }) => readFileSync(join(folder, name), 'utf8'))
      .join('\n'),
  };
}

function readFunction(name: string): BuiltFunction[] {
  const folder = join(functionsDir, name);
  if (!existsSync(join(folder, 'config.json'))) return [];
  const { triggers } = readJson(join(folder, 'config.json')) as {
    triggers: readonly { type: string; config: string }[];
  };
  return [
    {
      name,
      timers: triggers.filter(({ type }) => type === 'timer').map(({ config }) => config),
      script: readFileSync(join(folder, 'index.js'), 'utf8'),
    },
  ];
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
