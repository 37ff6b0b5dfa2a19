// The two cities of the demo (GCJ-02 degrees): their landmarks are real public places, most of
// their communities are invented.
import type { Place, Site } from '../src/contracts/nearby';

export type DemoSiteId = 'hangzhou' | 'shanghai';
export type DemoSite = Site & { readonly id: DemoSiteId };

function landmark(id: string, name: string, longitude: number, latitude: number): Place {
  return { id, name, kind: 'landmark', position: { longitude, latitude } };
}

function community(id: string, name: string, longitude: number, latitude: number): Place {
  return { id, name, kind: 'community', position: { longitude, latitude } };
}

export const HANGZHOU: DemoSite = {
  id: 'hangzhou',
  name: '杭州城西',
  city: '杭州',
  position: { longitude: 120.137, latitude: 30.2795 },
  places: [
    community('hz-cuiyuan', '翠苑新村', 120.1226, 30.2838),
    community('hz-hebaotang', '荷包塘小区', 120.127, 30.2784),
    community('hz-liukezhang', '六棵樟新村', 120.1375, 30.2826),
    community('hz-lusheng', '橹声里', 120.1578, 30.2853),
    community('hz-zhulan', '竹篮巷小区', 120.1604, 30.2719),
    landmark('hz-wensan', '文三数字生活街区', 120.1255, 30.2789),
    landmark('hz-xixi', '浙江大学西溪校区', 120.1409, 30.2757),
    landmark('hz-huanglong', '黄龙体育中心', 120.1327, 30.2671),
    landmark('hz-culture', '西湖文化广场', 120.1637, 30.2776),
    landmark('hz-wulin', '武林广场', 120.1639, 30.2727),
  ],
};

export const SHANGHAI: DemoSite = {
  id: 'shanghai',
  name: '上海静安',
  city: '上海',
  position: { longitude: 121.46, latitude: 31.227 },
  places: [
    community('sh-liangyi', '晾衣弄小区', 121.4594, 31.2212),
    community('sh-banshan', '半扇窗公寓', 121.4621, 31.232),
    community('sh-laozao', '老灶间新村', 121.4505, 31.2324),
    community('sh-wutong', '三角梧桐里', 121.4728, 31.2236),
    landmark('sh-jingan', '静安寺', 121.4453, 31.2239),
    landmark('sh-people', '人民广场', 121.4738, 31.2316),
    landmark('sh-exhibition', '上海展览中心', 121.4534, 31.2262),
    landmark('sh-xintiandi', '新天地', 121.4752, 31.2209),
    landmark('sh-library', '上海图书馆', 121.4447, 31.2091),
    landmark('sh-yuyuan', '豫园', 121.4921, 31.2272),
  ],
};

export const DEMO_SITES: readonly DemoSite[] = [HANGZHOU, SHANGHAI];
