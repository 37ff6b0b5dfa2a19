// The cloud as use cases see it.
import type { Result } from '../domain/result';
import { countingOf, readerOf, type Counting, type Reader, type Transaction } from './database';
import { sendMessage, type SendFailure, type SubscribeMessage } from './messages';
import { openPay, type Pay } from './pay';
import { wx, type Command, type SdkDatabase } from './sdk';
import { transact, type Decision, type TransactError, type TransactRules } from './transact';

export interface Cloud extends Reader, Counting {
  readonly command: Command;
  readonly pay: Pay;
  sendMessage(message: SubscribeMessage): Promise<Result<null, SendFailure>>;
  /** A GeoJSON point for geo commands. */
  point(position: { longitude: number; latitude: number }): unknown;
  /** Matches texts that the regular expression finds. */
  pattern(regexp: string): unknown;
  transact<T>(
    work: (transaction: Transaction, at: number) => Promise<Decision<T>>,
  ): Promise<Result<T, TransactError>>;
}

/** Opens the cloud that this function runs in; once per instance. */
export function openCloud(rules: TransactRules): Cloud {
  wx.init({ env: wx.DYNAMIC_CURRENT_ENV });
  const database: SdkDatabase = wx.database({ throwOnNotFound: false });
  return {
    ...readerOf(database),
    ...countingOf(database),
    command: database.command,
    pay: openPay(process.env['TCB_ENV'] ?? ''),
    sendMessage,
    point: ({ longitude, latitude }) => database.Geo.Point(longitude, latitude),
    pattern: (regexp) => database.RegExp({ regexp, options: 's' }),
    transact: (work) => transact({ database, rules }, work),
  };
}
