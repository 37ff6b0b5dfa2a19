import { shopsAround } from '../../miniprogram/packages/account/result/shops-around';
import type { LotView, MerchantCard } from '../../src/contracts/values';
import { aLotView } from '../support/views';

const NOON = Date.parse('2026-11-02T12:00:00+08:00');

const aShop = (id: string, different: Partial<MerchantCard> = {}): MerchantCard => ({
  id,
  code: 'fruit001',
  name: id,
  category: 'fruit',
  state: 'active',
  ownership: 'alliance',
  siteId: 'hangzhou',
  address: '',
  phone: '',
  picture: '',
  position: { longitude: 120, latitude: 30 },
  openingHours: { opensMinute: 0, closesMinute: 1440 },
  averageSpendFen: 4000,
  rebateBps: 2000,
  ...different,
});

const aLot = (scope: LotView['scope']): LotView =>
  aLotView({ scope, balanceFen: 60, startsAt: NOON - 1, expiresAt: NOON + 1 });

const around = (shops: readonly MerchantCard[], lots: readonly LotView[] = []) =>
  shopsAround(shops, { paidAt: 'here', lots, now: NOON }).map(
    ({ shop, couponFen }) => `${shop.id} ${couponFen}`,
  );

it('names the three nearest, without the shop just paid', () => {
  const shops = ['here', 'a', 'b', 'c', 'd'].map((id) => aShop(id));
  expect(around(shops)).toEqual(['a 0', 'b 0', 'c 0']);
});

it('leaves out shops that are shut, paused or gone', () => {
  const shops = [
    aShop('shut', { openingHours: { opensMinute: 1000, closesMinute: 1200 } }),
    aShop('paused', { state: 'closed' }),
    aShop('gone', { state: 'left' }),
    aShop('open'),
  ];
  expect(around(shops)).toEqual(['open 0']);
});

it('names a shop that takes my coupon before nearer ones that do not', () => {
  const shops = ['a', 'b', 'c'].map((id) => aShop(id)).concat(aShop('tea', { category: 'tea' }));
  const lots = [aLot({ kind: 'category', category: 'tea' })];
  expect(around(shops, lots)).toEqual(['tea 60', 'a 0', 'b 0']);
});

it('keeps the nearest first among those that take it', () => {
  const shops = ['a', 'b'].map((id) => aShop(id));
  expect(around(shops, [aLot({ kind: 'alliance' })])).toEqual(['a 60', 'b 60']);
});
