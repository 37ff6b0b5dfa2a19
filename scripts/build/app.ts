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
];

export const h5Step: BuildStep = {
  name: 'h5',
  sources,
  output: join(h5Dir, 'index.html'),
  async run() {
    await runNpmScript('build:h5');
    checkSyntax({ dir: h5Dir, ecmaVersion: 'latest' });
  },
};

export const weappStep: BuildStep = {
  name: 'weapp',
  sources,
  output: join(weappDir, 'app.json'),
  async run() {
    await runNpmScript('build:weapp');
    // Older phones run the bundle as it is; WeChat's own transpiler is switched off.
    checkSyntax({ dir: weappDir, ecmaVersion: 2018 });
  },
};

/** Runs a script of package.json with its output in a file that is shown only when it fails. */
async function runNpmScript(script: string): Promise<void> {
  const logFile = inProject('.cache', 'build', `${script.replace(':', '-')}.log`);
  mkdirSync(dirname(logFile), { recursive: true });
  const log = openSync(logFile, 'w');
  try {
    const code = await exitCodeOf(script, log);
    if (code !== 0) throw new Error(`npm run ${script} failed:\n${readFileSync(logFile, 'utf8')}`);
  } finally {
    closeSync(log);
  }
}

function exitCodeOf(script: string, log: number): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const child = spawn('npm', ['run', '--silent', script], {
      cwd: projectRoot,
      stdio: ['ignore', log, log],
      shell: process.platform === 'win32',
    });
    child.once('error', reject);
    child.once('exit', resolve);
  });
}
