// Placing holds coupons, closing gives them back: together they change nothing.
import fc from 'fast-check';
import type { Account } from '../../src/domain/accounts/account';
import type { Lot } from '../../src/domain/coupons/lot';
import { fen } from '../../src/domain/money/amounts';
import { closeOrder, holdCoupons } from '../../src/domain/orders/hold';
import { DAY } from '../../src/domain/time';
import { account, bestOf, billAt, lot, NOW, order } from './builders';

const rules = { returnedLotDays: 7 };
const wallet = [
  lot('soon', 30, { expiresAt: NOW + DAY }),
  lot('later', 50, { expiresAt: NOW + 20 * DAY }),
];

function held(owner: Account, amountFen: number): ReturnType<typeof holdCoupons> {
  return holdCoupons(owner, bestOf(owner.lots, billAt(amountFen)));
}

function close(
  holding: ReturnType<typeof holdCoupons>,
  { at, owner = holding.account }: { at: number; owner?: Account },
): ReturnType<typeof closeOrder> {
  const couponFen = fen(holding.held.reduce((sum, { amountFen }) => sum + amountFen, 0));
  const open = order({ held: holding.held, couponFen });
  return closeOrder({ order: open, account: owner, at, rules });
}

test('a hold leaves the lots and stands in the order, with the lot as it was', () => {
  const holding = held(account({ lots: wallet }), 60);
  expect(holding.account.lots.map(({ balanceFen }) => balanceFen)).toEqual([0, 20]);
  expect(holding.account.heldFen).toBe(60);
  expect(holding.held).toEqual([
    { lot: wallet[0], amountFen: 30 },
    { lot: wallet[1], amountFen: 30 },
  ]);
});

test('a second hold sees only what the first left, and both holds add up', () => {
  const first = held(account({ lots: wallet }), 60);
  const second = held(first.account, 60);
  expect(second.held.map(({ amountFen }) => amountFen)).toEqual([20]);
  expect(second.account.heldFen).toBe(80);
});

test('a use that was not checked throws and holds nothing', () => {
  const owner = account({ lots: wallet });
  const take = (each: Lot, amountFen: number) => () =>
    holdCoupons(owner, { taken: [{ lot: each, amountFen: fen(amountFen) }] });
  expect(take(lot('stranger', 9), 1)).toThrow('take from stranger');
  expect(take(lot('soon', 99), 31)).toThrow('take from soon');
});

test('closing gives all back and closes the order; nothing happened in the journal', () => {
  const owner = account({ lots: wallet });
  const closing = close(held(owner, 60), { at: NOW + 5 });
  expect(closing.account).toEqual(owner);
  expect(closing.order).toMatchObject({ state: 'closed', closedAt: NOW + 5 });
  expect(closing.entry).toBeUndefined();
});

test('hold and close are a round trip for every wallet and bill', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(300), fc.integer({ min: 1, max: 60 })), { maxLength: 6 }),
      fc.integer({ min: 1, max: 1000 }),
      fc.nat(1000),
      (lots, amountFen, heldFen) => {
        const made: Lot[] = lots
          .map(([balance, days], index) =>
            lot(String(index), balance, { expiresAt: NOW + days * DAY }),
          )
          .sort((a, b) => a.expiresAt - b.expiresAt || (a.id < b.id ? -1 : 1));
        const owner = account({ lots: made, heldFen: fen(heldFen) });
        const holding = held(owner, amountFen);
        const coupons = (of: Account): number =>
          of.lots.reduce((sum, { balanceFen }) => sum + balanceFen, Number(of.heldFen));
        expect(coupons(holding.account)).toBe(coupons(owner));
        expect(close(holding, { at: NOW }).account).toEqual(owner);
      },
    ),
  );
});

test('what expired while it was held lives a week more, the rest goes back to its lot', () => {
  const holding = held(account({ lots: wallet }), 60);
  const at = NOW + 2 * DAY;
  const left = { ...holding.account, lots: holding.account.lots.slice(1) };
  const closing = close(holding, { at, owner: left });
  expect(closing.account.lots).toEqual([
    { ...wallet[0], faceFen: 30, balanceFen: 30, expiresAt: at + 7 * DAY, returnedAt: at },
    wallet[1],
  ]);
  expect(closing.account.heldFen).toBe(0);
});

test('an open offset takes what comes back first, and frees its cover by an entry', () => {
  const holding = held(account({ lots: wallet }), 60);
  const owner = { ...holding.account, offsetFen: fen(45) };
  const closing = close(holding, { at: NOW, owner });
  expect(closing.account).toMatchObject({ offsetFen: 0, heldFen: 0 });
  expect(closing.account.lots.map(({ balanceFen }) => balanceFen)).toEqual([0, 35]);
  expect(closing.entry).toMatchObject({
    id: '0123456789abcdef0123456789abcdef:returned',
    kind: 'returned',
    moves: [
      { from: 'coupons/u-lin/soon', to: 'offset/u-lin', asset: 'coupon', amount: 30 },
      {
        from: 'fund/dividend/committed',
        to: 'fund/dividend/free',
        asset: 'fen',
        amount: 30,
      },
      { from: 'coupons/u-lin/later', to: 'offset/u-lin', asset: 'coupon', amount: 15 },
      {
        from: 'fund/dividend/committed',
        to: 'fund/dividend/free',
        asset: 'fen',
        amount: 15,
      },
    ],
    matures: [],
  });
});

test('what expired while it was held lives a week more, once, however often it is held', () => {
  const first = close(held(account({ lots: [lot('old', 30, { expiresAt: NOW + 1 })] }), 30), {
    at: NOW + DAY,
  });
  const week = NOW + 8 * DAY;
  expect(first.account.lots).toMatchObject([{ balanceFen: 30, expiresAt: week }]);
  const again = holdCoupons(
    first.account,
    bestOf(first.account.lots, billAt(30, { at: week - 1 })),
  );
  expect(again.held).toHaveLength(1);
  const second = close(again, { at: week + DAY });
  expect(second.account.lots).toMatchObject([{ balanceFen: 30, expiresAt: week + DAY }]);
});

test('only a placed order is closed', () => {
  const paid = order({ state: 'paid' });
  expect(() => closeOrder({ order: paid, account: account(), at: NOW, rules })).toThrow(
    'cannot move from paid to closed',
  );
});
