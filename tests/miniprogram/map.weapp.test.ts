// The map inside WeChat and the list move in step.
import { type CloudProcess, startCloudProcess } from '../support/cloud-process';
import { MONDAY_MORNING, lin, shops, site } from '../support/fixture';
import { pollUntil } from '../support/poll';
import { type Weapp, bootWeapp } from '../support/weapp';

let cloud: CloudProcess;
let app: Weapp;
beforeAll(async () => {
  cloud = await startCloudProcess();
  app = bootWeapp({
    cloudUrl: cloud.url,
    hand: { openid: lin, position: site.position },
    now: new Date(MONDAY_MORNING),
  });
});
afterAll(async () => {
  app.close();
  await cloud.close();
});

const tapMarker = (markerId: number) =>
  app.page().fire({ className: 'js-map', event: 'markertap', detail: { markerId } });
const selectedRows = (): string[] =>
  app
    .page()
    .findAll('js-shop-row')
    .filter(({ className }) => className.includes('selected'))
    .map(({ textContent }) => textContent);
const untilSelected = (count: number) =>
  pollUntil(
    () => selectedRows().length === count,
    () => `${count} selected in ${app.page().describe()}`,
  );

it('selects the row of a tapped pin, and lets go of it by a tap beside', async () => {
  const page = app.open('pages/circle/index');
  await page.waitForText(...shops.map(({ name }) => name));
  expect(selectedRows()).toEqual([]);
  await tapMarker(0);
  await untilSelected(1);
  await page.fire({ className: 'js-map', event: 'tap' });
  await untilSelected(0);
  expect(app.complaints).toEqual([]);
});

/** WeChat says `begin` and `end` where it was asked for `regionchange`. */
function moveMap(detail: object): void {
  const page = app.page();
  const id = page.findAll('js-map')[0]?.id.replace(/^.*--/, '') ?? '';
  const target = { id, dataset: { sid: id } };
  const handle = page.instance['eh'] as (event: object) => void;
  handle.call(page.instance, { type: 'end', target, currentTarget: target, detail });
}

it('draws what stands around where the map was moved to, and goes on from there', async () => {
  const page = app.open('pages/circle/index');
  await page.waitForText(...shops.map(({ name }) => name));
  // Nothing stands there, so no pin answers a tap.
  moveMap({ scale: 16, centerLocation: { longitude: 120.5, latitude: 30.5 } });
  await pollUntil(
    async () => {
      await tapMarker(0);
      return selectedRows().length === 0;
    },
    () => 'an empty map',
  );
  moveMap({ scale: 14 });
  moveMap({ scale: 14, centerLocation: site.position });
  await pollUntil(
    async () => {
      await tapMarker(0);
      return selectedRows().length === 1;
    },
    () => 'a pin',
  );
});
