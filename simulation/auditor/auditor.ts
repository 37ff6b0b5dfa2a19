// Looks at the store after each step and at its end, by the written rules and with its own numbers.
// It imports nothing of the product; see docs/simulation.md.
import { checkAccount } from './accounts';
import { Books } from './books';
import { checkCoverage } from './coverage';
import { checkDividend } from './dividends';
import type { Funds, Snapshot } from './documents';
import { checkEntry } from './entries/kinds';
import { checkFigures } from './figures';
import { holds, type Finding } from './finding';
import type { Numbers } from './numbers';
import { checkOrder } from './orders';
import { checkPool } from './pool';
import { checkQuiet } from './quiet';
import { checkFunds } from './wechat';

export class Auditor {
  readonly #books: Books;

  constructor(numbers: Numbers) {
    this.#books = new Books(numbers);
  }

  /**
   * Takes in what the store holds now and looks at all that is new in it: each entry and each
   * dividend once, in the order in which they were committed, orders and folds when they have
   * changed, every account and the coverage whenever anything has.
   */
  look(snapshot: Snapshot, funds?: Funds): Finding[] {
    const books = this.#books;
    const before = { orders: new Map(books.orders), pool: books.pool, figures: books.figures };
    const known = books.dividends.length;
    this.#takeIn(snapshot);
    const entries = snapshot.journal.slice(books.journal.length);
    const found = entries.flatMap((entry) => checkEntry(entry, books));
    const changed = snapshot.orders.filter((order) => before.orders.get(order._id) !== order);
    for (const order of changed) {
      found.push(...checkOrder(order, { before: before.orders.get(order._id), books }));
    }
    for (const dividend of books.dividends.slice(known))
      found.push(...checkDividend(dividend, books));
    const { pool, figures } = books;
    if (pool !== undefined && pool !== before.pool) found.push(...checkPool(pool, books));
    if (figures !== undefined && figures !== before.figures) {
      found.push(...checkFigures(figures, books));
    }
    if (entries.length + changed.length > 0) found.push(...this.#checkAccounts());
    if (funds !== undefined) found.push(...checkFunds(funds, { books, isQuiet: false }));
    return found;
  }

  /** The dear part, once a day: everything anew, and that nothing old has changed. */
  lookAgain(snapshot: Snapshot): Finding[] {
    const books = this.#books;
    return [
      ...this.look(snapshot),
      ...this.#checkUnchanged(snapshot),
      ...books.dividends.flatMap((dividend) => checkDividend(dividend, books)),
      ...[...books.orders.values()].flatMap((order) => checkOrder(order, { before: order, books })),
      ...this.#checkAccounts(),
    ];
  }

  /** After a while without faults: what had to end has ended, and nobody's money is left over. */
  lookForLoose(funds: Funds): Finding[] {
    const books = this.#books;
    return [...checkQuiet(books), ...checkFunds(funds, { books, isQuiet: true })];
  }

  #checkAccounts(): Finding[] {
    const books = this.#books;
    return [
      ...[...books.accounts.values()].flatMap((account) => checkAccount(account, books)),
      ...[...books.orders.keys()].flatMap((id) => this.#holderIsThere(id)),
      ...checkCoverage(books),
    ];
  }

  /** Whoever has paid has an account. */
  #holderIsThere(orderId: string): Finding[] {
    const payer = this.#books.paid.get(orderId)?.payer;
    return holds(
      'account-there',
      payer === undefined || this.#books.accounts.has(payer),
      `${orderId} is paid by ${payer ?? ''}, who has no account`,
    );
  }

  #checkUnchanged({ journal }: Snapshot): Finding[] {
    const { journal: known } = this.#books;
    return [
      ...holds('journal-fixed', journal.length === known.length, 'entries are gone'),
      ...known.flatMap((entry, index) =>
        holds('journal-fixed', journal[index] === entry, `entry ${entry._id} has changed`),
      ),
    ];
  }

  #takeIn(snapshot: Snapshot): void {
    const books = this.#books;
    books.now = snapshot.now;
    for (const merchant of snapshot.merchants) books.merchants.set(merchant._id, merchant);
    for (const order of snapshot.orders) books.orders.set(order._id, order);
    for (const account of snapshot.accounts) books.accounts.set(account._id, account);
    for (const campaign of snapshot.campaigns) books.campaigns.set(campaign._id, campaign);
    books.claimsLeft.clear();
    for (const { campaignId, left } of snapshot.counters) {
      books.claimsLeft.set(campaignId, (books.claimsLeft.get(campaignId) ?? 0) + left);
    }
    const ordered = [...snapshot.dividends].sort((a, b) => a.period - b.period);
    books.dividends.splice(0, Infinity, ...ordered);
    books.pool = snapshot.pool;
    books.figures = snapshot.figures;
  }
}
