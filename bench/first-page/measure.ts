// Starts the app cold several times and writes down how long it took; run by bench/first-page.ts.
import { writeFileSync } from 'node:fs';
import { type CloudProcess, startCloudProcess } from '../../tests/support/cloud-process';
import { MONDAY_MORNING, fruitShop, lin, site } from '../../tests/support/fixture';
import { bootWeapp } from '../../tests/support/weapp';

/** More rows than a screen holds are drawn when one scrolls. */
const LAST_ON_SCREEN = '8 号店';

let cloud: CloudProcess;
beforeAll(async () => {
  cloud = await startCloudProcess({ merchants: street(60) });
});
afterAll(() => cloud.close());

it('reaches its first list', async () => {
  const scriptsMs: number[] = [];
  const listMs: number[] = [];
  // The first start fills caches of jest and wakes the functions; it does not count.
  for (let start = 0; start <= Number(process.env['BENCH_STARTS']); start += 1) {
    const began = performance.now();
    const app = bootWeapp({
      cloudUrl: cloud.url,
      hand: { openid: lin, position: site.position },
      now: new Date(MONDAY_MORNING),
    });
    const opened = performance.now();
    await app.page().waitForText(fruitShop.name, LAST_ON_SCREEN);
    if (start > 0) {
      scriptsMs.push(opened - began);
      listMs.push(performance.now() - began);
    }
    app.close();
  }
  writeFileSync(process.env['BENCH_TIMES_FILE'] ?? '', JSON.stringify({ scriptsMs, listMs }));
});

/** Shops in a row, each a few metres on from the one before. */
function street(count: number): (typeof fruitShop)[] {
  return Array.from({ length: count }, (_, index) => ({
    ...fruitShop,
    id: `m-street-${index}`,
    code: index.toString(36).padStart(8, '0'),
    name: index === 0 ? fruitShop.name : `${index + 1} 号店`,
    longitude: fruitShop.longitude + index * 0.0001,
  }));
}
