// The statement as a table: a line for each row, so that the columns add up to what I have.
import type { StatementRow } from '../../../../src/contracts/wallet';
import { momentText } from '../../../components/time/day-text';
import { csvOf, decimal } from '../files/csv';
import type { DataFile } from '../files/data-file';

/** Of what `changesOf` tells. */
export const CHANGE_HEADINGS: readonly string[] = [
  ...['券变动（元）', '积分变动', '待抵扣变动（元）', '先用券待抵变动（元）'],
];
const HEADINGS = [...['时间', '事项', '商家'], ...[...CHANGE_HEADINGS, '积分生效时间', '订单号']];

/** Under a name without a date, so that a new export takes the old one's place. */
export function statementFile(rows: readonly StatementRow[]): DataFile {
  const lines = rows.map((row) => [
    momentText(row.at),
    rowText(row),
    row.merchantName ?? '',
    ...changesOf(row),
    row.of === 'points' ? momentText(row.effectiveAt) : '',
    row.orderId ?? '',
  ]);
  return { name: 'my-statement.csv', type: 'text/csv', text: csvOf([HEADINGS, ...lines]) };
}

type TextsOf<T extends StatementRow['of']> = {
  readonly [K in Extract<StatementRow, { of: T }>['kind']]: string;
};

const COUPONS: TextsOf<'coupon'> = {
  'given': '派券到账',
  'claimed': '领券',
  'earned': '消费返券',
  'advanced': '先用券到账',
  'spent': '用券',
  'returned': '券退回',
  'taken-back': '退款收回券',
  'repaid': '券抵了待抵扣',
  'expired': '券过期',
  'left': '注销清零',
};
const POINTS: TextsOf<'points'> = {
  'earned': '得积分',
  'taken-back': '退款收回积分',
  'left': '注销清零',
};
const ADVANCE: TextsOf<'advance'> = {
  taken: '先用券待抵',
  repaid: '先用券已抵',
  carried: '注销前留下的先用待抵',
};
const OFFSET: TextsOf<'offset'> = {
  incurred: '退款后待抵扣',
  repaid: '已抵扣',
  carried: '注销前留下的待抵扣',
};

/** `派券到账 第 3 期` */
export function rowText(row: StatementRow): string {
  switch (row.of) {
    case 'coupon':
      return withPeriod(withCampaign(COUPONS[row.kind], row.campaign?.name), row.period);
    case 'points':
      return POINTS[row.kind];
    case 'offset':
      return withPeriod(OFFSET[row.kind], row.period);
    case 'advance':
      return withPeriod(ADVANCE[row.kind], row.period);
  }
}

function withCampaign(text: string, name: string | undefined): string {
  return name === undefined ? text : `${text} ${name}`;
}

function withPeriod(text: string, period: number | undefined): string {
  return period === undefined ? text : `${text} 第 ${period} 期`;
}

/** What changed, in four columns: coupons, points, offset, advance. An offer is no amount. */
export function changesOf(row: StatementRow): readonly [string, string, string, string] {
  switch (row.of) {
    case 'coupon':
      return [row.campaign?.isOffer === true ? '' : decimal(row.amountFen), '', '', ''];
    case 'points':
      return ['', decimal(row.points), '', ''];
    case 'offset':
      return ['', '', decimal(row.amountFen), ''];
    case 'advance':
      return ['', '', '', decimal(row.amountFen)];
  }
}
