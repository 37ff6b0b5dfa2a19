// Judges a bad hour by what its clients have written down and by what is in the database afterwards.
import type { LocalCloud } from '../../../src/localcloud';
import { checkSnapshotIsolation } from '../snapshot-isolation-checker';
import { type Fields, pointSdkAt, sdk, type SdkDatabase } from '../fixture';
import { type ClientHistory, deltaOf, type HourOptions, nameKey, type Row } from './plan';

interface Judged {
  readonly findings: readonly string[];
  readonly attempts: Readonly<Record<'committed' | 'aborted' | 'unknown', number>>;
  readonly paidOrders: number;
  readonly ticks: number;
}

export async function judge(
  cloud: LocalCloud,
  { history }: { history: ClientHistory; options: HourOptions },
): Promise<Judged> {
  const db = pointSdkAt(cloud.admin);
  const rows = (await allOf(db, 'rows')) as unknown as Row[];
  const names = await allOf(db, 'names');
  const posted = await allOf(db, 'once');
  const paid = await paidOf(history);
  const final = new Map([
    ...rows.map(({ _id, values }) => [_id, values] as const),
    ...holders(names),
  ]);
  const count = (outcome: string) =>
    history.attempts.filter((attempt) => attempt.outcome === outcome).length;
  return {
    findings: [
      ...history.faults,
      ...checkSnapshotIsolation(history.attempts, final),
      ...wrongTotals(rows),
      ...wrongNames(history, final),
      ...wrongPayments(paid, posted),
      ...(await wrongSums(db, posted)),
    ],
    attempts: {
      committed: count('committed'),
      aborted: count('aborted'),
      unknown: count('unknown'),
    },
    paidOrders: paid.size,
    ticks: posted.filter(({ kind }) => kind === 'tick').length,
  };
}

async function allOf(db: SdkDatabase, collection: string): Promise<Fields[]> {
  const all: Fields[] = [];
  for (;;) {
    const page = await db
      .collection(collection)
      .orderBy('_id', 'asc')
      .skip(all.length)
      .limit(1000)
      .get();
    all.push(...page.data);
    if (page.data.length < 1000) return all;
  }
}

/** Who has each name; more than one is a fault. */
function holders(names: readonly Fields[]): Map<string, string[]> {
  const lists = new Map<string, string[]>();
  for (const { _id, name } of names) {
    const key = nameKey(String(name));
    lists.set(key, [...(lists.get(key) ?? []), String(_id)]);
  }
  return lists;
}

function wrongTotals(rows: readonly Row[]): string[] {
  return rows.flatMap(({ _id, values, total }) => {
    const sum = values.reduce((all, value) => all + deltaOf(value), 0);
    return sum === total ? [] : [`${_id} is ${total} in the end, not ${sum}`];
  });
}

function wrongNames(
  { refusedNames }: ClientHistory,
  final: ReadonlyMap<string, readonly string[]>,
): string[] {
  const shared = [...final].filter(([key, list]) => key.startsWith(nameKey('')) && list.length > 1);
  return [
    ...shared.map(([key, list]) => `${key} belongs to ${list.join(' and ')}`),
    ...refusedNames.filter((key) => !final.has(key)).map((key) => `${key} was refused and is free`),
  ];
}

/** What WeChat knows of the orders: those that were paid, with their fees. */
async function paidOf({ orders }: ClientHistory): Promise<Map<string, number>> {
  const paid = new Map<string, number>();
  for (const { outTradeNo, totalFee } of orders) {
    const known = await sdk.cloudPay['queryOrder']?.({ subMchId: '1900000109', outTradeNo });
    if (known?.['tradeState'] === 'SUCCESS') paid.set(outTradeNo, totalFee);
  }
  return paid;
}

function wrongPayments(paid: ReadonlyMap<string, number>, posted: readonly Fields[]): string[] {
  const amounts = new Map(
    posted.filter(({ kind }) => kind === 'payment').map(({ _id, amount }) => [String(_id), amount]),
  );
  const missing = [...paid].filter(([order, fee]) => amounts.get(order) !== fee);
  const invented = [...amounts.keys()].filter((order) => !paid.has(order));
  return [
    ...missing.map(([order]) => `${order} was paid and is not posted`),
    ...invented.map((order) => `${order} is posted and was not paid`),
  ];
}

/** Each row of `once` has changed its total once. */
async function wrongSums(db: SdkDatabase, posted: readonly Fields[]): Promise<string[]> {
  const totals = await allOf(db, 'totals');
  const sumOf = (kind: string) =>
    posted
      .filter((row) => row['kind'] === kind)
      .reduce((sum, row) => sum + Number(row['amount']), 0);
  const expected: Record<string, number> = { till: sumOf('payment'), clock: sumOf('tick') };
  return totals.flatMap(({ _id, sum }) => {
    const wanted = expected[String(_id)];
    return sum === wanted ? [] : [`${String(_id)} is ${String(sum)}, not ${String(wanted)}`];
  });
}
