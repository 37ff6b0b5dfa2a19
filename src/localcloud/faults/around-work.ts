// Does a piece of work as the bad day has it: late, not at all, in vain, or without an answer.
import { CloudError } from '../errors';
import type { FaultDay, Site, Strike } from './day';

/** The work may be done, and whoever asked for it hears nothing. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';

  /** @param afterSeconds real seconds until the connection is cut; without it the client gives up */
  constructor(readonly afterSeconds: number | undefined) {
    super('the reply was lost');
  }
}

interface Around<T> {
  readonly day: FaultDay;
  readonly site: Site;
  readonly work: () => Promise<T>;
  /** What a timeout looks like here. */
  readonly timeout: (strike: Strike) => Error;
}

/** Delay, error, timeout and lost reply: what can happen to requests and to invocations. */
export async function doUnderFaults<T>({ day, site, work, timeout }: Around<T>): Promise<T> {
  const delay = day.strike('delay', site);
  if (delay) await pause(delay.seconds * delay.chance);
  const before = day.strike('error-before', site);
  if (before) throw errorOf(before);
  const late = day.strike('timeout', site);
  if (late && !isDone(late)) throw timeout(late);
  // What happens to the answer happens to a refusal, too.
  const outcome = await work().then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  if (late) throw timeout(late);
  const after = day.strike('error-after', site);
  if (after) throw errorOf(after);
  if (day.strike('reply-lost', site)) throw new NoAnswer(0);
  if ('error' in outcome) throw outcome.error;
  return outcome.value;
}

function isDone({ rule, chance }: Strike): boolean {
  return rule.isDone ?? chance < 0.5;
}

function errorOf({ rule }: Strike): CloudError {
  const code = rule.code ?? 'SYS_ERR';
  return new CloudError(code, `[${code}] The cloud failed, as this day's rules have it.`);
}

function pause(seconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, seconds * 1000).unref();
  });
}
