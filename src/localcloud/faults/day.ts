// The bad day that is on: where its rules strike, drawn from its seed, and what has happened.
//
// Each draw follows from the seed, the rule, the stream (who acts: a client, or one invocation of a
// function), the action, the collection, and how often the rule has met just these. So the same
// client doing the same things meets the same faults at the same places, whatever others do
// meanwhile. What chance of the machine decides stays open: which of two writers comes first, which
// instance takes a call, and so which of several streams uses up a rule's `count`.
import { createHash } from 'node:crypto';
import { type BadDay, defaultSeconds, type FaultKind, type FaultRule } from './rule';

/** Where a fault could happen now. */
export interface Site {
  readonly action: string;
  /** Who acts; draws of one stream do not depend on those of another. */
  readonly stream: string;
  readonly functionName?: string | undefined;
  readonly collection?: string | undefined;
}

export interface Strike {
  readonly rule: FaultRule;
  readonly seconds: number;
  /** A second draw, from 0 to below 1, for what the rule leaves open. */
  readonly chance: number;
}

export interface FiredFault {
  /** The place of its rule in the day. */
  readonly rule: number;
  readonly fault: FaultKind;
  readonly action: string;
  readonly stream: string;
  readonly function?: string;
  readonly collection?: string;
}

export interface FaultReport {
  readonly seed: number;
  /** With how often each rule was asked and how often it struck. */
  readonly rules: readonly (FaultRule & { readonly met: number; readonly fired: number })[];
  /** The last thousand, in the order in which they happened. */
  readonly fired: readonly FiredFault[];
}

interface Tally {
  met: number;
  fired: number;
}

const quietDay: BadDay = { seed: 0, rules: [] };
const keptFired = 1000;

export class FaultDay {
  #day = quietDay;
  #tallies: Tally[] = [];
  #counts = new Map<string, number>();
  #fired: FiredFault[] = [];
  /** Rises when a day begins, so that what was drawn in another is not kept. */
  number = 0;

  constructor(
    day: BadDay = quietDay,
    private readonly log: (line: string) => void = () => undefined,
  ) {
    this.begin(day);
  }

  /** No rule is on. */
  get isQuiet(): boolean {
    return this.#day.rules.length === 0;
  }

  /** From here on this day's rules hold, counted and drawn from the beginning. */
  begin(day: BadDay): void {
    this.#day = day;
    this.number++;
    this.#tallies = day.rules.map(() => ({ met: 0, fired: 0 }));
    this.#counts = new Map();
    this.#fired = [];
  }

  /** How often this name was counted before, since the day began; numbers streams. */
  next(name: string): number {
    const before = this.#counts.get(name) ?? 0;
    this.#counts.set(name, before + 1);
    return before;
  }

  /** What the first rule of this kind that strikes here wants to happen. */
  strike(fault: FaultKind, site: Site): Strike | undefined {
    for (const [index, rule] of this.#day.rules.entries()) {
      if (rule.fault !== fault || !fits(rule, site)) continue;
      const tally = this.#tallies[index];
      if (!tally) continue;
      tally.met++;
      const name = [index, site.stream, site.action, site.collection ?? ''].join('\n');
      const [first, second] = draw(`${this.#day.seed}\n${name}\n${this.next(name)}`);
      if (first >= (rule.rate ?? 1) || tally.fired >= (rule.count ?? Infinity)) continue;
      tally.fired++;
      this.#note({ rule: index, fault, site });
      return { rule, seconds: rule.seconds ?? defaultSeconds[fault] ?? 0, chance: second };
    }
    return undefined;
  }

  report(): FaultReport {
    const { seed, rules } = this.#day;
    return {
      seed,
      rules: rules.map((rule, index) => ({
        ...rule,
        ...(this.#tallies[index] ?? { met: 0, fired: 0 }),
      })),
      fired: [...this.#fired],
    };
  }

  #note({ rule, fault, site }: { rule: number; fault: FaultKind; site: Site }): void {
    const { action, stream, functionName, collection } = site;
    if (this.#fired.length >= keptFired) this.#fired.shift();
    this.#fired.push({
      ...{ rule, fault, action, stream },
      ...(functionName !== undefined && { function: functionName }),
      ...(collection !== undefined && { collection }),
    });
    this.log(`FAULT ${fault} at ${action} ${collection ?? ''} of ${stream}`);
  }
}

function fits(rule: FaultRule, { action, functionName, collection }: Site): boolean {
  if (rule.function !== undefined && rule.function !== functionName) return false;
  if (rule.collection !== undefined && rule.collection !== collection) return false;
  if (rule.action === undefined) return true;
  return rule.action.endsWith('*')
    ? action.startsWith(rule.action.slice(0, -1))
    : action === rule.action;
}

/** Two numbers from 0 to below 1 that follow from the name. */
function draw(name: string): [number, number] {
  const bytes = createHash('sha1').update(name).digest();
  return [bytes.readUInt32BE(0) / 2 ** 32, bytes.readUInt32BE(4) / 2 ** 32];
}
