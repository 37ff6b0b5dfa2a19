// One instance of a function: a worker thread that runs one invocation at a time.
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { CloudError } from '../errors';

interface InstanceOptions {
  readonly bundle: string;
  readonly memoryMb: number;
  readonly env: Readonly<Record<string, string>>;
  readonly fixedMs: number | undefined;
  /** How wrong the instance's clock is, in milliseconds. */
  readonly skewMs: () => number;
  readonly onConsole: (invocation: string, level: string, text: string) => void;
}

export interface Invocation {
  readonly id: string;
  /** JSON. */
  readonly event: string;
  readonly env: Readonly<Record<string, string>>;
  readonly context: Readonly<Record<string, unknown>>;
  readonly timeoutMs: number;
  readonly fixedMs: number | undefined;
}

interface ErrorReport {
  readonly name: string;
  readonly message: string;
  readonly stack: string;
}

type FromWorker =
  | { kind: 'ready' }
  | { kind: 'broken'; error: ErrorReport }
  | { kind: 'console'; invocation: string; level: string; text: string }
  | { kind: 'result'; invocation: string; text: string }
  | { kind: 'failed'; invocation: string; error: ErrorReport };

interface Running {
  readonly id: string;
  readonly resolve: (text: string) => void;
  readonly reject: (error: CloudError) => void;
  readonly timer: NodeJS.Timeout;
}

/** How long a bundle may take to load. */
const maxStartMs = 30_000;

export class Instance {
  readonly #worker: Worker;
  readonly ready: Promise<void>;
  /** An instance that has died is never used again. */
  isDead = false;
  #running: Running | undefined;
  #setNames: readonly string[] = [];
  #failure: CloudError | undefined;

  constructor(private readonly options: InstanceOptions) {
    this.#worker = new Worker(path.join(__dirname, 'worker.cjs'), {
      env: { ...options.env },
      // Without the flags of this process: a loader of TypeScript would start in every instance.
      execArgv: [],
      workerData: {
        bundle: options.bundle,
        fixedMs: options.fixedMs,
        skewMs: options.skewMs(),
      },
      resourceLimits: { maxOldGenerationSizeMb: options.memoryMb },
    });
    this.ready = new Promise((resolve, reject) => {
      const timer = setTimeout(() => void this.stop(), maxStartMs);
      this.#worker.on('message', (message: FromWorker) => {
        clearTimeout(timer);
        if (message.kind === 'ready') resolve();
        else if (message.kind === 'broken') {
          void this.stop();
          reject(executeFailed(message.error));
        } else this.#onMessage(message);
      });
      this.#worker.on('error', (error: Error & { code?: string }) => {
        this.#failure = toCloudError(error, options.memoryMb);
      });
      this.#worker.on('exit', () => {
        clearTimeout(timer);
        this.#onExit();
        reject(this.#failure ?? executeFailed(exited));
      });
    });
  }

  /** @returns the result as JSON @throws CloudError when the function fails in any way */
  run(invocation: Invocation): Promise<string> {
    const unset = this.#setNames.filter((name) => !(name in invocation.env));
    this.#setNames = Object.keys(invocation.env);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#onTimeout(invocation.timeoutMs / 1000);
      }, invocation.timeoutMs);
      this.#running = { id: invocation.id, resolve, reject, timer };
      this.#worker.postMessage({
        invocation: invocation.id,
        event: invocation.event,
        env: invocation.env,
        context: invocation.context,
        fixedMs: invocation.fixedMs,
        skewMs: this.options.skewMs(),
        unset,
      });
    });
  }

  async stop(): Promise<void> {
    this.isDead = true;
    await this.#worker.terminate();
  }

  #onMessage(message: Exclude<FromWorker, { kind: 'ready' | 'broken' }>): void {
    if (message.kind === 'console') {
      this.options.onConsole(message.invocation, message.level, message.text);
      return;
    }
    const running = this.#running;
    if (running?.id !== message.invocation) return;
    this.#settle();
    if (message.kind === 'result') running.resolve(message.text);
    else running.reject(executeFailed(message.error));
  }

  #onTimeout(seconds: number): void {
    const running = this.#settle();
    void this.stop();
    running?.reject(
      new CloudError(
        'FUNCTIONS_TIME_LIMIT_EXCEEDED',
        `Invoking task timed out after ${seconds} seconds`,
      ),
    );
  }

  #onExit(): void {
    this.isDead = true;
    this.#settle()?.reject(this.#failure ?? executeFailed(exited));
  }

  #settle(): Running | undefined {
    const running = this.#running;
    clearTimeout(running?.timer);
    this.#running = undefined;
    return running;
  }
}

const exited: ErrorReport = {
  name: 'Error',
  message: 'the instance exited in the middle of an invocation',
  stack: '',
};

/** What ends an instance as a whole. Source: CloudBase's error codes. */
function toCloudError(
  { name, message, stack = '', code }: Error & { code?: string },
  memoryMb: number,
): CloudError {
  if (code !== 'ERR_WORKER_OUT_OF_MEMORY') return executeFailed({ name, message, stack });
  return new CloudError(
    'FUNCTIONS_MEMORY_LIMIT_EXCEEDED',
    `Memory limit exceeded: the function uses more than ${memoryMb} MB`,
  );
}

function executeFailed(error: ErrorReport): CloudError {
  const shown = error.stack || `${error.name}: ${error.message}`;
  return new CloudError('FUNCTIONS_EXECUTE_FAIL', shown);
}
