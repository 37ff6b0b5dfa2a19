// No dead link: every handle of 我的 and of the pages behind it does something when it is tapped.
import { type CloudProcess, startCloudProcess } from '../support/cloud-process';
import { MONDAY_MORNING, lin, noodlesOfLin, site } from '../support/fixture';
import { arrangePages, pageTexts, pageUrl, type PageRoute, type Shown } from '../support/pages';
import { pollUntil } from '../support/poll';
import { routes } from '../../miniprogram/routes';
import { type Weapp, bootWeapp } from '../support/weapp';

/** What is shown and not tapped, is WeChat's own to answer, or says by itself that it is dead. */
const NOT_LINKS =
  /^js-(amount|brought|ask-row|bill-.*|confirmation|contact|day|fan-figures|go-on|list-end|loading|month|order-state|qr|reason(-text)?|refund|reward|rows-end|result-(earned|saved|state)|scan|show-.*|tab-mine|text-.*|unread|radius-.*|ticket-(count|text)|file|kind-.*|wallet-.*|back|call|copy)$/;

const walked: readonly PageRoute[] = [
  'pages/mine/index',
  'packages/account/orders/index',
  'packages/account/order/index',
  'packages/account/result/index',
  'packages/account/settings/index',
  'packages/account/help/index',
  'packages/account/ticket/index',
  'packages/account/privacy/index',
  'packages/account/leave/index',
  'packages/account/about/index',
  'packages/account/fan/index',
  'packages/merchant/bills/index',
  'packages/merchant/refund/index',
];

/** What a page shows later than its own answer. */
const LATE: Partial<Record<PageRoute, string>> = {
  'pages/mine/index': 'js-my-shop',
  'packages/account/result/index': 'js-nearby-shop',
};

// The compiled app brings its own Taro; only the addresses are read from the source.
jest.mock('@tarojs/taro', () => ({ __esModule: true, default: {} }));

/** Those that only some people have. */
const LINKS: Partial<Record<PageRoute, readonly string[]>> = {
  'pages/mine/index': ['js-my-shop'],
  'packages/merchant/bills/index': ['js-shop-bill', 'js-to-fans'],
  'packages/account/fan/index': ['js-fan-shop', 'js-leave'],
};

let cloud: CloudProcess;
let app: Weapp;
let shown: Shown;
beforeAll(async () => {
  cloud = await startCloudProcess({ merchants: noodlesOfLin });
  shown = await arrangePages(cloud);
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

async function openWhole(route: PageRoute) {
  const page = app.open(pageUrl(route, shown));
  await page.waitForText(...pageTexts[route]);
  const late = LATE[route];
  await pollUntil(
    () =>
      page.findAll('js-loading').length === 0 &&
      (late === undefined || page.findAll(late).length > 0),
    () => `${route} to be loaded`,
  );
  return page;
}

it.each(walked)('%s has no handle that does nothing', async (route) => {
  const handles = (await openWhole(route)).handles().filter((name) => !NOT_LINKS.test(name));
  expect(handles.length).toBeGreaterThan(0);
  expect(handles).toEqual(expect.arrayContaining(LINKS[route] ?? []));
  for (const handle of handles) {
    const page = await openWhole(route);
    const before = page.text();
    const told = app.toasts.length + app.opened.length;
    await page.tap(handle);
    await pollUntil(
      () =>
        app.page() !== page ||
        page.text() !== before ||
        app.toasts.length + app.opened.length > told,
      () => `${handle} of ${route} to do something`,
      8000,
    );
  }
  expect(app.complaints).toEqual([]);
});

it('names only pages that there are', () => {
  const urls = Object.values(routes).map((route) =>
    (route as (shown: unknown) => string)(
      route === routes.order || route === routes.result ? shown.orderId : shown,
    ),
  );
  const missing = urls
    .map((url) => (url.split('?')[0] ?? '').replace(/^\//, ''))
    .filter((route) => !app.routes.includes(route));
  expect(missing).toEqual([]);
});
