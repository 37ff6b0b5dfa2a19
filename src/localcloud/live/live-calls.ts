// Tells of each request as it is answered: who sent it, what it read and by which index.
import { AsyncLocalStorage } from 'node:async_hooks';
import { CloudError } from '../errors';

export interface LiveCall {
  /** Nothing for a client that is no function of this cloud. */
  readonly functionName: string | undefined;
  readonly action: string;
  readonly collection: string | undefined;
  readonly ms: number;
  readonly documentsRead: number;
  /** How they were found: `index <name>` or `collection scan`. */
  readonly plans: readonly string[];
  /** The code of the error that was answered, or the name of what else went wrong. */
  readonly failure: string | undefined;
}

interface Request {
  readonly action: string;
  readonly functionName?: string | undefined;
  readonly collection?: string | undefined;
}

interface Reads {
  documents: number;
  readonly plans: Set<string>;
}

export class LiveCalls {
  /** Follows a request through the cloud, however many others run meanwhile. */
  readonly #reads = new AsyncLocalStorage<Reads>();

  /** @param onCall nothing, and nothing is followed */
  constructor(private readonly onCall: ((call: LiveCall) => void) | undefined) {}

  async watch<T>(request: Request, work: () => Promise<T>): Promise<T> {
    const { onCall } = this;
    if (!onCall) return work();
    const reads: Reads = { documents: 0, plans: new Set() };
    const started = performance.now();
    const tell = (failure?: string): void => {
      const { functionName, action, collection } = request;
      const { documents, plans } = reads;
      const ms = performance.now() - started;
      onCall({
        ...{ functionName, action, collection, ms, failure },
        ...{ documentsRead: documents, plans: [...plans] },
      });
    };
    try {
      const answer = await this.#reads.run(reads, work);
      tell();
      return answer;
    } catch (error) {
      tell(failureOf(error));
      throw error;
    }
  }

  noteRead(documents: number, plan: string): void {
    const reads = this.#reads.getStore();
    if (!reads) return;
    reads.documents += documents;
    reads.plans.add(plan);
  }
}

function failureOf(error: unknown): string {
  if (error instanceof CloudError) return error.code;
  return error instanceof Error ? error.name : String(error);
}
