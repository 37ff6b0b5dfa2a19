// Every page of the compiled bundle opens against the local cloud and shows its content.
import { type CloudProcess, startCloudProcess } from '../support/cloud-process';
import {
  MONDAY_MORNING,
  closedShop,
  fruitShop,
  lin,
  newcomer,
  noodlesOfLin,
  site,
} from '../support/fixture';
import { type Shown, arrangePages, pageRoutes, pageTexts, pageUrl } from '../support/pages';
import { type Weapp, bootWeapp } from '../support/weapp';

/** Words that consumer pages never say. */
const forbidden = /返本|全返|躺赚|投资|收益|分红|积分池|额度|佣金/;

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
afterAll(() => cloud.close());

it('has no page that this table does not know', () => {
  expect([...app.routes].sort()).toEqual([...pageRoutes].sort());
});

it.each(pageRoutes)('%s shows its content', async (route) => {
  const page = app.open(pageUrl(route, shown));
  await page.waitForText(...pageTexts[route]);
  expect(page.text()).not.toMatch(forbidden);
  expect(app.complaints).toEqual([]);
});

it('says that a closed shop takes no payment, and offers no keypad', async () => {
  const page = app.open(`pages/pay/index?m=${closedShop.code}`);
  await page.waitForText(closedShop.name, '暂停收款');
  expect(page.findAll('js-pay')).toEqual([]);
});

it('says that a code leads nowhere instead of waiting for ever', async () => {
  const page = app.open('pages/pay/index?m=zzzzzzzz');
  await page.waitForText('没有找到');
});

describe('to a newcomer who refuses the location', () => {
  let phone: Weapp;
  beforeAll(() => {
    app.close();
    phone = bootWeapp({ cloudUrl: cloud.url, hand: { openid: newcomer, position: null } });
  });
  afterAll(() => phone.close());

  it('shows the shops around a chosen place', async () => {
    const place = phone.open('packages/circle/place/index');
    await place.tap('js-place', '武林广场');
    const circle = await phone.waitForRoute('pages/circle/index');
    await circle.waitForText('武林广场', fruitShop.name);
  });

  it('shows an empty wallet with a way on', async () => {
    await phone.open('pages/wallet/index').waitForText('还没有消费券', '扫码付款');
  });
});
