// The instances of one function. An invocation takes a warm instance, or waits for the first that
// becomes free or has started; new ones are started while more wait than are starting.
import type { Instance, Invocation } from './instance';

interface Waiting {
  readonly resolve: (instance: Instance) => void;
  readonly reject: (error: unknown) => void;
}

export class InstancePool {
  readonly #idle: Instance[] = [];
  readonly #all = new Set<Instance>();
  readonly #running = new Map<string, Instance>();
  readonly #waiting: Waiting[] = [];
  #starting = 0;

  constructor(
    private readonly maxInstances: number,
    private readonly create: () => Instance,
  ) {}

  /** @returns the result as JSON, and whether an instance had to be started for it */
  async run(invocation: Invocation): Promise<{ text: string; cold: boolean }> {
    const warm = this.#takeIdle();
    const instance = warm ?? (await this.#wait());
    this.#running.set(invocation.id, instance);
    try {
      return { text: await instance.run(invocation), cold: warm === undefined };
    } finally {
      this.#running.delete(invocation.id);
      this.#release(instance);
    }
  }

  /** Ends the instance that runs this invocation, in the middle of it. */
  async kill(invocation: string): Promise<void> {
    await this.#running.get(invocation)?.stop();
  }

  async stop(): Promise<void> {
    this.#waiting.splice(0).forEach(({ reject }) => {
      reject(new Error('the cloud is closing'));
    });
    await Promise.all([...this.#all].map((instance) => instance.stop()));
  }

  #takeIdle(): Instance | undefined {
    for (;;) {
      const instance = this.#idle.pop();
      if (!instance?.isDead) return instance;
      this.#all.delete(instance);
    }
  }

  #wait(): Promise<Instance> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      this.#startIfNeeded();
    });
  }

  #startIfNeeded(): void {
    if (this.#starting >= this.#waiting.length || this.#all.size >= this.maxInstances) return;
    const instance = this.create();
    this.#all.add(instance);
    this.#starting++;
    instance.ready.then(
      () => {
        this.#starting--;
        this.#release(instance);
      },
      (error: unknown) => {
        this.#starting--;
        this.#all.delete(instance);
        this.#waiting.shift()?.reject(error);
      },
    );
  }

  #release(instance: Instance): void {
    if (instance.isDead) {
      this.#all.delete(instance);
      this.#startIfNeeded();
      return;
    }
    const next = this.#waiting.shift();
    if (next) next.resolve(instance);
    else this.#idle.push(instance);
  }
}
