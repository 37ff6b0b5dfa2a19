// A right input of every action of every contract, with all that may be left out.
import { accountContract } from '../../src/contracts/account';
import type { Action, Contract } from '../../src/contracts/contract';
import { merchantContract } from '../../src/contracts/merchant';
import { messagesContract } from '../../src/contracts/messages';
import { nearbyContract } from '../../src/contracts/nearby';
import { ordersContract } from '../../src/contracts/orders';
import { walletContract } from '../../src/contracts/wallet';

export const contracts: readonly Contract[] = [
  nearbyContract,
  ordersContract,
  walletContract,
  accountContract,
  merchantContract,
  messagesContract,
];

export interface Example {
  readonly contract: Contract;
  readonly name: string;
  readonly action: Action;
  readonly input: Readonly<Record<string, unknown>>;
  /** Paths that may be left out, such as `position` or `before`. */
  readonly optional: readonly string[];
}

const position = { longitude: 120.16, latitude: 30.25 };
const uses = [{ lotId: 'dividend-2027-11', amountFen: 100 }];
const orderId = '0123456789abcdef0123456789abcdef';
const requestId = 'a1b2c3d4-e5f6-7890';

const inputs: Readonly<
  Record<string, Readonly<Record<string, readonly [input: object, ...optional: string[]]>>>
> = {
  nearby: {
    merchants: [
      { position, radiusMetres: 3000, category: 'fruit', search: '面馆', fromMetres: 120 },
      'category',
      'search',
      'fromMetres',
    ],
    shop: [{ merchantCode: 'noodles1', position }, 'position'],
    byCode: [{ merchantCode: 'noodles1', position }, 'position'],
    sites: [{}],
  },
  orders: {
    quote: [{ merchantCode: 'noodles1', amountFen: 3500, uses }, 'uses'],
    place: [{ requestId, merchantCode: 'noodles1', table: 'A-12', amountFen: 3500, uses }, 'table'],
    pay: [{ orderId }],
    get: [{ orderId, confirm: true }, 'confirm'],
    list: [
      {
        show: 'paid',
        merchantCode: 'noodles1',
        before: { placedAt: 1_793_412_000_000, id: orderId },
      },
      'show',
      'merchantCode',
      'before',
    ],
    cancel: [{ orderId }],
  },
  wallet: {
    summary: [{}],
    periods: [{}],
    period: [{ period: 3, before: { placedAt: 1_793_412_000_000, id: orderId } }, 'before'],
    statement: [
      {
        show: 'refunds',
        lotId: 'dividend-2027-11',
        before: { at: 1_793_412_000_000, id: 'u-0123456789abcdef01234567:collect:3' },
      },
      'show',
      'lotId',
      'before',
    ],
    ledger: [{}],
    code: [{}],
    rules: [{}],
  },
  account: {
    fileTicket: [
      { requestId, kind: 'question', text: '这笔账为什么是这个数？', orderId },
      'orderId',
    ],
    listTickets: [{}],
    leave: [{ balanceFen: 100, points: 200_00 }],
  },
  messages: {
    inbox: [
      { before: { at: 1_793_412_000_000, id: 'u-0123456789abcdef01234567:arrived:3' } },
      'before',
    ],
    seen: [{ upTo: 1_793_412_000_000 }],
    allowances: [{}],
    allow: [{ requestId, accepted: ['arrived', 'refunded'] }],
  },
  merchant: {
    shops: [{}],
    orders: [
      { merchantCode: 'noodles1', before: { paidAt: 1_793_412_000_000, id: orderId } },
      'before',
    ],
    order: [{ orderId }],
    refund: [{ requestId, orderId, amountFen: 3500, reason: '少了一份' }],
    retryCash: [{ orderId }],
  },
};

export const examples: readonly Example[] = contracts.flatMap((contract) =>
  Object.entries(contract.actions).map(([name, action]) => {
    const [input, ...optional] = inputs[contract.name]?.[name] ?? [{}];
    return { contract, name, action, input: { ...input }, optional };
  }),
);

/** Paths of all values in a value, `[]` for itself: `['uses', '0', 'lotId']`. */
export function pathsIn(value: unknown, path: readonly string[] = []): string[][] {
  const own = [...path];
  if (typeof value !== 'object' || value === null) return [own];
  const inside = Object.entries(value).flatMap(([key, each]) => pathsIn(each, [...path, key]));
  return [own, ...inside];
}

export function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((so, key) => (so as Record<string, unknown>)[key], value);
}

/** A copy in which the value at a path is another one, or is missing. */
export function changedAt(
  value: unknown,
  { path, to }: { path: readonly string[]; to: { readonly value: unknown } | 'missing' },
): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return to === 'missing' ? undefined : to.value;
  const inside = (value as Record<string, unknown>)[key];
  const changed = changedAt(inside, { path: rest, to });
  if (Array.isArray(value))
    return value.map((each: unknown, at) => (at === Number(key) ? changed : each));
  const entries = Object.entries(value as Record<string, unknown>);
  const isGone = rest.length === 0 && to === 'missing';
  return Object.fromEntries(
    entries.flatMap(([name, each]) =>
      name !== key ? [[name, each]] : isGone ? [] : [[name, changed]],
    ),
  );
}
