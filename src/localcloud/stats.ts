// What the cloud has been asked for since the counters were last reset, so that cost can be counted.
import type { TransactionOutcome } from './transactions/transactions';

export interface FunctionStats {
  invocations: number;
  errors: number;
  coldStarts: number;
  /** Requests the function sent to the cloud. */
  requests: number;
  /** From call to answer, all invocations together. */
  ms: number;
  /** Of these, the time the cloud was at the function's requests. */
  cloudMs: number;
}

export interface CloudStats {
  readonly requests: number;
  readonly actions: Readonly<Record<string, number>>;
  readonly functions: Readonly<Record<string, Readonly<FunctionStats>>>;
  readonly transactions: Readonly<Record<TransactionOutcome | 'started', number>>;
  readonly documentsRead: number;
}

export class Counters {
  #actions = new Map<string, number>();
  #functions = new Map<string, FunctionStats>();
  #transactions = noTransactions();
  #documentsRead = 0;

  countRequest(action: string, functionName: string | undefined): void {
    this.#actions.set(action, (this.#actions.get(action) ?? 0) + 1);
    if (functionName !== undefined) this.#of(functionName).requests++;
    if (action === 'database.startTransaction') this.#transactions.started++;
  }

  /** @param ms from the request's arrival to its answer, without the way there and back */
  countAnswer(functionName: string, ms: number): void {
    this.#of(functionName).cloudMs += ms;
  }

  countInvocation(
    functionName: string,
    outcome: { failed: boolean; cold: boolean; ms: number },
  ): void {
    const stats = this.#of(functionName);
    stats.invocations++;
    stats.ms += outcome.ms;
    if (outcome.failed) stats.errors++;
    if (outcome.cold) stats.coldStarts++;
  }

  countTransaction(outcome: TransactionOutcome): void {
    this.#transactions[outcome]++;
  }

  countDocuments(read: number): void {
    this.#documentsRead += read;
  }

  snapshot(): CloudStats {
    const actions = Object.fromEntries([...this.#actions].sort());
    return {
      requests: Object.values(actions).reduce((sum, n) => sum + n, 0),
      actions,
      functions: Object.fromEntries(
        [...this.#functions].sort().map(([name, stats]) => [name, { ...stats }]),
      ),
      transactions: { ...this.#transactions },
      documentsRead: this.#documentsRead,
    };
  }

  reset(): void {
    this.#actions = new Map();
    this.#functions = new Map();
    this.#transactions = noTransactions();
    this.#documentsRead = 0;
  }

  #of(name: string): FunctionStats {
    const known = this.#functions.get(name);
    if (known) return known;
    const stats = { invocations: 0, errors: 0, coldStarts: 0, requests: 0, ms: 0, cloudMs: 0 };
    this.#functions.set(name, stats);
    return stats;
  }
}

function noTransactions(): Record<TransactionOutcome | 'started', number> {
  return { started: 0, committed: 0, aborted: 0, conflicted: 0, expired: 0 };
}
