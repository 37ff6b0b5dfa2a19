// Bundles each cloud function with all it needs, and writes its settings beside it.
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { type CloudFunction, functions } from '../../cloudfunctions/functions';
import { functionsDir, inProject } from '../paths';
import type { BuildStep } from './step';

export const functionsStep: BuildStep = {
  name: 'cloudfunctions',
  sources: [
    'cloudfunctions',
    'src/contracts',
    'src/domain',
    'src/policy',
    'src/usecases',
    'src/wxcloud',
    'scripts/build/functions.ts',
    'package-lock.json',
  ],
  output: join(functionsDir, 'cloudbaserc.json'),
  run: buildFunctions,
};

const all = Object.entries(functions);
const names = Object.keys(functions);

async function buildFunctions(): Promise<void> {
  removeFormerFunctions();
  const result = await build({
    entryPoints: Object.fromEntries(
      names.map((name) => [`${name}/index`, inProject('cloudfunctions', name, 'index.ts')]),
    ),
    outdir: functionsDir,
    bundle: true,
    platform: 'node',
    target: 'node18',
    format: 'cjs',
    minify: true,
    keepNames: true,
    legalComments: 'none',
    logLevel: 'warning',
    write: false,
  });
  for (const file of result.outputFiles) writeWhole(file.path, file.contents);
  for (const [name, settings] of all) writeSettings(name, settings);
  writeJson(join(functionsDir, 'cloudbaserc.json'), deploymentSettings());
}

function removeFormerFunctions(): void {
  mkdirSync(functionsDir, { recursive: true });
  const known = new Set([...names, 'cloudbaserc.json']);
  for (const entry of readdirSync(functionsDir)) {
    if (!known.has(entry)) rmSync(join(functionsDir, entry), { recursive: true });
  }
}

/** What WeChat DevTools reads when it uploads one function. */
function writeSettings(name: string, settings: CloudFunction): void {
  writeJson(join(functionsDir, name, 'config.json'), {
    permissions: { openapi: settings.openapi ?? [] },
    triggers: triggersOf(name, settings),
  });
  writeJson(join(functionsDir, name, 'package.json'), { name, version: '1.0.0', main: 'index.js' });
}

/** What CloudBase's command line reads when it deploys all of them (`tcb fn deploy --all`). */
function deploymentSettings(): unknown {
  return {
    version: '2.0',
    envId: '{{env.TCB_ENV}}',
    functionRoot: '.',
    functions: all.map(([name, settings]) => ({
      name,
      handler: 'index.main',
      runtime: 'Nodejs18.15',
      timeout: settings.timeoutSeconds,
      memorySize: settings.memoryMb,
      installDependency: false,
      triggers: triggersOf(name, settings),
    })),
  };
}

function triggersOf(name: string, { timer }: CloudFunction): unknown[] {
  return timer === undefined ? [] : [{ name: `${name}-timer`, type: 'timer', config: timer }];
}

function writeJson(file: string, value: unknown): void {
  writeWhole(file, `${JSON.stringify(value, null, 2)}\n`);
}

/** Replaces the file in one step, so that a cloud that starts meanwhile never reads half of it. */
function writeWhole(file: string, contents: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.${process.pid}`, contents);
  renameSync(`${file}.${process.pid}`, file);
}
