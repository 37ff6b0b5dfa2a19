// Every cloud function with its limits and, for timers, when it runs (7 fields, UTC+8). The build
// writes cloudbaserc.json and each config.json from this list.

export interface CloudFunction {
  readonly timeoutSeconds: number;
  readonly memoryMb: number;
  /** sec min hour day month weekday year */
  readonly timer?: string;
  /** Interfaces of WeChat's open platform that it calls. */
  readonly openapi?: readonly string[];
}

export const functions: Readonly<Record<string, CloudFunction>> = {
  'nearby': { timeoutSeconds: 5, memoryMb: 256 },
  'orders': { timeoutSeconds: 10, memoryMb: 256 },
  'payments': { timeoutSeconds: 20, memoryMb: 256 },
  'payments-sweep': { timeoutSeconds: 60, memoryMb: 256, timer: '30 * * * * * *' },
  'shipping-reports': {
    timeoutSeconds: 60,
    memoryMb: 256,
    timer: '45 * * * * * *',
    openapi: ['wxa.sec.order.uploadShippingInfo'],
  },
  'campaigns': { timeoutSeconds: 10, memoryMb: 256 },
  'wallet': { timeoutSeconds: 5, memoryMb: 256 },
  'merchant': { timeoutSeconds: 20, memoryMb: 256, openapi: ['security.msgSecCheck'] },
  'account': { timeoutSeconds: 10, memoryMb: 256 },
  'messages': { timeoutSeconds: 5, memoryMb: 256 },
  'messages-sender': {
    timeoutSeconds: 60,
    memoryMb: 256,
    timer: '5 * * * * * *',
    openapi: ['subscribeMessage.send'],
  },
  'figures': { timeoutSeconds: 60, memoryMb: 256, timer: '15 * * * * * *' },
  'merchant-accounts': { timeoutSeconds: 60, memoryMb: 256, timer: '0 */10 2-5 * * * *' },
  'dividends': { timeoutSeconds: 60, memoryMb: 256, timer: '0 * * * * * *' },
};
