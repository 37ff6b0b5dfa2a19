// What the bad day does to requests of the SDK.
import { transactionConflict } from '../errors';
import type { Transactions } from '../transactions/transactions';
import { doUnderFaults, NoAnswer } from './around-work';
import type { FaultDay, Site } from './day';

interface RequestFaultsOptions {
  readonly day: FaultDay;
  readonly transactions: Transactions;
  /** Ends the instance that runs an invocation, at once. */
  readonly kill: (invocation: string) => Promise<void>;
}

export interface MetRequest {
  readonly site: Site;
  readonly transactionId: string | undefined;
  /** The invocation that sent it, if a function did. */
  readonly invocation: string | undefined;
}

const writes: ReadonlySet<string> = new Set([
  'database.insertDocument',
  'database.modifyDocument',
  'database.modifyAndReturnDoc',
  'database.removeDocument',
]);

export class RequestFaults {
  constructor(private readonly options: RequestFaultsOptions) {}

  /**
   * Does the request as the day has it. An invocation that it asks for meets its faults itself.
   * @throws NoAnswer when the client is to hear nothing
   */
  async meet<T>(request: MetRequest, work: () => Promise<T>): Promise<T> {
    const { day } = this.options;
    if (day.isQuiet) return work();
    const { site } = request;
    const done = () => this.#thenKill(request, work);
    if (site.action === 'functions.invokeFunction') return done();
    return doUnderFaults({
      ...{ day, site },
      work: () => {
        this.#conflict(request);
        return done();
      },
      timeout: ({ rule }) => new NoAnswer(rule.seconds),
    });
  }

  #conflict({ site, transactionId }: MetRequest): void {
    if (transactionId === undefined) return;
    const { day, transactions } = this.options;
    const isConflict =
      site.action === 'database.commitTransaction'
        ? day.strike('conflict-at-commit', site)
        : writes.has(site.action) && day.strike('conflict', site);
    if (!isConflict) return;
    transactions.end(transactions.get(transactionId), 'conflicted');
    throw transactionConflict();
  }

  async #thenKill<T>({ site, invocation }: MetRequest, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } finally {
      if (invocation !== undefined && this.options.day.strike('instance-killed', site)) {
        await this.options.kill(invocation);
      }
    }
  }
}
