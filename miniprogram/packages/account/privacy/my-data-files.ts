// My data as files: all of it for programs (JSON), orders and what happened for a spreadsheet (CSV).
import type { OrderView } from '../../../../src/contracts/values';
import type { StatementRow } from '../../../../src/contracts/wallet';
import { momentText } from '../../../components/time/day-text';
import { orderFace } from '../../../features/paying/order-words';
import { csvOf, decimal } from '../files/csv';
import type { DataFile } from '../files/data-file';
import { CHANGE_HEADINGS, changesOf, rowText } from '../statement/statement-csv';
import type { MyData } from './my-data';

/** The two files, under names without a date, so that a new export takes the old one's place. */
export function dataFiles(data: MyData): readonly DataFile[] {
  return [
    { name: 'my-data.json', type: 'application/json', text: jsonOf(data) },
    { name: 'my-data.csv', type: 'text/csv', text: tableOf(data) },
  ];
}

function jsonOf({ readAt, ...data }: MyData): string {
  const units = 'amounts in fen, points in hundredths, times in ms since 1970 UTC';
  return JSON.stringify({ product: '众店生活圈', readAt, units, ...data }, null, 2);
}

const BILL_HEADINGS = ['原价（元）', '本店优惠（元）', '优惠后（元）', '用券（元）', '实付（元）'];
const HEADINGS = ['时间', '事项', '商家', ...BILL_HEADINGS, ...CHANGE_HEADINGS, '订单号'];

function tableOf({ orders, statement }: MyData): string {
  const rows = [
    ...orders.map((order) => ({ at: order.placedAt, cells: orderCells(order) })),
    ...statement.map((row) => ({ at: row.at, cells: rowCells(row) })),
  ].sort((a, b) => b.at - a.at);
  return csvOf([HEADINGS, ...rows.map(({ cells }) => cells)]);
}

const NO_BILL = BILL_HEADINGS.map(() => '');
const NO_CHANGES = CHANGE_HEADINGS.map(() => '');

function orderCells(order: OrderView): readonly string[] {
  const { placedAt, merchant, bill, id } = order;
  const title = `订单 ${orderFace(order).title}`;
  const { totalFen, discountFen, amountFen, couponFen, cashFen } = bill;
  const paid = [totalFen, discountFen, amountFen, couponFen, cashFen].map(decimal);
  return [momentText(placedAt), title, merchant.name, ...paid, ...NO_CHANGES, id];
}

function rowCells(row: StatementRow): readonly string[] {
  const { at, merchantName = '', orderId = '' } = row;
  return [momentText(at), rowText(row), merchantName, ...NO_BILL, ...changesOf(row), orderId];
}
