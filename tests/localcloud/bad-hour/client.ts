// One client of a bad hour: random transactions through the real SDK, and a history of what it saw.
import { randomOf } from '../random';
import type { Attempt } from '../snapshot-isolation-checker';
import type { SdkDatabase, SdkTransaction } from '../fixture';
import {
  type ClientHistory,
  deltaOf,
  type Epoch,
  epochAt,
  type HourOptions,
  nameKey,
  type Row,
  valueOf,
} from './plan';

/** What a client needs of the world. */
export interface Surroundings {
  readonly db: SdkDatabase;
  readonly callFunction: (name: string, data: unknown) => Promise<unknown>;
  /** Orders and pays; whatever becomes of it, the payment may have happened. */
  readonly pay: (order: { outTradeNo: string; totalFee: number }) => Promise<void>;
  /** Nanoseconds of the one clock of all clients. */
  readonly tick: () => number;
  readonly onAttempt: () => void;
}

type Step = (transaction: SdkTransaction, attempt: Attempt) => Promise<void>;

export class BadHourClient {
  readonly history: ClientHistory = { attempts: [], faults: [], refusedNames: [], orders: [] };
  readonly #random: () => number;
  #epoch: Epoch = epochAt(0);

  constructor(
    private readonly name: string,
    private readonly options: HourOptions,
    private readonly surroundings: Surroundings,
  ) {
    const number = Number(name.replace(/\D/g, ''));
    this.#random = randomOf(options.seed * 1000 + number);
  }

  async play(): Promise<ClientHistory> {
    for (let n = 0; n < this.options.transactionsPerClient; n++) {
      this.#epoch = epochAt(n);
      await this.#act(`${this.name}-${n}`);
      this.surroundings.onAttempt();
    }
    return this.history;
  }

  async #act(id: string): Promise<void> {
    const chance = this.#random();
    if (chance < 0.35) await this.#inTransaction(id, this.#readsAndAppends());
    else if (chance < 0.55) await this.#inTransaction(id, this.#transfer());
    else if (chance < 0.65) await this.#inTransaction(id, this.#replacement());
    else if (chance < 0.75) await this.#inTransaction(id, this.#claim());
    else if (chance < 0.8) await this.#retried(id, this.#readsAndAppends());
    else if (chance < 0.87) await this.#outside(id);
    else if (chance < 0.94) await this.#byFunction(id);
    else await this.#pay(id);
  }

  #begin(id: string): Attempt {
    const { tick } = this.surroundings;
    const attempt: Attempt = {
      ...{ id, client: this.name, begun: tick(), ended: 0 },
      ...{ outcome: 'unknown', reads: [], appends: [] },
    };
    this.history.attempts.push(attempt);
    return attempt;
  }

  /** A tenth is rolled back. */
  async #inTransaction(id: string, step: Step): Promise<void> {
    const attempt = this.#begin(id);
    const gives = this.#random() < 0.1;
    await this.#ending(attempt, async () => {
      const transaction = await this.surroundings.db.startTransaction();
      try {
        await step(transaction, attempt);
      } catch (error) {
        this.#noteRefusedName(error, attempt);
        await quietly(transaction.rollback());
        return 'aborted';
      }
      if (gives) {
        await quietly(transaction.rollback());
        return 'aborted';
      }
      return this.#commit(transaction);
    });
  }

  async #commit(transaction: SdkTransaction): Promise<Attempt['outcome']> {
    try {
      await transaction.commit();
      return 'committed';
    } catch (error) {
      return isRefusal(error) ? 'aborted' : 'unknown';
    }
  }

  /** Through runTransaction, which tries again when the commit met a conflict. */
  async #retried(id: string, step: Step): Promise<void> {
    const tries: Attempt[] = [];
    const end = (outcome: Attempt['outcome']) => {
      const attempt = tries.at(-1);
      if (attempt) Object.assign(attempt, { outcome, ended: this.surroundings.tick() });
    };
    let stepsDone = 0;
    try {
      await this.surroundings.db.runTransaction(async (transaction) => {
        end('aborted');
        const attempt = this.#begin(`${id}+${tries.length}`);
        tries.push(attempt);
        await step(transaction, attempt);
        stepsDone = tries.length;
      });
      end('committed');
    } catch (error) {
      const hasAskedToCommit = tries.length > 0 && stepsDone === tries.length;
      end(hasAskedToCommit && !isRefusal(error) ? 'unknown' : 'aborted');
    }
  }

  async #outside(id: string): Promise<void> {
    const attempt = this.#begin(id);
    const key = this.#pick(this.#epoch.documents);
    await this.#ending(attempt, async () => {
      const change = this.#change(attempt, key, this.#amount());
      await this.surroundings.db.collection('rows').doc(key).update({ data: change });
      return 'committed';
    });
  }

  async #byFunction(id: string): Promise<void> {
    const attempt = this.#begin(id);
    const keys = [
      ...new Set([this.#pick(this.#epoch.documents), this.#pick(this.#epoch.documents)]),
    ];
    const deltas = keys.map(() => this.#amount());
    const values = keys.map((key, i) => {
      const value = valueOf(id, i, deltas[i] ?? 0);
      attempt.appends.push({ key, value });
      return value;
    });
    await this.#ending(attempt, async () => {
      const rows = await this.surroundings.callFunction('append', { keys, values, deltas });
      for (const row of rows as (Row & { key: string })[])
        this.#note(attempt, { ...row, _id: row.key });
      return 'committed';
    });
  }

  async #pay(id: string): Promise<void> {
    const order = { outTradeNo: id, totalFee: 1 + Math.floor(this.#random() * 1000) };
    this.history.orders.push(order);
    await quietly(this.surroundings.pay(order));
  }

  /** What fails in any other way than the work knows is unknown. */
  async #ending(attempt: Attempt, work: () => Promise<Attempt['outcome']>): Promise<void> {
    try {
      attempt.outcome = await work();
    } catch {
      attempt.outcome = 'unknown';
    }
    attempt.ended = this.surroundings.tick();
  }

  #readsAndAppends(): Step {
    const steps = 1 + Math.floor(this.#random() * 4);
    const plan = Array.from({ length: steps }, () => ({
      key: this.#pick(this.#epoch.documents),
      amount: this.#amount(),
      kind: this.#random(),
    }));
    return async (transaction, attempt) => {
      for (const { key, amount, kind } of plan) {
        if (kind < 0.4) await this.#read(transaction, attempt, key);
        else if (kind < 0.5) await this.#readAll(transaction, attempt, 'document');
        else await this.#append(transaction, attempt, { key, amount });
      }
    };
  }

  /** Between two accounts; all accounts together never change. */
  #transfer(): Step {
    const [from, to] = [this.#pick(this.#epoch.accounts), this.#pick(this.#epoch.accounts)];
    const amount = this.#amount();
    const looksAtAll = this.#random() < 0.5;
    return async (transaction, attempt) => {
      if (looksAtAll) await this.#readAll(transaction, attempt, 'account');
      await this.#append(transaction, attempt, { key: from, amount: -amount });
      await this.#append(transaction, attempt, { key: to, amount });
      if (looksAtAll) await this.#readAll(transaction, attempt, 'account');
    };
  }

  /** Reads a document and sets it as a whole: a write in between would be lost with it. */
  #replacement(): Step {
    const key = this.#pick(this.#epoch.documents);
    const amount = this.#amount();
    return async (transaction, attempt) => {
      const row = await this.#read(transaction, attempt, key);
      const value = this.#nextValue(attempt, key, amount);
      const { epoch, kind, values, total } = row;
      const data = { epoch, kind, values: [...values, value], total: total + amount };
      await transaction.collection('rows').doc(key).set({ data });
    };
  }

  /** Takes a unique name. */
  #claim(): Step {
    const name = this.#pick(this.#epoch.names);
    const key = this.#pick(this.#epoch.documents);
    return async (transaction, attempt) => {
      await this.#append(transaction, attempt, { key, amount: 1 });
      const value = this.#nextValue(attempt, nameKey(name), 0);
      await transaction.collection('names').add({ data: { _id: value, name } });
    };
  }

  #noteRefusedName(error: unknown, attempt: Attempt): void {
    const last = attempt.appends.at(-1);
    if (textOf(error).includes('E11000') && last) this.history.refusedNames.push(last.key);
  }

  async #read(transaction: SdkTransaction, attempt: Attempt, key: string): Promise<Row> {
    const { data } = await transaction.collection('rows').doc(key).get();
    const row = data as unknown as Row;
    this.#note(attempt, row);
    return row;
  }

  async #readAll(transaction: SdkTransaction, attempt: Attempt, kind: Row['kind']): Promise<void> {
    const where = { epoch: this.#epoch.number, kind };
    const { data } = await transaction.collection('rows').where(where).get();
    const rows = data as unknown as Row[];
    for (const row of rows) this.#note(attempt, row);
    const sum = rows.reduce((all, { total }) => all + total, 0);
    if (kind === 'account' && sum !== 0) {
      this.history.faults.push(`${attempt.id} saw accounts that sum to ${sum}`);
    }
    const { documents, accounts } = this.#epoch;
    const expected = kind === 'account' ? accounts.length : documents.length;
    if (rows.length !== expected) this.history.faults.push(`${attempt.id} saw ${rows.length} rows`);
  }

  #note(attempt: Attempt, { _id, values, total }: Row): void {
    attempt.reads.push({ key: _id, values });
    const sum = values.reduce((all, value) => all + deltaOf(value), 0);
    if (sum !== total) this.history.faults.push(`${attempt.id}: ${_id} is ${total}, not ${sum}`);
  }

  async #append(
    transaction: SdkTransaction,
    attempt: Attempt,
    { key, amount }: { key: string; amount: number },
  ): Promise<void> {
    const data = this.#change(attempt, key, amount);
    await transaction.collection('rows').doc(key).update({ data });
  }

  #change(attempt: Attempt, key: string, amount: number): Record<string, unknown> {
    const { command } = this.surroundings.db;
    const value = this.#nextValue(attempt, key, amount);
    return { values: command['push']?.([value]), total: command['inc']?.(amount) };
  }

  #nextValue(attempt: Attempt, key: string, amount: number): string {
    const value = valueOf(attempt.id, attempt.appends.length, amount);
    attempt.appends.push({ key, value });
    return value;
  }

  #pick(from: readonly string[]): string {
    return from[Math.floor(this.#random() * from.length)] ?? '';
  }

  #amount(): number {
    return 1 + Math.floor(this.#random() * 100);
  }
}

/** The cloud says that nothing of the transaction remains. */
function isRefusal(error: unknown): boolean {
  return /TransactionConflict|TRANSACTION_CONFLICT|TransactionNotExist/.test(textOf(error));
}

function textOf(error: unknown): string {
  const { code, errMsg, message } = error as Record<string, unknown>;
  return [code, errMsg, message].map(String).join(' ');
}

/** For what may fail without changing what is known. */
async function quietly(work: Promise<unknown>): Promise<void> {
  await Promise.allSettled([work]);
}
