// All that happened to a person's coupons, points, offset and advance, newest first, with what the
// next touch of the account would write: account, pool, a page of the journal, and the orders and
// campaigns that it names.
import type {
  CouponRow,
  StatementRow,
  StatementShow,
  walletContract,
} from '../../contracts/wallet';
import type { Input } from '../../contracts/contract';
import { accountRows, carriedRows, type AccountRow } from '../../domain/accounts/statement';
import { campaignIdOf } from '../../domain/coupons/lot';
import type { JournalEntry } from '../../domain/journal/entry';
import * as names from '../../domain/journal/names';
import { ROWS_PER_PAGE } from '../../domain/limits';
import { succeed } from '../../domain/result';
import { beyond } from '../../wxcloud/database';
import type { Context } from '../serving/context';
import type { UseCase } from '../serving/serve';
import { readAccount, settleAsRead } from './settled-account';

type Asked = Input<typeof walletContract, 'statement'>;

export const listStatement: UseCase<typeof walletContract, 'statement'> = async (
  context,
  asked,
) => {
  const { cloud, account, now } = context;
  const read = await readAccount(cloud, { world: context, id: account });
  const settled = await settleAsRead(context, { ...read, at: now() });
  const found = await readEntries(context, { since: read.account.since ?? 0, asked });
  const page = found.slice(0, ROWS_PER_PAGE);
  const waiting = asked.before === undefined ? [...settled.entries].reverse() : [];
  const last = page[page.length - 1];
  const isLast = found.length <= ROWS_PER_PAGE || last === undefined;
  const rows = [
    ...[...waiting, ...page].flatMap((entry) => accountRows(entry, settled.account).reverse()),
    ...(isLast ? carriedRows(settled.account) : []),
  ].filter((row) => isAsked(row, asked));
  const [shops, campaigns] = await Promise.all([
    shopsOf(context, rows),
    campaignsOf(context, rows),
  ]);
  return succeed({
    rows: rows.map((row) => named(row, { shops, campaigns })),
    ...(isLast ? {} : { next: { at: last.at, id: last.id } }),
  });
};

function isAsked(row: AccountRow, { show, lotId }: Asked): boolean {
  if (lotId !== undefined && !(row.of === 'coupon' && row.lotId === lotId)) return false;
  switch (show) {
    case undefined:
      return true;
    case 'coupons':
      return row.of === 'coupon';
    case 'points':
      return row.of === 'points';
    case 'refunds':
      return row.of === 'offset' || (row.of !== 'advance' && REFUNDED.includes(row.kind));
  }
}

/** What a refund gives back or takes back, and what comes back less for an earlier one. */
const REFUNDED: readonly AccountRow['kind'][] = ['returned', 'taken-back', 'repaid'];

/** Entries that may have a row that is asked for; the others are not read. */
function readEntries(
  { cloud, account }: Context,
  { since, asked }: { since: number; asked: Asked },
): Promise<JournalEntry[]> {
  const { command } = cloud;
  const { before } = asked;
  const behind =
    before === undefined
      ? []
      : [beyond(command, { field: 'at', direction: 'desc', time: before.at, id: before.id })];
  const kind = kindOfEntries(asked).map((show) => entriesWith({ cloud, account }, show));
  return cloud.find('journal', {
    where: command.and([{ payer: account, at: command.gt(since) }, ...kind, ...behind]),
    orderBy: [
      ['at', 'desc'],
      ['_id', 'desc'],
    ],
    limit: ROWS_PER_PAGE + 1,
  });
}

function kindOfEntries({ show, lotId }: Asked): StatementShow[] {
  if (show !== undefined) return [show];
  return lotId === undefined ? [] : ['coupons'];
}

function entriesWith(
  { cloud: { command }, account }: Pick<Context, 'cloud' | 'account'>,
  show: StatementShow,
): object {
  switch (show) {
    case 'coupons':
      return { 'moves.asset': 'coupon' };
    case 'points':
      return { 'matures.asset': 'points' };
    case 'refunds':
      return command.or([
        { kind: command.in(['refund', 'returned']) },
        { 'moves.to': names.offsetOf(account) },
      ]);
  }
}

type CampaignName = NonNullable<CouponRow['campaign']>;

/** Names of the shops of orders, by order. */
async function shopsOf(
  { cloud }: Context,
  rows: readonly AccountRow[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(rows.flatMap(({ orderId = [] }) => orderId))];
  if (ids.length === 0) return new Map();
  const where = { _id: cloud.command.in(ids) };
  const orders = await cloud.find('orders', { where, limit: ids.length });
  return new Map(orders.map(({ id, merchant }) => [id, merchant.name]));
}

async function campaignsOf(
  { cloud }: Context,
  rows: readonly AccountRow[],
): Promise<ReadonlyMap<string, CampaignName>> {
  const ids = [...new Set(rows.flatMap((row) => campaignOfRow(row) ?? []))];
  if (ids.length === 0) return new Map();
  const where = { _id: cloud.command.in(ids) };
  const campaigns = await cloud.find('campaigns', { where, limit: ids.length });
  return new Map(
    campaigns.map(({ id, name, terms }) => [
      id,
      { name, isOffer: terms.benefit.kind !== 'balance' },
    ]),
  );
}

function campaignOfRow(row: AccountRow): string | undefined {
  return row.of === 'coupon' ? campaignIdOf(row.lotId) : undefined;
}

function named(
  row: AccountRow,
  by: {
    readonly shops: ReadonlyMap<string, string>;
    readonly campaigns: ReadonlyMap<string, CampaignName>;
  },
): StatementRow {
  const merchantName = by.shops.get(row.orderId ?? '');
  const campaign = by.campaigns.get(campaignOfRow(row) ?? '');
  return {
    ...row,
    ...(merchantName === undefined ? {} : { merchantName }),
    ...(campaign === undefined ? {} : { campaign }),
  };
}
