// Invokes functions as the cloud does: identity in the environment, limits, one log line a call.
import { randomBytes } from 'node:crypto';
import type { CloudClock } from '../clock';
import { CloudError } from '../errors';
import type { ClockSkew } from '../faults/clock-skew';
import type { InvocationFaults } from '../faults/invocation-faults';
import type { Counters } from '../stats';
import type { FunctionDefinition } from './definitions';
import { Instance, type Invocation } from './instance';
import { InstancePool } from './pool';

/** Where an invocation comes from; timers and callbacks have no person behind them. */
interface Caller {
  readonly source: string;
  readonly openid?: string;
  /** What a callback is about. */
  readonly about?: string;
}

export interface FunctionLimits {
  readonly timeoutSeconds?: number;
  readonly memoryMb?: number;
}

interface RuntimeOptions {
  readonly definitions: readonly FunctionDefinition[];
  readonly limits: Readonly<Record<string, FunctionLimits>>;
  readonly functionEnv: Readonly<Record<string, string>>;
  readonly env: string;
  readonly appId: string;
  readonly instancesPerFunction: number;
  readonly clock: CloudClock;
  readonly counters: Counters;
  readonly faults: InvocationFaults;
  readonly skew: ClockSkew;
  readonly log: (line: string) => void;
}

interface Running {
  readonly functionName: string;
  readonly caller: Caller;
  readonly stream: string;
}

const defaultTimeoutSeconds = 3;
const maxTimeoutSeconds = 60;
const defaultMemoryMb = 256;
const maxPayloadBytes = 6 * 1024 * 1024;

export class FunctionRuntime {
  readonly #definitions: ReadonlyMap<string, FunctionDefinition>;
  readonly #pools = new Map<string, InstancePool>();
  readonly #running = new Map<string, Running>();
  #adminUrl = '';

  constructor(private readonly options: RuntimeOptions) {
    this.#definitions = new Map(options.definitions.map((found) => [found.name, found]));
  }

  /** Where the functions' SDK sends its requests; known once the server listens. */
  serveAt(adminUrl: string): void {
    this.#adminUrl = adminUrl;
  }

  get definitions(): Iterable<FunctionDefinition> {
    return this.#definitions.values();
  }

  /** Who called the invocation that sends a request. */
  callerOf(invocation: string): Caller | undefined {
    return this.#running.get(invocation)?.caller;
  }

  /** The name under which chance is drawn for the requests of an invocation. */
  streamOf(invocation: string): string | undefined {
    return this.#running.get(invocation)?.stream;
  }

  /** Ends the instance that runs this invocation, in the middle of it. */
  async kill(invocation: string): Promise<void> {
    const name = this.#running.get(invocation)?.functionName ?? '';
    await this.#pools.get(name)?.kill(invocation);
  }

  /**
   * @param event JSON
   * @returns the function's result as JSON
   * @throws CloudError FUNCTION_NOT_FOUND, FUNCTIONS_EXECUTE_FAIL, FUNCTIONS_TIME_LIMIT_EXCEEDED, FUNCTIONS_REQUEST_FAIL
   */
  invoke(name: string, event: string, caller: Caller): Promise<string> {
    const { faults } = this.options;
    const { source, openid, about } = caller;
    const stream = faults.streamOf({ functionName: name, caller: about ?? openid ?? source });
    const timeoutSeconds = this.#timeoutSeconds(name);
    return faults.meet({ functionName: name, stream, timeoutSeconds }, () =>
      this.#run(name, event, { caller, stream }),
    );
  }

  async #run(
    name: string,
    event: string,
    { caller, stream }: { caller: Caller; stream: string },
  ): Promise<string> {
    const definition = this.#definitions.get(name);
    if (!definition) {
      throw new CloudError(
        'FUNCTION_NOT_FOUND',
        `FunctionName parameter could not be found: ${name}`,
      );
    }
    if (Buffer.byteLength(event) > maxPayloadBytes) {
      throw new CloudError(
        'FUNCTIONS_REQUEST_FAIL',
        'The size of the event exceeds the upper limit (6MB)',
      );
    }
    const id = randomBytes(8).toString('hex');
    this.#running.set(id, { functionName: name, caller, stream });
    const started = performance.now();
    try {
      const { text, cold } = await this.#pool(definition).run(
        this.#invocation({ id, name, event, caller }),
      );
      if (Buffer.byteLength(text) > maxPayloadBytes) {
        throw new CloudError(
          'FUNCTIONS_EXECUTE_FAIL',
          'The size of response exceeds the upper limit (6MB)',
        );
      }
      this.#note({ id, name, caller, started }, { cold });
      return text;
    } catch (error) {
      this.#note({ id, name, caller, started }, { cold: false, error });
      throw error;
    } finally {
      this.#running.delete(id);
    }
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#pools.values()].map((pool) => pool.stop()));
  }

  #note(
    call: { id: string; name: string; caller: Caller; started: number },
    outcome: { cold: boolean; error?: unknown },
  ): void {
    const { error, cold } = outcome;
    const ms = performance.now() - call.started;
    this.options.counters.countInvocation(call.name, { failed: error !== undefined, cold, ms });
    const end = error === undefined ? 'ok' : `failed: ${firstLine(error)}`;
    const start = cold ? ' (cold start)' : '';
    this.options.log(
      `[${call.name} ${call.id}] ${call.caller.source} ${ms.toFixed(1)} ms${start} ${end}`,
    );
  }

  #pool(definition: FunctionDefinition): InstancePool {
    const { name, bundle } = definition;
    const known = this.#pools.get(name);
    if (known) return known;
    const { options } = this;
    let started = 0;
    const pool = new InstancePool(options.instancesPerFunction, () => {
      const number = started++;
      return new Instance({
        bundle,
        memoryMb: options.limits[name]?.memoryMb ?? defaultMemoryMb,
        env: this.#environment(),
        fixedMs: options.clock.fixedMs,
        skewMs: () => options.skew.ms(name, number),
        onConsole: (invocation, level, text) => {
          options.log(`[${name} ${invocation}] ${level}: ${text}`);
        },
      });
    });
    this.#pools.set(name, pool);
    return pool;
  }

  #timeoutSeconds(name: string): number {
    const seconds = this.options.limits[name]?.timeoutSeconds ?? defaultTimeoutSeconds;
    return Math.min(seconds, maxTimeoutSeconds);
  }

  /** What every instance has, whoever calls. The secrets are of no use anywhere. */
  #environment(): Record<string, string> {
    return {
      TENCENTCLOUD_RUNENV: 'SCF',
      SCF_NAMESPACE: this.options.env,
      TCB_ENV: this.options.env,
      TENCENTCLOUD_REGION: 'ap-shanghai',
      TENCENTCLOUD_SECRETID: 'local',
      TENCENTCLOUD_SECRETKEY: 'local',
      TCB_CONTEXT_CNFG: JSON.stringify({ URL: this.#adminUrl }),
      ...this.options.functionEnv,
    };
  }

  #invocation(call: { id: string; name: string; event: string; caller: Caller }): Invocation {
    const { id, name, event, caller } = call;
    const limits = this.options.limits[name];
    const seconds = this.#timeoutSeconds(name);
    return {
      id,
      event,
      env: {
        ...identity(caller, this.options.appId),
        TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${this.#adminUrl}/f/${name}/${id}` }),
      },
      context: {
        request_id: id,
        function_name: name,
        function_version: '$LATEST',
        namespace: this.options.env,
        memory_limit_in_mb: limits?.memoryMb ?? defaultMemoryMb,
        time_limit_in_ms: seconds * 1000,
      },
      timeoutMs: seconds * 1000,
      fixedMs: this.options.clock.fixedMs,
    };
  }
}

/** The variables from which `getWXContext()` reads who calls. */
function identity({ source, openid }: Caller, appId: string): Record<string, string> {
  const common = { TCB_SOURCE: source, WX_APPID: appId };
  if (openid === undefined) return { ...common, WX_CONTEXT_KEYS: 'WX_APPID' };
  return {
    ...common,
    WX_OPENID: openid,
    WX_CLIENTIP: '127.0.0.1',
    WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID,WX_CLIENTIP',
  };
}

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n', 1)[0] ?? '';
}
