import type { AppErrorCode } from '../../miniprogram/cloud/types';
import { untilAnswered } from '../../miniprogram/features/paying/until-answered';
import { CallFailure } from '../../miniprogram/queries/call-failure';

/** A cloud that fails with these codes, one a call, and then answers. */
function cloudFailing(...codes: readonly AppErrorCode[]) {
  const left = [...codes];
  return jest.fn(() => {
    const code = left.shift();
    return code === undefined ? Promise.resolve('placed') : Promise.reject(new CallFailure(code));
  });
}
const noPause = (): Promise<void> => Promise.resolve();

describe('placing over a bad network', () => {
  it.each<AppErrorCode>([
    'offline',
    'timeout',
    'cloud-unavailable',
    'bad-answer',
    'busy',
    'internal',
  ])('asks again after %s, since nobody knows whether the order stands', async (code) => {
    const place = cloudFailing(code, code);
    await expect(untilAnswered(place, noPause)).resolves.toBe('placed');
    expect(place).toHaveBeenCalledTimes(3);
  });

  it.each<AppErrorCode>([
    'lot-insufficient',
    'merchant-closed',
    'payment-unavailable',
    'bad-request',
  ])('takes %s for an answer', async (code) => {
    const place = cloudFailing(code);
    await expect(untilAnswered(place, noPause)).rejects.toMatchObject({ code });
    expect(place).toHaveBeenCalledTimes(1);
  });

  it('gives up after three times with the last failure', async () => {
    const place = cloudFailing('timeout', 'timeout', 'offline', 'offline');
    await expect(untilAnswered(place, noPause)).rejects.toMatchObject({ code: 'offline' });
    expect(place).toHaveBeenCalledTimes(3);
  });

  it('waits longer before each try', async () => {
    const pauses: number[] = [];
    const wait = (ms: number): Promise<void> => {
      pauses.push(ms);
      return Promise.resolve();
    };
    await untilAnswered(cloudFailing('offline', 'offline'), wait);
    expect(pauses).toHaveLength(2);
    expect(pauses[1]).toBeGreaterThan(pauses[0] ?? 0);
  });
});
