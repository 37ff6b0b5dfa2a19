// Placing a bill over a bad network: the same request is repeated, so it is placed once.
import type { AppErrorCode } from '../../cloud/types';
import { codeOf } from '../../queries/call-failure';

/** After these nobody knows whether the order was placed; asking again with the same id tells. */
const UNANSWERED: readonly AppErrorCode[] = [
  'offline',
  'timeout',
  'cloud-unavailable',
  'bad-answer',
  'busy',
  'internal',
];
const PAUSES_MS: readonly number[] = [400, 1500];

/** What `place` answers at last; rejects with its last failure. */
export async function placeUntilAnswered<T>(
  place: () => Promise<T>,
  wait: (milliseconds: number) => Promise<void> = pause,
): Promise<T> {
  for (const pauseMs of PAUSES_MS) {
    try {
      return await place();
    } catch (error) {
      if (!UNANSWERED.includes(codeOf(error))) throw error;
      await wait(pauseMs);
    }
  }
  return place();
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
