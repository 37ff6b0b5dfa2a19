// The auditor: recomputes from the journal and the orders, in plain words and BigInt, what every
// fold and every account says, and names each difference. It uses none of the folds' code.
import { balancesAt, type Balances } from '../journal/balances';
import { FOLD_KINDS, journalEntry, type JournalEntry } from '../journal/entry';
import * as names from '../journal/names';
import { auditAccounts } from './audit-accounts';
import { auditCampaigns } from './audit-campaigns';
import { auditCoupons } from './audit-coupons';
import { auditDividends } from './audit-dividends';
import { auditFigures } from './audit-figures';
import { auditFunds } from './audit-funds';
import { auditLeaving } from './audit-leaving';
import { auditOrders } from './audit-orders';
import { auditRewards } from './audit-rewards';
import { difference, type Books } from './books';
import { couponsOut, sumOf } from './sums';

export interface Audit {
  /** One sentence a difference; none when all is exact. */
  readonly findings: readonly string[];
  readonly figures: Figures;
}

/** Fen and centipoints over the whole journal. */
export interface Figures {
  readonly orders: number;
  readonly turnoverFen: bigint;
  readonly couponSpentFen: bigint;
  readonly points: bigint;
  readonly dividends: number;
  /** Declared cover, and what of it was collected as coupons. */
  readonly issuedFen: bigint;
  readonly collectedFen: bigint;
  readonly freeFen: bigint;
  readonly committedFen: bigint;
  readonly couponsFen: bigint;
  readonly journalSum: bigint;
}

const EVER = Number.MAX_SAFE_INTEGER;

export function audit(books: Books): Audit {
  const now = balancesAt(books.journal, EVER);
  const findings = [
    ...auditEntries(books.journal),
    ...auditOrders(books),
    ...auditPool(books),
    ...auditCoverage(books),
    ...auditDividends(books),
    ...auditAccounts({ books, balances: now }),
    ...auditCoupons({ books, balances: now }),
    ...auditFunds({ books, balances: now }),
    ...auditCampaigns(books),
    ...auditRewards(books),
    ...auditLeaving(books),
    ...auditFigures(books),
  ];
  return { findings, figures: figuresOf(books, now) };
}

function auditEntries(journal: readonly JournalEntry[]): string[] {
  const findings: string[] = [];
  const seen = new Set<string>();
  for (const entry of journal) {
    if (seen.has(entry.id)) findings.push(`entry ${entry.id} stands twice`);
    seen.add(entry.id);
    try {
      journalEntry(entry);
    } catch (error) {
      findings.push(String(error));
    }
  }
  return findings;
}

/** pool/state against the journal's balances up to its cursor; its own entries count always. */
function auditPool({ journal, pool, dividends }: Books): string[] {
  const own = journal.filter(({ kind }) => FOLD_KINDS.has(kind));
  const others = journal.filter(({ kind }) => !FOLD_KINDS.has(kind));
  const read = balancesAt(others, pool.cursor);
  const written = balancesAt(own, EVER);
  const at = (name: string): bigint => (read.get(name) ?? 0n) + (written.get(name) ?? 0n);
  const coupons = couponsOut(read, 'coupons');
  const owed = -(sumOf(read, 'owed/') + sumOf(written, 'owed/'));
  return [
    ...difference('pool points', { says: pool.points, is: -at(names.POINTS_ISSUED) }),
    ...difference('pending', { says: pool.balances.pendingFen, is: at(names.FUND_PENDING) }),
    ...difference('free', { says: pool.balances.freeFen, is: at(names.DIVIDEND_FREE) }),
    ...difference('committed', {
      says: pool.balances.committedFen,
      is: at(names.DIVIDEND_COMMITTED),
    }),
    ...difference('platform', { says: pool.balances.platformFen, is: at(names.INCOME_PLATFORM) }),
    ...difference('set aside for advances', {
      says: pool.balances.advanceFen,
      is: at(names.DIVIDEND_ADVANCE),
    }),
    ...difference('coupons out', { says: pool.balances.couponsFen, is: coupons }),
    ...difference('owed', { says: sumFen(pool.owed), is: owed }),
    ...difference('period', { says: pool.period, is: BigInt(dividends.length) }),
    ...difference('not collected', {
      says: sumFen(pool.uncollected),
      is: uncollectedFen({ journal, cursor: pool.cursor, dividends }),
    }),
  ];
}

function uncollectedFen({
  journal,
  cursor,
  dividends,
}: Pick<Books, 'journal' | 'dividends'> & { cursor: number }): bigint {
  const open = new Map(
    dividends
      .filter(({ expiresAt }) => expiresAt > cursor)
      .map(({ period, issuedFen }) => [period, BigInt(issuedFen)]),
  );
  for (const { at, collected = [] } of journal) {
    for (const { period, amountFen } of collected) {
      const left = open.get(period);
      if (at <= cursor && left !== undefined) open.set(period, left - BigInt(amountFen));
    }
  }
  return [...open.values()].reduce((sum, each) => sum + each, 0n);
}

/** Every coupon fen is backed: free ≥ 0, and committed ≥ coupons out + declared, not collected. */
function auditCoverage({ journal, pool, dividends }: Books): string[] {
  const now = balancesAt(journal, EVER);
  const coupons = couponsOut(now, 'coupons');
  const free = now.get(names.DIVIDEND_FREE) ?? 0n;
  const committed = now.get(names.DIVIDEND_COMMITTED) ?? 0n;
  const lapsed = new Set(
    journal.filter(({ kind }) => kind === 'dividend-lapsed').map(({ id }) => id),
  );
  const open = dividends.filter(({ period }) => !lapsed.has(`dividend:${period}:lapsed`));
  const waiting = uncollectedFen({ journal, dividends: open, cursor: pool.cursor });
  return [
    ...(free < 0n ? [`the free fund is ${free}`] : []),
    ...(committed < coupons + waiting - collectedSince(journal, pool.cursor)
      ? [`committed ${committed} does not cover ${coupons} out and ${waiting} declared`]
      : []),
  ];
}

function collectedSince(journal: readonly JournalEntry[], cursor: number): bigint {
  return journal
    .filter(({ at }) => at > cursor)
    .flatMap(({ collected = [] }) => collected)
    .reduce((sum, { amountFen }) => sum + BigInt(amountFen), 0n);
}

function sumFen(parts: readonly { readonly amountFen: number }[]): bigint {
  return parts.reduce((sum, { amountFen }) => sum + BigInt(amountFen), 0n);
}

function figuresOf({ journal, orders, dividends }: Books, now: Balances): Figures {
  const paid = orders.filter(({ paidAt }) => paidAt !== undefined);
  const sum = (values: readonly number[]): bigint =>
    values.reduce((total, value) => total + BigInt(value), 0n);
  const coupons = couponsOut(now, 'coupons');
  const collected = journal
    .filter(({ kind }) => kind === 'collect')
    .flatMap(({ moves }) => moves)
    .filter(({ from }) => from === names.COUPONS_ISSUED);
  return {
    orders: paid.length,
    turnoverFen: sum(paid.map(({ bill }) => bill.amountFen)),
    couponSpentFen: sum(paid.map(({ bill }) => bill.couponFen)),
    points: -(now.get(names.POINTS_ISSUED) ?? 0n),
    dividends: dividends.length,
    issuedFen: sum(dividends.map(({ issuedFen }) => issuedFen)),
    collectedFen: sum(collected.map(({ amount }) => amount)),
    freeFen: now.get(names.DIVIDEND_FREE) ?? 0n,
    committedFen: now.get(names.DIVIDEND_COMMITTED) ?? 0n,
    couponsFen: coupons,
    journalSum: [...now.values()].reduce((total, balance) => total + balance, 0n),
  };
}
