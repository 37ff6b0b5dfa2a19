// Days of one seed: each has its weather and its steps, and after each step the auditor looks.
import { Auditor } from './auditor/auditor';
import type { Finding } from './auditor/finding';
import { Chance } from './chance';
import { findActions, type NamedAction } from './world/find-actions';
import { openWorld, type OpenWorld } from './world/open-world';
import { numbersOf, skewSecondsOf, type WorldName } from './world/policies';
import { weatherOf } from './world/weather';

export interface SimulationOptions {
  readonly seed: number;
  readonly days: number;
  readonly world: WorldName;
  readonly functionsDir: string;
  /** Actions that are chosen ten times as often as otherwise. */
  readonly favoured?: readonly string[];
  /** Told of each day that has ended. */
  readonly onDay?: (day: number) => void;
}

/** A finding with the place in the history at which it showed. */
export interface Found extends Finding {
  readonly day: number;
  readonly step: number;
  readonly action: string;
}

export interface Simulated {
  readonly seed: number;
  readonly world: WorldName;
  /** Of the first step that had any: what follows a fault says nothing new. */
  readonly found: readonly Found[];
  /** Days, steps, orders … */
  readonly counts: Readonly<Record<string, number>>;
  readonly seconds: number;
  /** What happened, one line each. */
  readonly trace: readonly string[];
  readonly log: readonly string[];
}

const FIRST_DAY = Date.UTC(2026, 10, 2);
const DAY_MS = 86_400_000;
const CHINA_MS = 8 * 3_600_000;

/** Plays a seed to its end, or to its first findings. */
export async function simulate(options: SimulationOptions): Promise<Simulated> {
  const { seed, world: name, functionsDir } = options;
  const started = performance.now();
  const chance = new Chance(`seed ${seed}`);
  const begins = FIRST_DAY + (seed % 28) * DAY_MS;
  const opened = await openWorld({ chance, name, functionsDir, begins });
  try {
    const play = new Play(options, { opened, chance, actions: await actionsFor(options) });
    await play.toTheEnd();
    return {
      ...{ seed, world: name, found: play.found, counts: play.counts() },
      ...{ trace: opened.world.trace, log: opened.log },
      seconds: (performance.now() - started) / 1000,
    };
  } finally {
    await opened.close();
  }
}

class Play {
  readonly found: Found[] = [];
  readonly #auditor: Auditor;
  #steps = 0;
  #days = 0;

  constructor(
    private readonly options: SimulationOptions,
    private readonly parts: {
      readonly opened: OpenWorld;
      readonly chance: Chance;
      readonly actions: readonly NamedAction[];
    },
  ) {
    this.#auditor = new Auditor(numbersOf(options.world));
  }

  async toTheEnd(): Promise<void> {
    while (this.#days < this.options.days && this.found.length === 0) {
      await this.#day();
      this.#days += 1;
      this.options.onDay?.(this.#days);
    }
  }

  counts(): Record<string, number> {
    const { journal, orders, dividends } = this.parts.opened.world.look();
    const of = (kind: string): number => journal.filter((entry) => entry.kind === kind).length;
    return {
      days: this.#days,
      steps: this.#steps,
      orders: orders.length,
      paid: of('paid'),
      refunds: of('refund'),
      expired: of('expire'),
      left: of('left'),
      claims: of('claim'),
      rewards: of('fan-reward'),
      advances: of('advance'),
      periods: dividends.length,
      entries: journal.length,
    };
  }

  async #day(): Promise<void> {
    const { chance, opened } = this.parts;
    const { world } = opened;
    const { seed, world: name } = this.options;
    const today = chance.of(`day ${this.#days}`);
    const weather = weatherOf(today.of('weather'), {
      seed: seed * 1000 + this.#days,
      skewSeconds: skewSecondsOf(name),
    });
    world.say(`day ${this.#days}, ${weather.name}`);
    world.isCalm = weather.day.rules.length === 0;
    world.cloud.setFaults(weather.day);
    const steps = today.whole(12, 18);
    for (let step = 0; step < steps && this.found.length === 0; step += 1) {
      await this.#step(step, today.of(`step ${step}`));
    }
    if (this.found.length === 0) await this.#evening(steps);
    if (this.found.length === 0) await this.#night(today.of('night'));
  }

  async #step(step: number, chance: Chance): Promise<void> {
    const { opened, actions } = this.parts;
    const { world } = opened;
    const action = chance.weighted(actions);
    const name = `${this.#days}-${step}`;
    this.#steps += 1;
    world.begin(`${name}-between`, chance.of('between'));
    await world.wait(pauseOf(chance));
    world.begin(name, chance.of(action.name));
    world.say(`step ${name} ${action.name}`);
    await action.run(world);
    await world.settle();
    this.#note(step, action.name, this.#auditor.look(world.look(), await opened.funds()));
  }

  /** All is well again; what was begun comes to its end. */
  async #evening(step: number): Promise<void> {
    const { world, funds } = this.parts.opened;
    world.cloud.setFaults({ seed: 0, rules: [] });
    world.isCalm = true;
    for (const minutes of [22, 8]) await world.wait(minutes * 60);
    this.#note(step, 'evening', [
      ...this.#auditor.lookAgain(world.look()),
      ...this.#auditor.lookForLoose(await funds()),
    ]);
  }

  /** The next morning, or one days, months or more than a year later. */
  async #night(chance: Chance): Promise<void> {
    const { world } = this.parts.opened;
    const days = chance.weighted([
      { weight: 80, days: 1 },
      { weight: 10, days: chance.whole(2, 9) },
      { weight: 8, days: 31 },
      { weight: 2, days: 400 },
    ]).days;
    const today = Math.floor((world.now + CHINA_MS) / DAY_MS) * DAY_MS - CHINA_MS;
    const morning = today + days * DAY_MS + chance.whole(7 * 60, 10 * 60) * 60_000;
    await world.wait((morning - world.now) / 1000);
  }

  #note(step: number, action: string, findings: readonly Finding[]): void {
    const { world } = this.parts.opened;
    const all = [...world.findings, ...findings];
    this.found.push(...all.map((each) => ({ ...each, day: this.#days, step, action })));
  }
}

async function actionsFor({ favoured = [] }: SimulationOptions): Promise<NamedAction[]> {
  const actions = await findActions();
  return actions.map((action) =>
    favoured.includes(action.name) ? { ...action, weight: action.weight * 10 } : action,
  );
}

/** Often none, mostly seconds, sometimes hours: timers fire in between. */
function pauseOf(chance: Chance): number {
  const draw = chance.next();
  if (draw < 0.45) return 0;
  if (draw < 0.75) return chance.whole(1, 9);
  return draw < 0.92 ? chance.whole(60, 900) : chance.whole(900, 7200);
}
