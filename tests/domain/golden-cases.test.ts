// The two cases that the founding documents compute by hand.
import { fen } from '../../src/domain/money/amounts';
import { LedgerWorld, type Shop } from '../support/ledger-world';

const noodles: Shop = { id: 'm-noodles', rateBps: 2000 };
const fruit: Shop = { id: 'm-fruit', rateBps: 1000 };
const hotpot: Shop = { id: 'm-hotpot', rateBps: 1000 };

const balanceOf = (lots: readonly { balanceFen: number }[]): number =>
  lots.reduce((sum, { balanceFen }) => sum + balanceFen, 0);

test('A5: 1000.00 yuan at 20 % give both sides 200.00 points and 1.00 yuan of coupons', () => {
  const world = new LedgerWorld();
  world.pay({ payer: 'u-lin', shop: noodles, amountFen: 1000_00 });
  world.advance(3000);
  const [dividend, ...more] = world.runTimer();

  expect(dividend).toMatchObject({ period: 1, rate: 5_000_000, points: 400_00, issuedFen: 2_00 });
  expect(more).toEqual([]);
  const lin = world.settlePerson('u-lin');
  const shop = world.settleShop('m-noodles');
  expect([lin.points, shop.points]).toEqual([200_00, 200_00]);
  expect([balanceOf(lin.lots), balanceOf(shop.lots)]).toEqual([1_00, 1_00]);
  expect(world.pool.nextThreshold).toBe(460_00);
});

test('A5: one fen of points less than the threshold gives nothing yet', () => {
  const world = new LedgerWorld();
  world.pay({ payer: 'u-lin', shop: noodles, amountFen: 999_95 });
  world.advance(3000);
  expect(world.runTimer()).toEqual([]);
  expect(world.pool.points).toBe(399_98);
});

test('B6: a 50.00 coupon pays 40.00 at the fruit shop and 10.00 at the hotpot', () => {
  const world = new LedgerWorld();
  world.pay({ payer: 'u-lin', shop: noodles, amountFen: 50_000_00 });
  world.advance(3000);
  world.runTimer();
  const full = balanceOf(world.settlePerson('u-lin').lots);
  world.pay({ payer: 'u-lin', shop: noodles, amountFen: full - 50_00, useCoupons: true });
  expect(balanceOf(world.account('u-lin').lots)).toBe(50_00);

  const first = world.pay({ payer: 'u-lin', shop: fruit, amountFen: 40_00, useCoupons: true });
  const second = world.pay({ payer: 'u-lin', shop: hotpot, amountFen: 35_00, useCoupons: true });

  expect([first.bill.couponFen, first.bill.cashFen]).toEqual([40_00, 0]);
  expect([second.bill.couponFen, second.bill.cashFen]).toEqual([10_00, 25_00]);
  expect(balanceOf(world.account('u-lin').lots)).toBe(0);
  expect([first.bill.payerPoints, second.bill.payerPoints]).toEqual([4_00, 3_50]);
  const madeWhole = (shop: string): number =>
    world.journal
      .flatMap(({ moves }) => moves)
      .filter((m) => m.from === 'fund/dividend/committed' && m.to === `payable/merchant/${shop}`)
      .reduce((sum, m) => sum + m.amount, 0);
  expect([madeWhole('m-fruit'), madeWhole('m-hotpot')]).toEqual([fen(40_00), fen(10_00)]);
});

test('A8: a dividend takes no points', () => {
  const world = new LedgerWorld();
  world.pay({ payer: 'u-lin', shop: noodles, amountFen: 1000_00 });
  world.advance(3000);
  world.runTimer();
  expect(world.pool.points).toBe(400_00);
  expect(world.settlePerson('u-lin').points).toBe(200_00);
});
