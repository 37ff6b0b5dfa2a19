// A small town for tests: one site, three shops and a few people.
import type { Merchant } from '../../src/domain/merchants/merchant';
import type { Site } from '../../src/wxcloud/documents';

/** When tests begin: a Monday morning in Hangzhou at 10:00, while all shops are open. */
export const MONDAY_MORNING = '2026-11-02T02:00:00.000Z';

export const site: Site = {
  id: 'hangzhou',
  name: '杭州城西',
  city: '杭州',
  position: { longitude: 120.137, latitude: 30.2795 },
  places: [
    {
      id: 'hz-wensan',
      name: '文三数字生活街区',
      kind: 'community',
      position: { longitude: 120.1255, latitude: 30.2789 },
    },
    {
      id: 'hz-wulin',
      name: '武林广场',
      kind: 'landmark',
      position: { longitude: 120.1639, latitude: 30.2727 },
    },
  ],
};

/** A shop near the site's centre that gives 20 %; name what is different. */
export function aShop(different: Partial<Merchant> & Pick<Merchant, 'id' | 'code'>): Merchant {
  return {
    name: '青禾鲜果',
    category: 'fruit',
    state: 'active',
    ownership: 'alliance',
    siteId: site.id,
    address: '文三路 201 号',
    phone: '0571-5550-0101',
    picture: '/demo/pictures/m-hz-001.svg',
    longitude: 120.1365,
    latitude: 30.279,
    openingHours: { opensMinute: 0, closesMinute: 1440 },
    averageSpendFen: 4000,
    rates: [{ bps: 2000, from: 0 }],
    rebateCollection: 'own',
    subMchId: '1900000101',
    staff: [],
    ...different,
  };
}

export const fruitShop = aShop({
  id: 'm-fruit',
  code: 'fruit001',
  morePictures: ['/demo/pictures/m-hz-002.svg'],
  introduction: '早上六点从批发市场进货，不甜包退。',
});
export const noodleShop = aShop({
  id: 'm-noodle',
  code: 'noodle01',
  name: '巷口小面馆',
  category: 'restaurant',
  address: '学院路 88 号',
  longitude: 120.1302,
  latitude: 30.2811,
  rates: [{ bps: 1000, from: 0 }],
  subMchId: '1900000102',
});
export const closedShop = aShop({
  id: 'm-flower',
  code: 'flower01',
  name: '一枝花房',
  category: 'flowers',
  state: 'closed',
  longitude: 120.1405,
  latitude: 30.2762,
  subMchId: '1900000103',
});
export const shops: readonly Merchant[] = [fruitShop, noodleShop, closedShop];

/** Openids. */
export const lin = 'test-lin';
export const wang = 'test-wang';
export const newcomer = 'test-newcomer';

/** The town with lin as owner of the noodle shop, or of both shops that trade. */
const accountOfLin = 'u-7392339016795087c5ab257d';
const ofLin = (shop: Merchant): Merchant => ({ ...shop, staff: [accountOfLin] });
export const noodlesOfLin: readonly Merchant[] = [fruitShop, ofLin(noodleShop), closedShop];
export const bothOfLin: readonly Merchant[] = [ofLin(fruitShop), ofLin(noodleShop), closedShop];

/** What the browser preview reads from /demo/people.json. */
export const previewPeople = {
  people: [
    { openid: lin, name: '林晓', note: '翠苑住户' },
    { openid: wang, name: '王磊', note: '文三路上班' },
    { openid: newcomer, name: '新朋友', note: '第一次来' },
  ],
  places: site.places.map(({ id, name, position }) => ({ id, name, city: site.city, ...position })),
};
