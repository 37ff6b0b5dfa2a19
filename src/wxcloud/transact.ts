// Runs a transaction until it has committed, or says why it has not. Every write path is
// idempotent, so an attempt whose reply was lost is simply tried again and finds its own work.
import { fail, succeed, type Result } from '../domain/result';
import { transactionOf, type Transaction } from './database';
import { faultOf } from './errors';
import type { SdkDatabase, SdkTransaction } from './sdk';

export interface TransactRules {
  /** Milliseconds; taken anew for each attempt. */
  readonly now: () => number;
  /** 0 ≤ random < 1, for the pause between attempts. */
  readonly random: () => number;
  readonly pause: (milliseconds: number) => Promise<void>;
  /** An attempt older than this does not commit, or a fold could have passed its `at`. */
  readonly commitWithinSeconds: number;
}

export type TransactError =
  /** Conflicts or lost replies did not end; the caller may try again. */
  | { readonly code: 'busy' }
  /** An `add` met an existing id; nothing was written. */
  | { readonly code: 'duplicate' };

/** What the work wants to become of its writes. */
export type Decision<T> =
  { readonly commit: true; readonly value: T } | { readonly commit: false; readonly value: T };

export const commit = <T>(value: T): Decision<T> => ({ commit: true, value });
export const abort = <T>(value: T): Decision<T> => ({ commit: false, value });

const ATTEMPTS = 10;
const FIRST_PAUSE_MS = 8;
const LONGEST_PAUSE_MS = 400;

type Attempt<T> =
  | { readonly outcome: 'done'; readonly value: T }
  | { readonly outcome: 'again' }
  | { readonly outcome: 'duplicate' };

/** Runs `work` with the clock of the attempt; throws what is neither conflict nor lost reply. */
export async function transact<T>(
  { database, rules }: { database: SdkDatabase; rules: TransactRules },
  work: (transaction: Transaction, at: number) => Promise<Decision<T>>,
): Promise<Result<T, TransactError>> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (attempt > 0) await rules.pause(pauseBefore(attempt, rules.random()));
    const done = await tryOnce({ database, rules }, work);
    if (done.outcome === 'done') return succeed(done.value);
    if (done.outcome === 'duplicate') return fail({ code: 'duplicate' });
  }
  return fail({ code: 'busy' });
}

function pauseBefore(attempt: number, random: number): number {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** attempt) * (0.5 + random / 2);
}

async function tryOnce<T>(
  { database, rules }: { database: SdkDatabase; rules: TransactRules },
  work: (transaction: Transaction, at: number) => Promise<Decision<T>>,
): Promise<Attempt<T>> {
  const at = rules.now();
  let transaction: SdkTransaction | undefined;
  try {
    transaction = await database.startTransaction();
    const decision = await work(transactionOf(transaction), at);
    const isLate = rules.now() - at > rules.commitWithinSeconds * 1000;
    if (decision.commit && !isLate) await transaction.commit();
    else await transaction.rollback();
    return decision.commit && isLate
      ? { outcome: 'again' }
      : { outcome: 'done', value: decision.value };
  } catch (error) {
    return await afterError(error, transaction);
  }
}

/** The cloud has itself aborted a transaction that met a conflict. */
async function afterError<T>(
  error: unknown,
  transaction: SdkTransaction | undefined,
): Promise<Attempt<T>> {
  const fault = faultOf(error);
  if (fault === 'conflict') return { outcome: 'again' };
  await rollbackQuietly(transaction);
  if (fault === 'unknown') return { outcome: 'again' };
  if (fault === 'duplicate') return { outcome: 'duplicate' };
  throw error;
}

/** Best effort: a transaction that cannot be reached ends by itself after 30 seconds. */
async function rollbackQuietly(transaction: SdkTransaction | undefined): Promise<void> {
  try {
    await transaction?.rollback();
  } catch (error) {
    console.warn('a transaction could not be rolled back', error);
  }
}
