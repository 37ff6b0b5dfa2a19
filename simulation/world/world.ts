// The world of one seed: a cloud with its functions, a town, a clock, and what people remember.
import type { ActionName, Answer, Input } from '../../src/contracts/contract';
import type { accountContract } from '../../src/contracts/account';
import type { campaignsContract } from '../../src/contracts/campaigns';
import type { merchantContract } from '../../src/contracts/merchant';
import type { ordersContract } from '../../src/contracts/orders';
import type { walletContract } from '../../src/contracts/wallet';
import type { Merchant } from '../../src/domain/merchants/merchant';
import type { LocalCloud } from '../../src/localcloud';
import { CloudClient } from '../../tests/support/cloud-client';
import type { Finding } from '../auditor/finding';
import type { Snapshot } from '../auditor/documents';
import type { Chance } from '../chance';
import type { Person, Town } from './town';

interface Contracts {
  readonly account: typeof accountContract;
  readonly campaigns: typeof campaignsContract;
  readonly merchant: typeof merchantContract;
  readonly orders: typeof ordersContract;
  readonly wallet: typeof walletContract;
}

/** A bill that somebody has placed, as far as its answer has come. */
export interface Bill {
  readonly orderId: string;
  readonly person: Person;
  readonly shop: Merchant;
  readonly amountFen: number;
  readonly requestId: string;
  readonly uses: readonly { readonly lotId: string; readonly amountFen: number }[];
  /** Of WeChat's window; absent when nothing was to be paid in cash. */
  readonly prepayId?: string;
}

export interface KnownCampaign {
  readonly id: string;
  /** Else a bill has it or gives it by itself. */
  readonly isClaimed: boolean;
  readonly endsAt: number;
}

/** As many tries as a person makes. */
const TRIES = 4;
/** Longer than any function may run. */
const PATIENCE_MS = 90_000;

export class World {
  readonly bills: Bill[] = [];
  /** That were opened, the latest last. */
  readonly campaigns: KnownCampaign[] = [];
  readonly findings: Finding[] = [];
  readonly trace: string[] = [];
  /** Of the step that is being played; only this one may be drawn from. */
  chance: Chance;
  /** Nothing goes wrong today: then nobody has to ask twice. */
  isCalm = true;
  /** Counts what is asked for in this step, for names that do not repeat. */
  #asked = 0;
  #stepName = '';

  constructor(
    readonly cloud: LocalCloud,
    readonly town: Town,
    /** What the store holds now. */
    readonly look: () => Snapshot,
    chance: Chance,
  ) {
    this.chance = chance;
    this.#client = new CloudClient(cloud);
  }

  readonly #client: CloudClient;

  get now(): number {
    return this.cloud.now().getTime();
  }

  begin(stepName: string, chance: Chance): void {
    this.#stepName = stepName;
    this.#asked = 0;
    this.chance = chance;
  }

  /** A requestId that nothing else has. */
  newRequestId(): string {
    this.#asked += 1;
    return `sim-${this.#stepName}-${this.#asked}`.padEnd(32, '0').replaceAll(/[^0-9a-zA-Z-]/g, '-');
  }

  /** Notes what happened, for the history of a finding. */
  say(text: string): void {
    this.trace.push(`${this.cloud.now().toISOString()} ${text}`);
  }

  find(rule: string, text: string): void {
    this.findings.push({ rule, text });
  }

  /**
   * Asks as the app does, again while no answer comes; nothing when none came at all. On a calm
   * day every answer is there at once, and none says `internal`.
   */
  async ask<N extends keyof Contracts, A extends ActionName<Contracts[N]>>(
    { openid }: Person,
    [name, action]: readonly [N, A],
    input: Input<Contracts[N], A>,
  ): Promise<Answer<Contracts[N], A> | undefined> {
    for (let time = 0; time < TRIES; time += 1) {
      const asked = this.#client.callAs(openid)(name, action, input);
      const answer = await this.#inTime(`${name}.${action}`, asked).catch((error: unknown) =>
        String(error),
      );
      const code = typeof answer === 'string' ? 'no-answer' : codeOf(answer);
      if (typeof answer !== 'string' && !isPassing(code)) return answer;
      if (this.isCalm && code !== 'busy') {
        this.find(
          'answers',
          `${name}.${action} ${JSON.stringify(input)}: ${JSON.stringify(answer)}`,
        );
        return undefined;
      }
    }
    return undefined;
  }

  /** What the person does in WeChat's window; a lost reply is nothing special. */
  async payInWindow(
    { openid }: Person,
    { prepayId, outcome }: { prepayId: string; outcome: 'pay' | 'cancel' | 'pay-lose-reply' },
  ): Promise<void> {
    await this.#client.pay({ openid, prepayId, outcome });
  }

  /** Moves the clock and lets everything end that came due. */
  async wait(seconds: number): Promise<void> {
    await this.#inTime(`${seconds} s to pass`, this.cloud.advanceClock(seconds));
  }

  /** Callbacks that are under way have come. */
  async settle(): Promise<void> {
    await this.wait(0);
  }

  /** Nothing takes for ever: what has not ended in a real minute and a half never will. */
  async #inTime<T>(what: string, work: Promise<T>): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        this.say(`waited in vain for ${what}`);
        reject(new Error(`waited in vain for ${what}`));
      }, PATIENCE_MS);
    });
    return Promise.race([work, tooLate]).finally(() => {
      clearTimeout(timer);
    });
  }

  /** Invokes a timer's function so many times at once. */
  async runTimer(name: string, times: number): Promise<void> {
    const runs = Array.from({ length: times }, () => this.cloud.invokeTimer(name));
    for (const run of await Promise.allSettled(runs)) {
      if (run.status === 'rejected' && this.isCalm)
        this.find('answers', `${name}: ${String(run.reason)}`);
    }
  }

  /** Delivers the callback of a payment again, so many at once. */
  async repeatCallback(prepayId: string, times: number): Promise<void> {
    await this.#client.repeatCallback(prepayId, times).catch((error: unknown) => {
      this.say(`the callback could not be repeated: ${String(error)}`);
    });
  }
}

/** May be asked again: conflicts did not end, or the cloud has failed. */
function isPassing(code: string): boolean {
  return code === 'busy' || code === 'internal';
}

function codeOf(answer: {
  readonly ok: boolean;
  readonly error?: { readonly code: unknown };
}): string {
  return answer.error === undefined ? '' : String(answer.error.code);
}
