// My data as files: all of it for programs (JSON), orders and coupon changes for a spreadsheet
// (CSV after RFC 4180, with the mark by which spreadsheets know UTF-8).
import type { OrderView } from '../../../../src/contracts/values';
import type { StatementRow } from '../../../../src/contracts/wallet';
import { momentText } from '../../../components/time/day-text';
import { orderFace } from '../../../features/paying/order-words';
import type { MyData } from './my-data';

export interface DataFile {
  readonly name: string;
  readonly type: 'application/json' | 'text/csv';
  readonly text: string;
}

/** The two files, under names without a date, so that a new export takes the old one's place. */
export function dataFiles(data: MyData): readonly DataFile[] {
  return [
    { name: 'my-data.json', type: 'application/json', text: jsonOf(data) },
    { name: 'my-data.csv', type: 'text/csv', text: csvOf(data) },
  ];
}

function jsonOf({ readAt, ...data }: MyData): string {
  const units = 'amounts in fen, points in hundredths, times in ms since 1970 UTC';
  return JSON.stringify({ product: '众店生活圈', readAt, units, ...data }, null, 2);
}

const HEADINGS = ['时间', '事项', '商家', '原价', '用券', '实付', '积分', '券变动', '订单号'];

function csvOf({ orders, statement }: MyData): string {
  const rows = [
    ...orders.map((order) => ({ at: order.placedAt, cells: orderCells(order) })),
    ...statement.map((row) => ({ at: row.at, cells: rowCells(row) })),
  ].sort((a, b) => b.at - a.at);
  const lines = [HEADINGS, ...rows.map(({ cells }) => cells)].map((cells) =>
    cells.map(cell).join(','),
  );
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

function orderCells(order: OrderView): readonly string[] {
  const { placedAt, merchant, bill, id } = order;
  return [
    momentText(placedAt),
    `订单 ${orderFace(order).title}`,
    merchant.name,
    yuan(bill.amountFen),
    yuan(bill.couponFen),
    yuan(bill.cashFen),
    yuan(bill.payerPoints),
    '',
    id,
  ];
}

const KINDS: { readonly [K in StatementRow['kind']]: string } = {
  'given': '派券到账',
  'spent': '用券',
  'returned': '券退回',
  'taken-back': '退款收回',
  'repaid': '抵扣欠退的券',
  'expired': '券过期',
  'left': '注销清零',
};

function rowCells({ at, kind, period, merchantName, amountFen, orderId }: StatementRow) {
  const what = period === undefined ? KINDS[kind] : `${KINDS[kind]} 第 ${period} 期`;
  return [
    ...[momentText(at), what, merchantName ?? '', '', '', '', '', yuan(amountFen)],
    orderId ?? '',
  ];
}

/** `-12.05`: what a spreadsheet takes for a number. */
function yuan(hundredths: number): string {
  const absolute = Math.abs(hundredths);
  const sign = hundredths < 0 ? '-' : '';
  return `${sign}${Math.floor(absolute / 100)}.${String(absolute % 100).padStart(2, '0')}`;
}

const NUMBER = /^-?\d+\.\d{2}$/;

/** Quoted where needed; a text that a spreadsheet would run as a formula is kept a text. */
function cell(text: string): string {
  const safe = /^[=+\-@\t]/.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
