// No page loses a figure or hides a text, in dark and in large text.
import { waitUntilStill } from '../../scripts/phone/wait-until-still';
import { useBrowser } from '../support/browser';
import { type TestCloud, startTestCloud } from '../support/cloud';
import { MONDAY_MORNING, lin, noodlesOfLin } from '../support/fixture';
import { layoutFaults } from '../support/layout-faults';
import { type Shown, arrangePages, pageRoutes, pageTexts, pageUrl } from '../support/pages';

const browser = useBrowser();
let cloud: TestCloud;
let shown: Shown;
beforeAll(async () => {
  cloud = await startTestCloud({ merchants: noodlesOfLin });
  shown = await arrangePages(cloud);
});
afterAll(() => cloud.close());

const looks = [
  { theme: 'dark', text: 'normal' },
  { theme: 'light', text: 'large' },
] as const;

describe.each(looks)('in $theme with $text text', (look) => {
  it.each(pageRoutes)('%s fits the phone', async (route) => {
    const phone = await browser.openPhone({
      ...{ cloudUrl: cloud.url, as: lin, place: 'hz-wensan', now: new Date(MONDAY_MORNING) },
      ...look,
    });
    await phone.open(pageUrl(route, shown));
    for (const text of pageTexts[route]) {
      await phone.page.getByText(text).filter({ visible: true }).first().waitFor();
    }
    await waitUntilStill(phone.page);
    expect(await layoutFaults(phone.page)).toEqual([]);
    expect(phone.complaints).toEqual([]);
  });
});

it('finds the faults that it looks for', async () => {
  const phone = await browser.openPhone({ cloudUrl: cloud.url, as: lin });
  await phone.page.setContent(`
    <meta name="viewport" content="width=device-width">
    <style>body { margin: 0 }</style>
    <div style="width:500px">wide</div>
    <div style="width:60px;overflow:hidden;white-space:nowrap">¥123456789.00 is lost</div>
    <p style="position:fixed;bottom:0">hidden</p>
    <div style="position:fixed;bottom:0;height:80px;left:0;right:0">
      <div><div class="js-scan"></div></div>
    </div>`);
  expect(await layoutFaults(phone.page)).toEqual([
    'the page is 500 px wide',
    'cut at the right: ¥123456789.00 is lost',
    'under the tab bar: hidden',
  ]);
});
