// Two cities with their shops, and the people who live there.
import type { Merchant } from '../../src/domain/merchants/merchant';
import { accountOf } from '../../src/wxcloud/identity';
import type { Site } from '../../src/wxcloud/documents';
import { DAY } from '../../src/domain/time';
import type { Chance } from '../chance';

export interface Person {
  readonly openid: string;
  /** `u-…` */
  readonly account: string;
}

export interface Town {
  readonly sites: readonly Site[];
  readonly shops: readonly Merchant[];
  readonly people: readonly Person[];
  /** Act for the platform. */
  readonly operators: readonly Person[];
}

const PEOPLE = 10;

export function townOf(chance: Chance, begins: number): Town {
  const people = Array.from({ length: PEOPLE }, (_, index) => personOf(`person-${index}`));
  const staff = (...indexes: number[]): string[] =>
    indexes.flatMap((index) => people[index]?.account ?? []);
  const bps = (): number => chance.pick([300, 500, 777, 1000, 1200, 1500, 2000, 2000]);
  const shop = shopOf(begins, bps);
  return {
    people,
    operators: [personOf('desk')],
    sites: [site('hangzhou', 120.137), site('shanghai', 121.475)],
    shops: [
      shop('hz1', { siteId: 'hangzhou', staff: staff(0) }),
      shop('hz2', { siteId: 'hangzhou', staff: staff(1, 2), category: 'restaurant' }),
      shop('hz3', { siteId: 'hangzhou', staff: staff(0), ownership: 'self-operated' }),
      shop('hz4', { siteId: 'hangzhou', staff: staff(3), rebateCollection: 'profit-sharing' }),
      shop('sh1', { siteId: 'shanghai', staff: staff(4), category: 'hotpot' }),
      shop('sh2', { siteId: 'shanghai', staff: staff(5, 1), category: 'tea' }),
      shop('sh3', { siteId: 'shanghai', staff: staff(6), ownership: 'self-operated' }),
      shop('sh4', { siteId: 'shanghai', staff: staff(5), rebateCollection: 'netting' }),
    ],
  };
}

function personOf(openid: string): Person {
  return { openid, account: accountOf(openid) };
}

function site(id: string, longitude: number): Site {
  return { id, name: id, city: id, position: { longitude, latitude: 30.28 }, places: [] };
}

/** Some shops change their rate in the second week. */
function shopOf(begins: number, bps: () => number) {
  return (
    name: string,
    different: Partial<Merchant> & Pick<Merchant, 'siteId' | 'staff'>,
  ): Merchant => ({
    id: `m-${name}`,
    code: `shop0${name}`,
    name,
    category: 'fruit',
    state: 'active',
    ownership: 'alliance',
    address: name,
    phone: '0571-5550-0101',
    picture: `/${name}.svg`,
    longitude: 120.1365,
    latitude: 30.279,
    openingHours: { opensMinute: 0, closesMinute: 1440 },
    averageSpendFen: 4000,
    rates: [
      { bps: bps(), from: 0 },
      { bps: bps(), from: begins + 9 * DAY },
    ],
    rebateCollection: 'own',
    subMchId: `19000${name}`,
    ...different,
  });
}
