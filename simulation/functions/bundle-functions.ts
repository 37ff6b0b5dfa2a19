// The product's functions, bundled for a simulation: with the numbers of its worlds, and for the
// tests of the auditor with rules broken on purpose.
import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { functions } from '../../cloudfunctions/functions';
import { functionsStep } from '../../scripts/build/functions';
import type { BuildStep } from '../../scripts/build/step';
import { functionsDir, inProject, projectRoot } from '../../scripts/paths';

/** One place in one source file, and what stands there instead. */
export interface Change {
  /** Path in the checkout. */
  readonly file: string;
  readonly snippet: string;
  readonly instead: string;
}

export const simulationFunctionsDir = inProject('.cache', 'simulation', 'functions');

/** Builds the bundles of a simulation beside those that ship, whose settings they share. */
export const simulationFunctionsStep: BuildStep = {
  name: 'simulation-functions',
  sources: [...functionsStep.sources, 'simulation/functions', 'simulation/world/policies.ts'],
  output: join(simulationFunctionsDir, 'orders', 'index.js'),
  run: () => bundleFunctions(simulationFunctionsDir, []),
};

/** Throws when a snippet does not stand in its file exactly once. */
export async function bundleFunctions(outdir: string, changes: readonly Change[]): Promise<void> {
  const names = Object.keys(functions);
  mkdirSync(outdir, { recursive: true });
  await build({
    entryPoints: Object.fromEntries(
      names.map((name) => [`${name}/index`, inProject('cloudfunctions', name, 'index.ts')]),
    ),
    outdir,
    bundle: true,
    platform: 'node',
    target: 'node18',
    format: 'cjs',
    minify: true,
    keepNames: true,
    legalComments: 'none',
    logLevel: 'warning',
    plugins: [numbersOfWorlds, changed(changes)],
  });
  for (const name of names) {
    cpSync(join(functionsDir, name, 'config.json'), join(outdir, name, 'config.json'));
  }
}

/** Only the world of a function asks for a policy by its name. */
const numbersOfWorlds: Plugin = {
  name: 'numbers-of-worlds',
  setup(build) {
    build.onResolve({ filter: /\/policy\/policies$/ }, ({ importer }) =>
      importer === inProject('src', 'usecases', 'serving', 'world.ts')
        ? { path: inProject('simulation', 'world', 'policies.ts') }
        : undefined,
    );
  },
};

function changed(changes: readonly Change[]): Plugin {
  for (const change of changes) applied(sourceOf(change.file), change);
  return {
    name: 'changed',
    setup(build) {
      build.onLoad({ filter: /\.ts$/ }, ({ path }) => {
        const file = relative(projectRoot, path);
        const here = changes.filter((change) => change.file === file);
        if (here.length === 0) return undefined;
        return { contents: here.reduce(applied, sourceOf(file)), loader: 'ts' };
      });
    },
  };
}

const sourceOf = (file: string): string => readFileSync(inProject(file), 'utf8');

function applied(source: string, { file, snippet, instead }: Change): string {
  const parts = source.split(snippet);
  if (parts.length !== 2) {
    throw new Error(`${file} has ${parts.length - 1} times what is to be replaced: ${snippet}`);
  }
  return parts.join(instead);
}
