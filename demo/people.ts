// Who one can be in the demo, and the others who shop there.
import { DEMO_SITES, type DemoSiteId } from './sites';

interface DemoPerson {
  readonly openid: string;
  readonly name: string;
  /** Who this is, for the picker. */
  readonly note: string;
}

/** How somebody shopped so far. */
export interface Habit {
  readonly openid: string;
  readonly siteId: DemoSiteId;
  readonly purchases: number;
  /** Ids of shops that this person comes back to. */
  readonly favourites: readonly string[];
  /** Of ten purchases, about so many with coupons, and the share of them that is then spent. */
  readonly couponTenths: number;
  readonly couponShare: number;
  /** The shop that this person owns; nobody buys at the own counter here. */
  readonly ownShop?: string;
}

interface DemoCharacter extends DemoPerson {
  readonly habit?: Omit<Habit, 'openid'>;
}

/** The account of 陈月, who owns the noodle shop and earns nothing there. */
export const NOODLE_SHOP_OWNER = 'u-305ec4bc102b882fe6ddd131';
export const NOODLE_SHOP_ID = 'm-hz-005';

const CHARACTERS: readonly DemoCharacter[] = [
  {
    openid: 'demo-lin',
    name: '林晓',
    note: '翠苑住户，常客，券多',
    habit: {
      siteId: 'hangzhou',
      purchases: 46,
      favourites: [
        'm-hz-001',
        'm-hz-005',
        'm-hz-011',
        'm-hz-014',
        'm-hz-019',
        'm-hz-023',
        'm-hz-029',
      ],
      couponTenths: 1,
      couponShare: 0.25,
    },
  },
  { openid: 'demo-zhou', name: '周牧', note: '新用户，还没有买过' },
  {
    openid: 'demo-chen',
    name: '陈月',
    note: '老塘河面馆店主，也常在邻店买',
    habit: {
      siteId: 'hangzhou',
      purchases: 16,
      favourites: ['m-hz-023', 'm-hz-033', 'm-hz-002', 'm-hz-010'],
      couponTenths: 4,
      couponShare: 1,
      ownShop: NOODLE_SHOP_ID,
    },
  },
  {
    openid: 'demo-tang',
    name: '唐果',
    note: '西溪校区学生，奶茶和面包',
    habit: {
      siteId: 'hangzhou',
      purchases: 26,
      favourites: ['m-hz-016', 'm-hz-020', 'm-hz-010', 'm-hz-012', 'm-hz-025'],
      couponTenths: 6,
      couponShare: 0.6,
    },
  },
  {
    openid: 'demo-he',
    name: '何阿姨',
    note: '住信义坊，买菜买药买花',
    habit: {
      siteId: 'hangzhou',
      purchases: 28,
      favourites: ['m-hz-022', 'm-hz-003', 'm-hz-027', 'm-hz-035', 'm-hz-028'],
      couponTenths: 5,
      couponShare: 0.8,
    },
  },
  {
    openid: 'demo-xu',
    name: '徐嘉',
    note: '上海静安上班，午饭和咖啡',
    habit: {
      siteId: 'shanghai',
      purchases: 34,
      favourites: ['m-sh-005', 'm-sh-010', 'm-sh-011', 'm-sh-014', 'm-sh-016', 'm-sh-008'],
      couponTenths: 3,
      couponShare: 0.7,
    },
  },
];

export const DEMO_PEOPLE: readonly DemoPerson[] = CHARACTERS.map(({ openid, name, note }) => ({
  openid,
  name,
  note,
}));

const CROWD_SIZE = 40;

/** Forty more whom nobody can be; of five, three live in Hangzhou. */
const CROWD: readonly Habit[] = Array.from({ length: CROWD_SIZE }, (_, index) => ({
  openid: `demo-crowd-${String(index + 1).padStart(2, '0')}`,
  siteId: index % 5 < 3 ? 'hangzhou' : 'shanghai',
  purchases: 1 + ((index * 7) % 4),
  favourites: [],
  couponTenths: 4,
  couponShare: 1,
}));

export const HABITS: readonly Habit[] = [
  ...CHARACTERS.flatMap(({ openid, habit }) => (habit === undefined ? [] : [{ openid, ...habit }])),
  ...CROWD,
];

/** What the preview's picker reads from /demo/people.json. */
export function demoPeopleFile() {
  return {
    people: DEMO_PEOPLE,
    places: DEMO_SITES.flatMap(({ city, places }) =>
      places.map(({ id, name, position }) => ({ id, name, city, ...position })),
    ),
  };
}
