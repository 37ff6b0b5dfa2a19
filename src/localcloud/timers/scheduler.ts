// Invokes functions when their timers are due. On the real clock a timer fires at its moment; on a
// moved clock it fires when the clock is moved past it, once however often it was due.
import type { CloudClock } from '../clock';
import type { FunctionDefinition, TimerTrigger } from '../functions/definitions';
import { type Cron, nextTime, parseCron } from './cron';

interface Timer {
  readonly functionName: string;
  readonly trigger: TimerTrigger;
  readonly cron: Cron;
  dueMs: number | undefined;
}

const longestPauseMs = 60_000;

export class TimerScheduler {
  readonly #timers: Timer[];
  #wake: NodeJS.Timeout | undefined;

  constructor(
    definitions: Iterable<FunctionDefinition>,
    private readonly clock: CloudClock,
    private readonly invoke: (functionName: string, event: string) => Promise<void>,
  ) {
    this.#timers = [...definitions].flatMap(({ name, timers }) =>
      timers.map((trigger) => {
        const cron = parseCron(trigger.config);
        return { functionName: name, trigger, cron, dueMs: nextTime(cron, clock.nowMs) };
      }),
    );
    clock.onMove(() => this.#fireDue());
  }

  start(): void {
    if (!this.clock.isMoved) this.#sleep(this.clock.nowMs);
  }

  stop(): void {
    clearTimeout(this.#wake);
  }

  async #fireDue(): Promise<void> {
    clearTimeout(this.#wake);
    const now = this.clock.nowMs;
    const fired: Promise<void>[] = [];
    for (const timer of this.#timers) {
      if (timer.dueMs !== undefined && timer.dueMs <= now) {
        fired.push(this.invoke(timer.functionName, timerEvent(timer.trigger.name, timer.dueMs)));
      }
      timer.dueMs = nextTime(timer.cron, now);
    }
    if (!this.clock.isMoved) this.#sleep(now);
    await Promise.all(fired);
  }

  /** Sleeps to the next moment, at most a minute, so that a machine that slept catches up soon. */
  #sleep(now: number): void {
    const due = this.#timers.map(({ dueMs }) => dueMs).filter((ms) => ms !== undefined);
    if (due.length === 0) return;
    const pause = Math.min(Math.max(Math.min(...due) - now, 0), longestPauseMs);
    this.#wake = setTimeout(() => void this.#fireDue(), pause);
    this.#wake.unref();
  }
}

/** What a timer's function gets; the time has no fractions of a second. Source: SCF, timer triggers. */
export function timerEvent(name: string, atMs: number): string {
  return JSON.stringify({
    Type: 'Timer',
    TriggerName: name,
    Time: new Date(atMs).toISOString().replace(/\.\d+Z$/, 'Z'),
    Message: '',
  });
}
