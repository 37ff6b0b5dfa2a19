// `npm run codes -- [--site ID] [--merchant CODE] [--merchants FILE] [--page URL] [--out DIR]`:
// draws the counter card and the entry card of each shop, of the demo or of an export of the collection `merchants`.
import { parseArgs } from 'node:util';
import { DEMO_MERCHANTS } from '../demo/merchants';
import { inProject } from './paths';
import { readSettings } from './release-check/settings';
import { readShops } from './shop-codes/read-shops';
import { writeCards } from './shop-codes/write-cards';

/** For looking at cards before there is a page; release:check refuses it. */
const EXAMPLE_PAGE = 'https://pay.zhongdian.example/s';

function main(): void {
  const { values } = parseArgs({
    options: {
      site: { type: 'string' },
      merchant: { type: 'string' },
      merchants: { type: 'string' },
      page: { type: 'string' },
      out: { type: 'string' },
    },
  });
  const { site, merchant, merchants } = values;
  const all = merchants === undefined ? DEMO_MERCHANTS : readShops(merchants);
  const shops = all.filter(
    ({ siteId, code, state }) =>
      state !== 'left' &&
      (site === undefined || siteId === site) &&
      (merchant === undefined || code === merchant),
  );
  if (shops.length === 0) throw new Error('no shop fits --site and --merchant');
  const page = values.page ?? (readSettings().codePage || EXAMPLE_PAGE);
  const folder = values.out ?? inProject('.data', 'codes');
  writeCards(shops, { folder, page });
  console.log(
    `two cards of ${shops.length} shops for ${page} in ${folder}; print index.html at 100 %`,
  );
  if (page === EXAMPLE_PAGE) {
    console.log('These codes lead nowhere yet: codePage in release.json is empty.');
  }
}

try {
  main();
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exitCode = 1;
}
