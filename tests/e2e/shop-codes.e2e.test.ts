// A shop's printed card, as Chromium draws it, leads through the scan page to the shop's pay page.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drawCard } from '../../scripts/shop-codes/card';
import { useBrowser } from '../support/browser';
import { type TestCloud, startTestCloud } from '../support/cloud';
import { MONDAY_MORNING, lin, noodleShop } from '../support/fixture';

const browser = useBrowser();
const folder = mkdtempSync(join(tmpdir(), 'card-'));
let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await cloud.close();
});

it('leads from a photograph of the card to the pay page of its shop', async () => {
  const phone = await browser.openPhone({
    ...{ cloudUrl: cloud.url, as: lin, place: 'hz-wensan' },
    now: new Date(MONDAY_MORNING),
  });
  const { page } = phone;
  const card = drawCard(noodleShop, { page: 'https://pay.zhongdian.example/s' });
  await page.setContent(`<body style="background:#555;padding:20px;rotate:3deg">${card}</body>`);
  const picture = join(folder, 'card.png');
  await page.screenshot({ path: picture });

  await phone.open('packages/account/scan/index');
  await page.locator('.js-code-picture').setInputFiles(picture);

  await page.waitForURL(`**/*pages/pay/index?m=${noodleShop.code}`);
  await page.getByText(noodleShop.name).filter({ visible: true }).first().waitFor();
});
