// The worst of all days: every fault there is, each often enough to happen in a short hour.
import type { BadDay } from '../../../src/localcloud';

export function worstDay(seed: number): BadDay {
  const invocation = 'functions.invokeFunction';
  return {
    seed,
    rules: [
      { fault: 'conflict', rate: 0.02 },
      { fault: 'conflict-at-commit', rate: 0.04 },
      { fault: 'reply-lost', action: 'database.commitTransaction', rate: 0.04 },
      { fault: 'reply-lost', rate: 0.004 },
      { fault: 'error-before', action: 'database.*', rate: 0.008 },
      { fault: 'error-before', action: 'wx.*', rate: 0.03 },
      { fault: 'error-before', action: invocation, rate: 0.02 },
      { fault: 'error-after', action: 'database.*', rate: 0.008, code: 'SERVER_TIMEOUT' },
      { fault: 'error-after', action: invocation, rate: 0.02 },
      { fault: 'delay', rate: 0.04, seconds: 0.05 },
      { fault: 'timeout', action: 'database.*', rate: 0.002, seconds: 0.3 },
      { fault: 'timeout', action: invocation, rate: 0.01 },
      { fault: 'instance-killed', rate: 0.02 },
      { fault: 'callback-lost', rate: 0.15 },
      { fault: 'callback-late', rate: 0.15, seconds: 40 },
      { fault: 'callback-doubled', rate: 0.1 },
      { fault: 'callback-doubled', rate: 0.1, seconds: 30 },
      { fault: 'callback-out-of-order', rate: 0.2 },
      { fault: 'timer-doubled', rate: 0.3 },
      { fault: 'timer-late', rate: 0.3, seconds: 12 },
      { fault: 'clock-skew', seconds: 60 },
    ],
  };
}
