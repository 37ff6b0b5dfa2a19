// A right input of every action of every contract, with all that may be left out.
import { accountContract } from '../../src/contracts/account';
import { campaignsContract } from '../../src/contracts/campaigns';
import type { Action, Contract } from '../../src/contracts/contract';
import { merchantContract } from '../../src/contracts/merchant';
import { messagesContract } from '../../src/contracts/messages';
import { nearbyContract } from '../../src/contracts/nearby';
import { ordersContract } from '../../src/contracts/orders';
import { walletContract } from '../../src/contracts/wallet';

export const contracts: readonly Contract[] = [
  nearbyContract,
  ordersContract,
  campaignsContract,
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
  /** Keys whose `null` means something. */
  readonly nullable: readonly string[];
}

const position = { longitude: 120.16, latitude: 30.25 };
const uses = [{ lotId: 'dividend-2027-11', amountFen: 100 }];
const choice = { off: ['dividend-2027-10'], fixed: uses };
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
    quote: [{ merchantCode: 'noodles1', amountFen: 3500, choice }, 'choice'],
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
  campaigns: {
    list: [{ siteId: 'hangzhou' }],
    claim: [{ requestId, campaignId: 'c-0123456789abcdef' }],
    open: [
      {
        ...{ requestId, siteId: 'hangzhou', shopCodes: ['noodles1'], issuerCode: 'noodles1' },
        ...{ name: '回头客券', kind: 'win-back', fundedBy: 'issuer', awayDays: 30 },
        benefit: { kind: 'percentage', offBps: 1200, ceilingFen: 20_00 },
        scope: {
          kind: 'merchants',
          merchants: [{ id: 'm-hz-001', code: 'noodles1', name: '面馆' }],
        },
        ...{ channels: ['counter'], minSpendFen: 50_00, maxShareBps: 5000 },
        windows: [{ weekdays: [1, 2], fromMinute: 600, untilMinute: 840 }],
        ...{ validDays: 30, validUntil: 1_795_000_000_000 },
        ...{ startsAt: 1_793_412_000_000, endsAt: 1_794_000_000_000 },
        ...{ total: 200, perPerson: 1, spendBack: { backBps: 1000, ceilingFen: 50_00 } },
      },
      ...['issuerCode', 'awayDays', 'windows', 'spendBack'],
    ],
    stop: [{ campaignId: 'c-0123456789abcdef' }],
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
    advance: [{}],
    takeAdvance: [{ requestId, amountFen: 500 }],
    code: [{}],
    rules: [{}],
  },
  account: {
    fileTicket: [
      { requestId, kind: 'question', text: '这笔账为什么是这个数？', orderId },
      'orderId',
    ],
    listTickets: [{}],
    visit: [{ merchantCode: 'noodles1', by: 'entry-code' }],
    fan: [{}],
    setFan: [{ merchantCode: 'noodles1' }],
    leave: [{ balanceFen: 100, offers: 1, points: 200_00 }],
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
    fans: [{ merchantCode: 'noodles1' }],
    refund: [{ requestId, orderId, amountFen: 3500, reason: '少了一份' }],
    retryCash: [{ orderId }],
  },
};

/** The shop whose fan I become; null: nobody's. */
const nullable: Readonly<Record<string, readonly string[]>> = {
  'account.setFan': ['merchantCode'],
};

export const examples: readonly Example[] = contracts.flatMap((contract) =>
  Object.entries(contract.actions).map(([name, action]) => {
    const [input, ...optional] = inputs[contract.name]?.[name] ?? [{}];
    const canBeNull = nullable[`${contract.name}.${name}`] ?? [];
    return { contract, name, action, input: { ...input }, optional, nullable: canBeNull };
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
