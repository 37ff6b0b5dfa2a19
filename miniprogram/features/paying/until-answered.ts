// Moving money over a bad network: the same request is repeated, so it happens once.
import type { AppErrorCode } from '../../cloud/types';
import { codeOf } from '../../queries/call-failure';

/** After these nobody knows whether it happened; asking again with the same id tells. */
const UNANSWERED: readonly AppErrorCode[] = [
  'offline',
  'timeout',
  'cloud-unavailable',
  'bad-answer',
  'busy',
  'internal',
];
const PAUSES_MS: readonly number[] = [400, 1500];

/** What `send` answers at last; rejects with its last failure. */
export async function untilAnswered<T>(
  send: () => Promise<T>,
  wait: (milliseconds: number) => Promise<void> = pause,
): Promise<T> {
  for (const pauseMs of PAUSES_MS) {
    try {
      return await send();
    } catch (error) {
      if (!isUnanswered(error)) throw error;
      await wait(pauseMs);
    }
  }
  return send();
}

/** Whether nobody knows yet what became of it. */
export function isUnanswered(error: unknown): boolean {
  return UNANSWERED.includes(codeOf(error));
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
