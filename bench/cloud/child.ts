// A server in a process of its own, as people run it, which can be asked what it uses.
import { type ChildProcess, fork } from 'node:child_process';

export interface Usage {
  readonly rssBytes: number;
  /** Processor time since its start. */
  readonly cpuMs: number;
}

interface Ready {
  readonly url: string;
  /** From when its code was there until it served. */
  readonly startMs: number;
}

export class Child {
  private constructor(
    private readonly process: ChildProcess,
    private readonly ready: Ready,
  ) {}

  /** Resolves when it serves. @throws Error when it ends before */
  static start(script: string, args: readonly string[]): Promise<Child> {
    const child = fork(script, args, { execArgv: ['--import', 'tsx'] });
    return new Promise((resolve, reject) => {
      child.once('exit', () => reject(new Error(`${script} has ended`)));
      child.once('message', (ready) => resolve(new Child(child, ready as Ready)));
    });
  }

  get url(): string {
    return this.ready.url;
  }

  get startMs(): number {
    return this.ready.startMs;
  }

  usage(): Promise<Usage> {
    return new Promise((resolve) => {
      this.process.once('message', (usage) => resolve(usage as Usage));
      this.process.send('usage');
    });
  }

  /** Ends it as kill -9 does. */
  kill(): Promise<void> {
    return new Promise((resolve) => {
      this.process.once('exit', () => resolve());
      this.process.kill('SIGKILL');
    });
  }
}

/** For the script of a child: starts the server, answers questions, and ends with its parent. */
export async function serveAsChild(start: () => Promise<string>): Promise<void> {
  const started = performance.now();
  const ready: Ready = { url: await start(), startMs: performance.now() - started };
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    const usage: Usage = { rssBytes: process.memoryUsage.rss(), cpuMs: (user + system) / 1000 };
    process.send?.(usage);
  });
  process.once('disconnect', () => process.exit());
  process.send?.(ready);
}
