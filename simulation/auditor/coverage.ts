// Every coupon is backed: free is never below 0, and what is committed stands behind coupons that
// are out and periods that are declared and not collected. Source: docs/domain/coupons.md.
import { Balances } from './balances';
import type { Books } from './books';
import { COMMITTED, FREE, ISSUED } from './entries/rule';
import { couponsOut } from './entries/campaigns';
import { holds, same, type Finding } from './finding';
import { COUPON_FAMILIES } from './lots';

const FAN_FREE = 'fund/fan/free';

export function checkCoverage(books: Books): Finding[] {
  const { ever, dividends, collectedFen, lapsed, now } = books;
  const { campaigns, claims, claimsLeft } = books;
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
  const free = balanceAt(FREE, now, books);
  const fanFree = balanceAt(FAN_FREE, now, books);
  const held = [...COUPON_FAMILIES.map((family) => `${family}/`), 'points/', 'fund/'];
  const negative = held
    .flatMap((prefix) => ever.names(prefix))
    .filter((name) => ever.get(name) < 0n && !name.endsWith('/issued'))
    // What takes effect later is not in these yet, and is looked at below.
    .filter((name) => name !== FREE && name !== FAN_FREE);
  return [
    ...holds('covered', free >= 0n, `the free fund is ${free}`),
    ...holds('covered', fanFree >= 0n, `the free fan fund is ${fanFree}`),
    ...same('covered', 'committed for fans, for their coupons out', {
      says: ever.get('fund/fan/committed'),
      is: ever.sum('fan-coupons/') - ever.get('fan-coupons/issued'),
    }),
    ...[...campaigns.values()].flatMap(({ _id: id, total }) => [
      ...holds(
        'covered',
        ever.get(`fund/activity/${id}`) >= couponsOut(id, books),
        `campaign ${id} has ${ever.get(`fund/activity/${id}`)} for ${couponsOut(id, books)} out`,
      ),
      ...same('claims-limited', `campaign ${id} left`, {
        says: claimsLeft.get(id) ?? 0,
        is: total - [...(claims.get(id)?.values() ?? [])].reduce((sum, each) => sum + each, 0),
      }),
    ]),
    // Exactly, since a fen that is committed for nobody would never come back.
    ...same('covered', 'committed, for coupons out and promised', {
      says: ever.get(COMMITTED),
      is: out + promised,
    }),
    ...negative.map((name) => ({ rule: 'covered', text: `${name} is ${ever.get(name)}` })),
    ...holds(
      'covered',
      ['offset/', 'fan-offset/', 'advance/']
        .flatMap((prefix) => ever.names(prefix))
        .every((name) => ever.get(name) < 0n),
      'an offset was repaid twice',
    ),
    ...holds(
      'covered',
      ever.names('owed/').every((name) => ever.get(name) < 0n),
      'a debt was paid twice',
    ),
  ];
}

/** A balance now, by the fastest clock: what takes effect later does not count yet. */
function balanceAt(name: string, now: number, { ever, journal, numbers }: Books): bigint {
  const later = new Balances();
  for (const { effectiveAt, matures } of journal) {
    if (effectiveAt > now + numbers.skewMs) later.apply(matures);
  }
  return ever.get(name) - later.get(name);
}
