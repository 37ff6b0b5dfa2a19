// Everything that the cloud answers about a person, read page by page.
import type { ask } from '../../../queries/ask';
import type { OutputOf } from '../../../cloud/types';
import { readStatement } from '../statement/read-statement';

type Ask = typeof ask;
export interface MyData {
  /** When it was read, ms since 1970 UTC. */
  readonly readAt: number;
  readonly summary: OutputOf<'wallet', 'summary'>;
  readonly periods: OutputOf<'wallet', 'periods'>['periods'];
  readonly orders: OutputOf<'orders', 'list'>['orders'];
  readonly statement: OutputOf<'wallet', 'statement'>['rows'];
  readonly tickets: OutputOf<'account', 'listTickets'>['tickets'];
  /** Whose fan I am. */
  readonly fan: OutputOf<'account', 'fan'>['fan'];
  /** Where I am owner or staff. */
  readonly shops: OutputOf<'merchant', 'shops'>['shops'];
}

/** Reads all pages; throws what the first failing call throws. */
export async function readMyData(
  cloud: Ask,
  { now, onRead }: { readonly now: () => number; readonly onRead: (records: number) => void },
): Promise<MyData> {
  const readAt = now();
  const summary = await cloud('wallet', 'summary', {});
  const { periods } = await cloud('wallet', 'periods', {});
  const { tickets } = await cloud('account', 'listTickets', {});
  const { fan } = await cloud('account', 'fan', {});
  const { shops } = await cloud('merchant', 'shops', {});
  const orders = await allOrders(cloud, onRead);
  const statement = await readStatement(cloud, (rows) => onRead(orders.length + rows));
  return { readAt, summary, periods, orders, statement, tickets, fan, shops };
}

async function allOrders(cloud: Ask, onRead: (records: number) => void): Promise<MyData['orders']> {
  const read: MyData['orders'][number][] = [];
  for (let isLast = false; !isLast;) {
    const last = read[read.length - 1];
    const page = await cloud(
      'orders',
      'list',
      last === undefined ? {} : { before: { placedAt: last.placedAt, id: last.id } },
    );
    read.push(...page.orders);
    onRead(read.length);
    isLast = page.isLast || page.orders.length === 0;
  }
  return read;
}
