// Clearing between sites: what each site's bills have brought into the fund of dividends, what its
// shops were paid out of it for coupons, and so which sites have paid for the coupons of which.
// Coupons of campaigns and rewards have money of their own: they stand beside it, outside of the sum.
import { fen, NO_FEN, subtract, totalFen, type Fen } from '../../../../src/domain/money/amounts';
import { yuanText } from '../../../components/price/money';
import { nowFen, type Ledger } from './ledger-words';

export interface ClearingRow {
  readonly name: string;
  readonly inFen: Fen;
  readonly outFen: Fen;
  /** In less out; below 0 the other sites have paid it. */
  readonly leftFen: Fen;
  /** What its shops were paid besides, out of campaigns' budgets and rewards. */
  readonly otherFen: Fen;
}

export interface Clearing {
  readonly rows: readonly ClearingRow[];
  /** Of all rows: what the fund has, less what it still owes shops. */
  readonly total: ClearingRow;
  /** What the sites with more in than out have paid for the others. */
  readonly supportFen: Fen;
}

/** Rows add up to the whole, also where a site that is no longer listed has figures. */
export function clearingOf({ whole, sites }: Pick<Ledger, 'whole' | 'sites'>): Clearing {
  const total = rowOf('合计', whole);
  const listed = sites.map(({ name, figures }) => rowOf(name, figures));
  const rest = listed.reduce(less, { ...total, name: '其他' });
  const isRest = [rest.inFen, rest.outFen, rest.otherFen].some((amountFen) => amountFen !== 0);
  const rows = isRest ? [...listed, rest] : listed;
  const short = rows.flatMap(({ leftFen }) => (leftFen < 0 ? leftFen : []));
  return { rows, total, supportFen: subtract(NO_FEN, totalFen(short)) };
}

function rowOf(
  name: string,
  {
    fundFen,
    couponFen,
    otherCouponFen,
  }: Pick<Ledger['whole'], 'fundFen' | 'couponFen' | 'otherCouponFen'>,
): ClearingRow {
  const [inFen, outFen] = [fen(fundFen), fen(couponFen)];
  return { name, inFen, outFen, leftFen: subtract(inFen, outFen), otherFen: fen(otherCouponFen) };
}

function less(from: ClearingRow, { inFen, outFen, leftFen, otherFen }: ClearingRow): ClearingRow {
  return {
    name: from.name,
    inFen: subtract(from.inFen, inFen),
    outFen: subtract(from.outFen, outFen),
    leftFen: subtract(from.leftFen, leftFen),
    otherFen: subtract(from.otherFen, otherFen),
  };
}

/** What a site has left for all, or what the others have paid for it. */
export function leftText({ leftFen }: ClearingRow): string {
  if (leftFen === 0) return '正好用完';
  return leftFen > 0
    ? `还剩 ${yuanText(leftFen)}，留给大家用`
    : `不够，差的 ${yuanText(subtract(NO_FEN, leftFen))} 由别处带来的钱付`;
}

/** Who has paid for whom, in a sentence. */
export function supportText({ rows, supportFen }: Clearing): string {
  if (supportFen === 0) return '到现在，每个站点带来的钱都够付自己商家的券款。';
  const from = namesOf(rows.filter(({ leftFen }) => leftFen > 0));
  const to = namesOf(rows.filter(({ leftFen }) => leftFen < 0));
  return `${from}带来的钱，替${to}付了 ${yuanText(supportFen)} 券款。`;
}

const MOST_NAMES = 3;

function namesOf(rows: readonly ClearingRow[]): string {
  const names = rows.slice(0, MOST_NAMES).map(({ name }) => name);
  return rows.length > MOST_NAMES
    ? `${names.join('、')}等 ${rows.length} 个站点`
    : names.join('、');
}

/** What the fund has, less what it still owes shops: the same as what is left of all rows. */
export function fundLeftFen({ fund }: Pick<Ledger, 'fund'>): Fen {
  return subtract(nowFen(fund), fen(fund.owedFen));
}
