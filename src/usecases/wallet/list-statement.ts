// Every change of a person's coupons, newest first, with what the next touch of the account would
// write: account, pool, a page of the journal, and the orders that it names.
import type { StatementRow, walletContract } from '../../contracts/wallet';
import { couponRows, type CouponRow } from '../../domain/accounts/statement';
import type { JournalEntry } from '../../domain/journal/entry';
import { ROWS_PER_PAGE } from '../../domain/limits';
import { succeed } from '../../domain/result';
import { beyond } from '../../wxcloud/database';
import type { Context } from '../serving/context';
import type { UseCase } from '../serving/serve';
import { readAccount, settleAsRead } from './settled-account';

interface Position {
  readonly at: number;
  readonly id: string;
}

export const listStatement: UseCase<typeof walletContract, 'statement'> = async (
  context,
  { lotId, before },
) => {
  const { cloud, account, now } = context;
  const read = await readAccount(cloud, { world: context, id: account });
  const waiting = (await settleAsRead(context, { ...read, at: now() })).entries;
  const found = await readEntries(context, { since: read.account.since ?? 0, before });
  const page = found.slice(0, ROWS_PER_PAGE);
  const entries = before === undefined ? [...[...waiting].reverse(), ...page] : page;
  const rows = entries
    .flatMap((entry) => couponRows(entry, account).reverse())
    .filter((row) => lotId === undefined || row.lotId === lotId);
  const last = page[page.length - 1];
  const isLast = found.length <= ROWS_PER_PAGE || last === undefined;
  return succeed({
    rows: await withShops(context, rows),
    ...(isLast ? {} : { next: { at: last.at, id: last.id } }),
  });
};

function readEntries(
  { cloud, account }: Context,
  { since, before }: { since: number; before: Position | undefined },
): Promise<JournalEntry[]> {
  const { command } = cloud;
  const mine = { payer: account, at: command.gt(since) };
  return cloud.find('journal', {
    where:
      before === undefined
        ? mine
        : command.and([
            mine,
            beyond(command, { field: 'at', direction: 'desc', time: before.at, id: before.id }),
          ]),
    orderBy: [
      ['at', 'desc'],
      ['_id', 'desc'],
    ],
    limit: ROWS_PER_PAGE + 1,
  });
}

async function withShops({ cloud }: Context, rows: readonly CouponRow[]): Promise<StatementRow[]> {
  const ids = [...new Set(rows.flatMap(({ orderId = [] }) => orderId))];
  const orders =
    ids.length === 0
      ? []
      : await cloud.find('orders', { where: { _id: cloud.command.in(ids) }, limit: ids.length });
  const names = new Map(orders.map(({ id, merchant }) => [id, merchant.name]));
  return rows.map(({ entryId: _entryId, ...row }) => {
    const merchantName = row.orderId === undefined ? undefined : names.get(row.orderId);
    return merchantName === undefined ? row : { ...row, merchantName };
  });
}
