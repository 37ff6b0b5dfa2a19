// The codes that an action can answer, and what belongs to a contract besides.
import { functions } from '../../cloudfunctions/functions';
import { GENERAL_ERRORS } from '../../src/contracts/contract';
import { category, couponUses, orderState } from '../../src/contracts/values';
import { MAX_LOTS_PER_BILL } from '../../src/domain/limits';
import { CATEGORIES } from '../../src/domain/merchants/category';
import { canMove, type OrderState } from '../../src/domain/orders/states';
import { contracts, examples } from './examples';

const named = examples.map(
  ({ contract, name, action }) => [`${contract.name}.${name}`, action.errors] as const,
);

test.each(named)('%s tells each of its errors once, none that is general', (_name, errors) => {
  expect(new Set(errors).size).toBe(errors.length);
  expect(errors.filter((code) => (GENERAL_ERRORS as readonly string[]).includes(code))).toEqual([]);
  for (const code of errors) expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
});

test('what asks for one thing can fail to find it; what only lists cannot', () => {
  const canFail = named.filter(([, errors]) => errors.length > 0).map(([name]) => name);
  expect(canFail).toEqual([
    'nearby.shop',
    'nearby.byCode',
    'orders.quote',
    'orders.place',
    'orders.pay',
    'orders.get',
    'orders.cancel',
    'campaigns.list',
    'campaigns.claim',
    'campaigns.open',
    'campaigns.stop',
    'wallet.period',
    'wallet.takeAdvance',
    'account.fileTicket',
    'account.visit',
    'account.setFan',
    'account.leave',
    'merchant.orders',
    'merchant.fans',
    'merchant.order',
    'merchant.refund',
    'merchant.retryCash',
  ]);
});

test('one code has one place among the others, in every list', () => {
  const before = new Set<string>();
  for (const [, errors] of named) {
    errors.forEach((code, at) => {
      for (const later of errors.slice(at + 1)) before.add(`${code} before ${later}`);
    });
  }
  const turned = [...before].filter((pair) => {
    const [first = '', second = ''] = pair.split(' before ');
    return before.has(`${second} before ${first}`);
  });
  expect(turned).toEqual([]);
});

test('a bill is checked from the cheap to the dear: amount, shop, request, coupons, WeChat', () => {
  const [, place] = named.find(([name]) => name === 'orders.place') ?? [];
  expect(place).toEqual([
    'amount-invalid',
    'merchant-not-found',
    'merchant-closed',
    'request-id-reused',
    'lot-not-found',
    'lot-insufficient',
    'not-together',
    'coupons-exceed-bill',
    'payment-unavailable',
  ]);
});

test('a coupon is claimed when there is a campaign, it runs, it is for me, and one is left', () => {
  const [, claim] = named.find(([name]) => name === 'campaigns.claim') ?? [];
  expect(claim).toEqual([
    'campaign-not-found',
    'campaign-not-open',
    'not-for-you',
    'claimed-enough',
    'coupons-gone',
  ]);
});

test('a campaign is opened by whom, where, when it holds by itself, and then with its budget', () => {
  const [, open] = named.find(([name]) => name === 'campaigns.open') ?? [];
  expect(open).toEqual([
    'forbidden',
    'merchant-not-found',
    'request-id-reused',
    'campaign-invalid',
    'budget-not-covered',
  ]);
});

test('every contract has a cloud function of its name, and all others are WeChat’s to call', () => {
  const names = contracts.map(({ name }) => name);
  expect(
    Object.keys(functions)
      .filter((name) => names.includes(name))
      .sort(),
  ).toEqual([...names].sort());
  const withoutTimer = Object.keys(functions).filter(
    (name) => functions[name]?.timer === undefined,
  );
  expect(withoutTimer.sort()).toEqual([...names, 'payments'].sort());
});

test('the words of a contract are those of the rules', () => {
  expect(category.options).toEqual(CATEGORIES);
  const states: readonly OrderState[] = orderState.options;
  const reached = states.filter((to) => states.some((from) => canMove({ from, to })));
  expect(['placed', ...reached]).toEqual(states);
  const most = Array.from({ length: MAX_LOTS_PER_BILL }, () => ({ lotId: 'a', amountFen: 1 }));
  expect(couponUses.safeParse(most).success).toBe(true);
});
