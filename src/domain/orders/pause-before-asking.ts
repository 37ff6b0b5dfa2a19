// How long WeChat is left alone after it has refused, or could not be reached.
import { HOUR, MINUTE } from '../time';

/** Milliseconds before the next attempt: a minute, doubled with each, six hours at most. */
export function pauseBeforeAsking(attempts: number): number {
  return Math.min(MINUTE * 2 ** attempts, 6 * HOUR);
}
