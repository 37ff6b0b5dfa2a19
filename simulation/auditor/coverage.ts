// Every coupon is backed: free is never below 0, and what is committed stands behind coupons that
// are out and periods that are declared and not collected. Source: docs/domain/coupons.md.
import { Balances } from './balances';
import type { Books } from './books';
import { COMMITTED, FREE, ISSUED } from './entries/rule';
import { holds, same, type Finding } from './finding';

export function checkCoverage(books: Books): Finding[] {
  const { ever, dividends, collectedFen, lapsed, now } = books;
  let promised = 0n;
  for (const { period, issuedFen } of dividends) {
    const open = BigInt(issuedFen) - (collectedFen.get(period) ?? 0n);
    if (!lapsed.has(period)) promised += open;
    if (open < 0n) {
      return [
        { rule: 'covered', text: `of period ${period} more was collected than ${issuedFen}` },
      ];
    }
  }
  const out = ever.sum('coupons/') - ever.get(ISSUED);
  const free = freeAt(now, books);
  const negative = [...ever.names('coupons/'), ...ever.names('points/')].filter(
    (name) => ever.get(name) < 0n && !name.endsWith('/issued'),
  );
  return [
    ...holds('covered', free >= 0n, `the free fund is ${free}`),
    // Exactly, since a fen that is committed for nobody would never come back.
    ...same('covered', 'committed, for coupons out and promised', {
      says: ever.get(COMMITTED),
      is: out + promised,
    }),
    ...negative.map((name) => ({ rule: 'covered', text: `${name} is ${ever.get(name)}` })),
    ...holds(
      'covered',
      ever.names('offset/').every((name) => ever.get(name) < 0n),
      'an offset was repaid twice',
    ),
    ...holds(
      'covered',
      ever.names('owed/').every((name) => ever.get(name) < 0n),
      'a debt was paid twice',
    ),
  ];
}

/** The free fund now: what takes effect later does not count yet. */
function freeAt(now: number, { ever, journal }: Books): bigint {
  const later = new Balances();
  for (const { effectiveAt, matures } of journal) if (effectiveAt > now) later.apply(matures);
  return ever.get(FREE) - later.get(FREE);
}
