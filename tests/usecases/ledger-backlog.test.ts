// The open ledger while its timer is far behind: it shows an earlier instant, and adds up there.
import { EMPTY_FIGURES, foldFigures, wholeFigures } from '../../src/domain/figures/site-figures';
import { toDocument } from '../../src/wxcloud/documents';
import { startTestCloud, type TestCloud } from '../support/cloud';
import { valueOf } from '../support/cloud-client';
import { lin } from '../support/fixture';
import { LedgerWorld } from '../support/ledger-world';

let cloud: TestCloud;

/** Bills and periods of a few hours, more entries than a page, several at each instant. */
function busyHours(): LedgerWorld {
  const world = new LedgerWorld();
  for (let n = 0; n < 1300; n += 1) {
    const shop = { id: `m-${n % 7}`, rateBps: 1500 };
    const useCoupons = n % 4 === 0;
    world.pay({ payer: `u-${n % 9}`, shop, amountFen: 30_00 + n, useCoupons });
    if (n % 5 === 0) world.advance(10_000);
    if (n % 50 === 0) world.runTimer();
  }
  return world;
}

beforeAll(async () => {
  cloud = await startTestCloud();
});

afterAll(async () => {
  await cloud.close();
});

test('it reads one page of each time, shows how far it came, and the timer brings it to the end', async () => {
  const world = busyHours();
  expect(world.dividends.length).toBeGreaterThan(3);
  cloud.cloud.importDocuments('journal', world.journal.map(toDocument));
  const ledger = async () => valueOf(await cloud.callAs(lin)('wallet', 'ledger', {}));
  const asOf = (instant: number) =>
    (['at', 'effectiveAt'] as const).reduce((state, pass) => {
      const entries = world.journal
        .filter((entry) => entry[pass] <= instant)
        .sort((a, b) => a[pass] - b[pass] || (a.id < b.id ? -1 : 1));
      return foldFigures(state, { pass, entries });
    }, EMPTY_FIGURES);

  const early = await ledger();
  expect(early.at).toBeLessThan(world.now);
  expect(early.whole.orders).toBeGreaterThan(500);
  expect(early.whole).toEqual(wholeFigures(asOf(early.at)));
  expect({ ...early.fund, periods: early.periods }).toEqual(asOf(early.at).fund);
  const { whole, fund } = early;
  expect(whole.fundFen - whole.couponFen).toBe(fund.freeFen + fund.committedFen - fund.owedFen);

  await cloud.advanceClock(5);
  await cloud.runTimer('figures');
  const late = await ledger();
  expect(late.at).toBeGreaterThan(world.now);
  expect(late.whole).toEqual(wholeFigures(asOf(Number.MAX_SAFE_INTEGER)));
  expect(late.whole.orders).toBe(1300);
});
