// The open transactions, their locks and their end. The first writer of a document holds it until
// its transaction ends: another transaction fails at once, a writer outside waits.
import { randomUUID } from 'node:crypto';
import type { CloudClock } from '../clock';
import { transactionMissing } from '../errors';
import { type Origin, Transaction } from './transaction';
import type { VersionLog } from './version-log';

export type TransactionOutcome = 'committed' | 'aborted' | 'conflicted' | 'expired';

const lifeMs = 30_000;

/** Thrown at a writer outside of transactions; it tries again when the holder has ended. */
export class LockedByTransaction extends Error {
  constructor(readonly holder: Transaction) {
    super('locked by an open transaction');
  }
}

export class Transactions {
  readonly #open = new Map<string, Transaction>();
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #holders = new Map<string, Transaction>();

  constructor(
    private readonly clock: CloudClock,
    private readonly versions: VersionLog,
    private readonly onEnd: (outcome: TransactionOutcome) => void,
  ) {
    clock.onMove(() => {
      this.#expireOld();
      return Promise.resolve();
    });
  }

  get openCount(): number {
    return this.#open.size;
  }

  start(origin?: Origin): Transaction {
    const id = randomUUID();
    const transaction = new Transaction(id, origin, this.clock.nowMs, this.versions);
    this.#open.set(id, transaction);
    // Its life is that of the cloud's clock, and never longer than 30 real seconds, so that locks of
    // a client that died are released under a clock that stands still as well.
    const timer = setTimeout(() => {
      this.end(transaction, 'expired');
    }, lifeMs);
    timer.unref();
    this.#timers.set(id, timer);
    return transaction;
  }

  /** @throws CloudError DATABASE_TRANSACTION_FAIL when it has ended or never was */
  get(id: string): Transaction {
    const transaction = this.#open.get(id);
    if (!transaction) throw transactionMissing();
    return transaction;
  }

  openOf(invocation: string): Transaction | undefined {
    for (const transaction of this.#open.values()) {
      if (transaction.origin?.invocation === invocation) return transaction;
    }
    return undefined;
  }

  holderOf(resource: string): Transaction | undefined {
    return this.#holders.get(resource);
  }

  lock(transaction: Transaction, resource: string): void {
    this.#holders.set(resource, transaction);
    transaction.locks.add(resource);
  }

  end(transaction: Transaction, outcome: TransactionOutcome): void {
    if (!this.#open.delete(transaction.id)) return;
    clearTimeout(this.#timers.get(transaction.id));
    this.#timers.delete(transaction.id);
    for (const resource of transaction.locks) this.#holders.delete(resource);
    transaction.end();
    this.onEnd(outcome);
  }

  endAll(): void {
    for (const transaction of [...this.#open.values()]) this.end(transaction, 'aborted');
  }

  #expireOld(): void {
    const now = this.clock.nowMs;
    for (const transaction of [...this.#open.values()]) {
      if (now - transaction.startedMs >= lifeMs) this.end(transaction, 'expired');
    }
  }
}
