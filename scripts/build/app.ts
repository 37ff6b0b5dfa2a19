// The two builds of the app: H5 for this machine's browser, weapp for WeChat.
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { spawn } from 'node:child_process';
import { h5Dir, inProject, projectRoot, weappDir } from '../paths';
import { checkSyntax } from './check-syntax';
import type { BuildStep } from './step';

const sources = [
  'miniprogram',
  'config',
  'src/domain',
  'babel.config.cjs',
  'project.config.json',
  'package-lock.json',
  'release.json',
];

export const h5Step: BuildStep = {
  name: 'h5',
  sources,
  output: join(h5Dir, 'index.html'),
  run: async () => {
    await runTaro('h5');
    checkSyntax({ dir: h5Dir, ecmaVersion: 'latest' });
  },
};

export const weappStep: BuildStep = {
  name: 'weapp',
  sources,
  output: join(weappDir, 'app.json'),
  run: async () => {
    await runTaro('weapp');
    // Older phones run the bundle as it is; WeChat's own transpiler is switched off.
    checkSyntax({ dir: weappDir, ecmaVersion: 2018 });
  },
};

/** Runs Taro with its output in a file that is shown only when it fails. */
async function runTaro(type: 'h5' | 'weapp'): Promise<void> {
  const logFile = inProject('.cache', 'build', `${type}.log`);
  mkdirSync(dirname(logFile), { recursive: true });
  const log = openSync(logFile, 'w');
  try {
    const code = await exitCodeOf(type, log);
    if (code !== 0) throw new Error(`taro build failed:\n${readFileSync(logFile, 'utf8')}`);
  } finally {
    closeSync(log);
  }
}

function exitCodeOf(type: 'h5' | 'weapp', log: number): Promise<number | null> {
  const taro = inProject('node_modules', '@tarojs', 'cli', 'bin', 'taro');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [taro, 'build', '--type', type, '--no-check'], {
      cwd: projectRoot,
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', log, log],
    });
    child.once('error', reject);
    child.once('exit', resolve);
  });
}
