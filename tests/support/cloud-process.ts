// The tests' cloud in a process of its own: for tests in jsdom, and for those that kill it.
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { TestCloudOptions } from './cloud';
import { type CloudAddress, CloudClient } from './cloud-client';

const root = join(__dirname, '..', '..');

export class CloudProcess extends CloudClient {
  constructor(
    address: CloudAddress,
    private readonly child: ChildProcess,
  ) {
    super(address);
  }

  /** Ends it as Ctrl-C does. */
  close(): Promise<void> {
    return this.#end('SIGINT');
  }

  /** Ends it as a power cut does. */
  kill(): Promise<void> {
    return this.#end('SIGKILL');
  }

  #end(signal: NodeJS.Signals): Promise<void> {
    return new Promise((resolve) => {
      this.child.once('exit', () => resolve());
      this.child.kill(signal);
    });
  }
}

/** Starts the cloud; it ends with `close` or `kill`. */
export async function startCloudProcess(options: TestCloudOptions = {}): Promise<CloudProcess> {
  const script = join('tests', 'support', 'run-test-cloud.ts');
  const args = ['--import', 'tsx', script, JSON.stringify(options)];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  return new CloudProcess(JSON.parse(await firstLine(child)) as CloudAddress, child);
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    let complaints = '';
    child.stdout?.on('data', (part: Buffer) => {
      output += part.toString();
      if (output.includes('\n')) resolve(output.slice(0, output.indexOf('\n')));
    });
    child.stderr?.on('data', (part: Buffer) => (complaints += part.toString()));
    child.once('error', reject);
    child.once('exit', (code) =>
      reject(new Error(`the cloud ended with ${String(code)}: ${complaints}`)),
    );
  });
}
