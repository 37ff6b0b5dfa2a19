// What the bad day does to invocations of functions.
import { CloudError } from '../errors';
import { doUnderFaults } from './around-work';
import type { FaultDay } from './day';

export class InvocationFaults {
  constructor(private readonly day: FaultDay) {}

  /** A name for an invocation that is the same whenever the same caller calls for the same time. */
  streamOf({ functionName, caller }: { functionName: string; caller: string }): string {
    const name = `${functionName} for ${caller}`;
    return this.day.isQuiet ? name : `${name} #${this.day.next(name)}`;
  }

  /** @throws CloudError as the cloud tells of it, NoAnswer when the caller is to hear nothing */
  async meet<T>(
    invocation: { functionName: string; stream: string; timeoutSeconds: number },
    work: () => Promise<T>,
  ): Promise<T> {
    const { day } = this;
    if (day.isQuiet) return work();
    const { functionName, stream, timeoutSeconds } = invocation;
    return doUnderFaults({
      ...{ day, work },
      site: { action: 'functions.invokeFunction', stream, functionName },
      timeout: () =>
        new CloudError(
          'FUNCTIONS_TIME_LIMIT_EXCEEDED',
          `Invoking task timed out after ${timeoutSeconds} seconds`,
        ),
    });
  }
}
