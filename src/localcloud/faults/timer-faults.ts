// Timers of a bad day: twice at once, or late. Late ones come due on the cloud's clock.
import type { CloudClock } from '../clock';
import type { FaultDay } from './day';

type Fire = () => Promise<void>;

export class TimerFaults {
  readonly #late = new Set<{ readonly dueMs: number; readonly fire: Fire }>();

  constructor(
    private readonly day: FaultDay,
    private readonly clock: CloudClock,
  ) {
    clock.onMove(() => this.#fireDue());
  }

  /** Fires a timer that is due. @returns when it has ended, or has been put off */
  async fire(functionName: string, fire: Fire): Promise<void> {
    const site = { action: 'timer', stream: `timer of ${functionName}`, functionName };
    const isDoubled = this.day.strike('timer-doubled', site) !== undefined;
    const doubled: Fire = async () => {
      await Promise.all(isDoubled ? [fire(), fire()] : [fire()]);
    };
    const late = this.day.strike('timer-late', site);
    if (late) this.#putOff(doubled, late.seconds);
    else await doubled();
  }

  #putOff(fire: Fire, seconds: number): void {
    this.#late.add({ dueMs: this.clock.nowMs + seconds * 1000, fire });
    if (!this.clock.isMoved) setTimeout(() => void this.#fireDue(), seconds * 1000).unref();
  }

  async #fireDue(): Promise<void> {
    const due = [...this.#late].filter(({ dueMs }) => dueMs <= this.clock.nowMs);
    for (const each of due) this.#late.delete(each);
    await Promise.all(due.map(({ fire }) => fire()));
  }
}
