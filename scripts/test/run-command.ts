import { spawn } from 'node:child_process';
import { projectRoot } from '../paths';

/** Runs a program in the checkout with this terminal as its output; fails unless it exits with 0. */
export async function runCommand(program: string, args: readonly string[]): Promise<void> {
  const code = await exitCodeOf(program, args);
  if (code !== 0) throw new Error(`exit code ${String(code)}`);
}

/** The exit code, or null when a signal ended the program. */
export function exitCodeOf(program: string, args: readonly string[]): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: projectRoot,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32' && program === 'npm',
    });
    child.once('error', reject);
    child.once('exit', resolve);
  });
}
