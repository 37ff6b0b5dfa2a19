// Reads baskets from a file of purchase lines (csv or csv.gz): one bill a basket, in time order.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';
import type { Bill } from './bill';

export interface Basket {
  readonly id: string;
  readonly household: string;
  readonly store: string;
  /** The sum of its lines; 1 unit of the file's money is 1 yuan. */
  readonly amountFen: number;
  /** Milliseconds. */
  readonly at: number;
}

/** Prices come with fractions of a fen, so lines are summed in millionths of a unit. */
const MILLIONTHS_A_FEN = 10_000;
const ID_LENGTH = 16;

/** Rows of a csv file with a header, unzipped when its name ends in .gz. */
export function readRows(path: string): AsyncIterable<Readonly<Record<string, string>>> {
  const file = createReadStream(path);
  const text = path.endsWith('.gz') ? file.pipe(createGunzip()) : file;
  return text.pipe(parse({ columns: true, skip_empty_lines: true, bom: true }));
}

export async function readBaskets(path: string, limit = Infinity): Promise<Basket[]> {
  const millionths = new Map<string, number>();
  const first = new Map<string, Basket>();
  for await (const row of readRows(path)) {
    const { household_id: household = '', store_id: store = '' } = row;
    const id = idOf(row['basket_id']);
    const at = Date.parse(row['transaction_timestamp'] ?? '');
    const value = Math.round(Number(row['sales_value']) * 1_000_000);
    if (Number.isNaN(at) || Number.isNaN(value)) throw new Error(`${path}: basket ${id}`);
    millionths.set(id, (millionths.get(id) ?? 0) + value);
    if (!first.has(id)) first.set(id, { id, household, store, amountFen: 0, at });
  }
  return [...first.values()]
    .map((basket) => ({
      ...basket,
      amountFen: Math.round((millionths.get(basket.id) ?? 0) / MILLIONTHS_A_FEN),
    }))
    .sort((a, b) => a.at - b.at || Number(a.id) - Number(b.id))
    .slice(0, limit);
}

/** A round number may come with an exponent, such as 4.0128e+10. */
function idOf(text = ''): string {
  return /e\+/.test(text) ? String(Number(text)) : text;
}

/** Few stores stand for many shops: what a household buys at one store, it buys at one shop. */
export function billOfBasket(basket: Basket, shops: number): Bill {
  const { id, household, store, amountFen, at } = basket;
  const pair = createHash('sha256').update(`${household}\n${store}`).digest();
  return {
    id: `basket-${id.padStart(ID_LENGTH, '0')}`,
    payer: `household-${household}`,
    shop: pair.readUInt32BE(0) % shops,
    amountFen,
    at,
  };
}
