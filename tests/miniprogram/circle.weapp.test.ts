// The circle in the compiled bundle: many shops, orders, searching, and the site that follows me.
import { type CloudProcess, startCloudProcess } from '../support/cloud-process';
import { MONDAY_MORNING, fruitShop, lin, noodleShop, site } from '../support/fixture';
import { fruitShopsAround, myPlace } from '../support/fruit-circle';
import { pollUntil } from '../support/poll';
import type { OpenPage } from '../support/weapp/open-page';
import { type Weapp, bootWeapp } from '../support/weapp';

const CIRCLE = 'pages/circle/index';
const SEARCH = 'packages/circle/search/index';

const shownNames = (page: OpenPage): string[] =>
  page.findAll('js-shop-row').map((row) => /第 \d+ 果铺/.exec(row.textContent)?.[0] ?? '');
const numbered = (...numbers: readonly number[]): string[] => numbers.map((n) => `第 ${n} 果铺`);

describe('forty fruit shops in one circle', () => {
  let cloud: CloudProcess;
  let app: Weapp;
  beforeAll(async () => {
    cloud = await startCloudProcess({ merchants: [...fruitShopsAround(40), noodleShop] });
    app = bootWeapp({
      cloudUrl: cloud.url,
      hand: { openid: lin, position: myPlace },
      now: new Date(MONDAY_MORNING),
    });
  });
  afterAll(async () => {
    app.close();
    await cloud.close();
  });

  it('are counted, stand nearest first, and mine is marked where it stands', async () => {
    const page = app.open(CIRCLE);
    await page.tap('js-kind-fruit');
    await page.waitForText('3 公里内 40 家水果');
    expect(shownNames(page).slice(0, 7)).toEqual(numbered(1, 2, 3, 4, 5, 6, 7));
    const marked = page.findAll('js-shop-row').filter((row) => row.textContent.includes('本小区'));
    expect(marked.map((row) => row.textContent)).toEqual([expect.stringContaining('第 7 果铺')]);
  });

  it('stand by points on demand, and nearest first again', async () => {
    const page = app.open(CIRCLE);
    await page.waitForText('3 公里内 41 家商家');
    await page.tap('js-wish');
    await page.tap('js-order-most-points');
    // Of those that give 20 % the nearest.
    await firstIs(page, '第 5 果铺');
    await page.tap('js-order-nearest');
    await firstIs(page, '第 1 果铺');
  });

  it('a row opens its shop, its button pays there', async () => {
    await app.open(CIRCLE).tap('js-shop-row', '第 3 果铺');
    await app.waitForRoute('packages/circle/shop/index');
    const page = app.open(CIRCLE);
    await page.tap('js-go-pay');
    await (await app.waitForRoute('pages/pay/index')).waitForText('第 1 果铺');
  });

  it('are found by words as they are typed, and what was looked for is remembered', async () => {
    await app.open(CIRCLE).tap('js-search-box');
    const search = await app.waitForRoute(SEARCH);
    await search.type('js-search', '小面馆');
    await search.waitForText('3 公里内 1 家', noodleShop.name);
    await search.fire({ className: 'js-search', event: 'confirm', detail: { value: '小面馆' } });
    const again = app.open(SEARCH);
    await again.waitForText('搜索历史');
    await again.tap('js-old-search', '小面馆');
    await again.waitForText(noodleShop.name);
    await again.tap('js-clear-search');
    await again.tap('js-clear-history');
    await pollUntil(
      () => !again.text().includes('搜索历史'),
      () => again.describe(),
    );
  });

  it('a word that nothing has leads to another word or a wider circle', async () => {
    const search = app.open(SEARCH);
    await search.type('js-search', '飞机票');
    await search.waitForText('3 公里内没有「飞机票」', '换个词', '放大半径');
    await search.tap('js-other-word');
    await search.waitForText('大家常搜');
  });

  it('a community that is chosen has its own shop marked', async () => {
    const place = app.open('packages/circle/place/index');
    await place.type('js-search', '杭州 文三');
    await place.waitForText('找到的地方');
    await place.tap('js-place', '文三数字生活街区');
    const page = await app.waitForRoute(CIRCLE);
    await page.waitForText('文三数字生活街区', '本小区');
    const back = app.open('packages/circle/place/index');
    await back.tap('js-follow-phone');
    await app.waitForRoute(CIRCLE);
    expect(app.complaints).toEqual([]);
  });
});

describe('a thousand shops in one circle', () => {
  let cloud: CloudProcess;
  let app: Weapp;
  beforeAll(async () => {
    cloud = await startCloudProcess({ fruitShops: 1000 });
    app = bootWeapp({
      cloudUrl: cloud.url,
      hand: { openid: lin, position: myPlace },
      now: new Date(MONDAY_MORNING),
    });
  });
  afterAll(async () => {
    app.close();
    await cloud.close();
  });

  it('are read page by page, and only those around what is seen are drawn', async () => {
    const page = app.open(CIRCLE);
    await page.waitForText('3 公里内 100+ 家商家');
    const sizes = watchData(page);
    await pollUntil(
      async () => {
        await page.fire({ className: 'js-shop-list', event: 'scrolltolower' });
        return page.text().includes('没有更多商家了');
      },
      () => page.describe(),
    );
    await page.waitForText('3 公里内 1000 家商家');
    expect(shownNames(page).slice(0, 2)).toEqual(numbered(1, 2));

    await scrollTo(page, 60_000);
    await page.waitForText('第 509 果铺');
    expect(page.findAll('js-shop-row').length).toBeLessThanOrEqual(60);
    await scrollTo(page, 0);
    await page.waitForText('第 1 果铺');
    expect(page.findAll('js-shop-row').length).toBeLessThanOrEqual(60);
    expect(Math.max(...sizes)).toBeLessThan(100_000);
  });
});

describe('to somebody who travels', () => {
  let cloud: CloudProcess;
  let app: Weapp;
  const shanghai = { longitude: 121.46, latitude: 31.227 };
  beforeAll(async () => {
    const second = { ...site, id: 'shanghai', name: '上海静安', city: '上海', position: shanghai };
    cloud = await startCloudProcess({ sites: [site, { ...second, places: [] }] });
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

  it('says quietly that another site is near now', async () => {
    const page = app.open(CIRCLE);
    await page.waitForText(fruitShop.name);
    expect(page.text()).not.toContain('已切换到');
    app.hand.position = shanghai;
    await page.tap('js-locate');
    await page.waitForText('已切换到 上海静安');
  });
});

const firstIs = (page: OpenPage, name: string): Promise<void> =>
  pollUntil(
    () => shownNames(page)[0] === name,
    () => `${name} first in ${page.describe()}`,
  );

const scrollTo = (page: OpenPage, scrollTop: number): Promise<void> =>
  page.fire({ className: 'js-shop-list', event: 'scroll', detail: { scrollTop } });

/** Sizes of what the page hands to its view from now on, characters. */
function watchData(page: OpenPage): number[] {
  const sizes: number[] = [];
  const instance = page.instance as unknown as { setData(data: object, done?: () => void): void };
  const setData = instance.setData.bind(instance);
  instance.setData = (data, done) => {
    sizes.push(JSON.stringify(data).length);
    setData(data, done);
  };
  return sizes;
}
