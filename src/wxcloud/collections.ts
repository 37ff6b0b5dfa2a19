// All collections, closed to clients, with their indexes. The local cloud creates them from this
// list; docs/operating.md says how they are created on CloudBase.

export interface Index {
  readonly name: string;
  readonly keys: readonly { readonly field: string; readonly direction: '1' | '-1' | '2dsphere' }[];
  readonly unique?: boolean;
}

export interface Collection {
  readonly name: string;
  readonly indexes: readonly Index[];
}

const ascending = (...fields: readonly string[]): Index['keys'] =>
  fields.map((field) => ({ field, direction: '1' }));

/** What belongs to somebody, newest first. */
const newestOf = (owner: string, ...later: readonly string[]): Index['keys'] => [
  { field: owner, direction: '1' },
  ...later.map((field) => ({ field, direction: '-1' as const })),
];

export const collections: readonly Collection[] = [
  {
    name: 'sites',
    indexes: [{ name: 'location', keys: [{ field: 'location', direction: '2dsphere' }] }],
  },
  {
    name: 'merchants',
    indexes: [
      { name: 'code', keys: ascending('code'), unique: true },
      { name: 'location', keys: [{ field: 'location', direction: '2dsphere' }] },
      { name: 'staff', keys: ascending('staff') },
    ],
  },
  { name: 'accounts', indexes: [{ name: 'fan', keys: ascending('fan.merchantId') }] },
  {
    name: 'orders',
    indexes: [
      { name: 'payer', keys: newestOf('payer', 'placedAt', '_id') },
      { name: 'open', keys: ascending('state', 'payBefore') },
      { name: 'recheck', keys: ascending('state', 'recheckAt') },
      { name: 'merchant', keys: newestOf('merchant.id', 'paidAt', '_id') },
      { name: 'brought', keys: newestOf('payees.fan', 'paidAt', '_id') },
      { name: 'refundDue', keys: ascending('refundDueAt') },
    ],
  },
  {
    name: 'journal',
    indexes: [
      { name: 'at', keys: ascending('at', '_id') },
      { name: 'effectiveAt', keys: ascending('effectiveAt', '_id') },
      { name: 'shops', keys: ascending('shops', 'effectiveAt', '_id') },
      { name: 'payer', keys: newestOf('payer', 'at', '_id') },
    ],
  },
  { name: 'pool', indexes: [] },
  { name: 'rounds', indexes: [] },
  { name: 'figures', indexes: [] },
  {
    name: 'tickets',
    indexes: [{ name: 'account', keys: newestOf('account', 'createdAt') }],
  },
  { name: 'dividends', indexes: [{ name: 'period', keys: ascending('period'), unique: true }] },
  { name: 'advances', indexes: [] },
  {
    name: 'campaigns',
    indexes: [
      { name: 'site', keys: ascending('siteId', 'endsAt', '_id') },
      { name: 'shop', keys: ascending('shops.id', 'endsAt', '_id') },
    ],
  },
  { name: 'counters', indexes: [{ name: 'campaign', keys: ascending('campaignId') }] },
  { name: 'pledges', indexes: [] },
  { name: 'reports', indexes: [{ name: 'waiting', keys: ascending('state', 'nextAt') }] },
  { name: 'inboxes', indexes: [] },
  {
    name: 'subscriptions',
    indexes: [
      { name: 'toldPeriod', keys: ascending('toldPeriod') },
      { name: 'lookAt', keys: ascending('lookAt') },
    ],
  },
  { name: 'reminders', indexes: [{ name: 'waiting', keys: ascending('state', 'nextAt') }] },
];
