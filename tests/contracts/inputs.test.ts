// What a client may send: every action takes its example and nothing that differs in form.
import { changedAt, examples, pathsIn, valueAt, type Example } from './examples';

const MEGABYTE = 'a'.repeat(1024 * 1024);
const OTHER_TYPES: readonly unknown[] = [null, true, 7, '7', [], {}, [[]], NaN, Infinity];

const named = examples.map((example): [string, Example] => [
  `${example.contract.name}.${example.name}`,
  example,
]);

function accepts({ action }: Example, input: unknown): boolean {
  return action.input.safeParse(input).success;
}

function kindOf(value: unknown): string {
  return Array.isArray(value) ? 'array' : typeof value;
}

describe.each(named)('%s', (_name, example) => {
  const paths = pathsIn(example.input);
  const leaves = paths.filter((path) => typeof valueAt(example.input, path) !== 'object');

  test('takes its example, with and without what is optional', () => {
    expect(accepts(example, example.input)).toBe(true);
    for (const key of example.optional) {
      expect(accepts(example, changedAt(example.input, { path: [key], to: 'missing' }))).toBe(true);
    }
  });

  test('wants everything else', () => {
    const needed = paths.filter((path) => {
      const [first = ''] = path;
      const isElement = Array.isArray(valueAt(example.input, path.slice(0, -1)));
      const isOptional = path.length === 1 && example.optional.includes(first);
      return path.length > 0 && !isElement && !isOptional;
    });
    for (const path of needed) {
      const without = changedAt(example.input, { path, to: 'missing' });
      expect([path, accepts(example, without)]).toEqual([path, false]);
    }
  });

  test('refuses a value of another type, anywhere', () => {
    for (const path of paths) {
      const kind = kindOf(valueAt(example.input, path));
      const isNullable = example.nullable.includes(path.join('.'));
      const others = OTHER_TYPES.filter((each) => kindOf(each) !== kind || each !== each);
      for (const value of others.filter((each) => each !== null || !isNullable)) {
        const changed = changedAt(example.input, { path, to: { value } });
        expect([path, value, accepts(example, changed)]).toEqual([path, value, false]);
      }
    }
  });

  test('refuses a key that it does not know, also one of every object’s own', () => {
    const objects = paths.filter((path) => kindOf(valueAt(example.input, path)) === 'object');
    for (const path of objects) {
      const inside = JSON.stringify(valueAt(example.input, path)).slice(1, -1);
      for (const key of ['x', '$where', '__proto__', 'constructor', 'toString', '']) {
        const comma = inside === '' ? '' : ',';
        const value: unknown = JSON.parse(`{${inside}${comma}"${key}":{"polluted":true}}`);
        const changed = changedAt(example.input, { path, to: { value } });
        expect([path, key, accepts(example, changed)]).toEqual([path, key, false]);
      }
    }
    expect('polluted' in {}).toBe(false);
  });

  test('refuses a text of a megabyte, anywhere', () => {
    for (const path of leaves) {
      const changed = changedAt(example.input, { path, to: { value: MEGABYTE } });
      expect([path, accepts(example, changed)]).toEqual([path, false]);
    }
  });

  test('is no list, text, number or nothing', () => {
    for (const input of [undefined, null, [], [example.input], 'input', 0, true]) {
      expect(accepts(example, input)).toBe(false);
    }
  });
});

const input = (name: string): Example['input'] & { example: Example } => {
  const example = named.find(([each]) => each === name)?.[1];
  if (example === undefined) throw new Error(`there is no ${name}`);
  return { ...example.input, example };
};

test.each<[string, string, unknown, boolean]>([
  // Wrong amounts of a bill have an error code of their own, so the form lets numbers pass.
  ['orders.quote', 'amountFen', 0, true],
  ['orders.quote', 'amountFen', -1, true],
  ['orders.quote', 'amountFen', 0.5, true],
  ['orders.quote', 'amountFen', 1e13, true],
  ['orders.place', 'amountFen', 1e300, true],
  ['orders.quote', 'merchantCode', 'Noodles1', false],
  ['orders.quote', 'merchantCode', 'noodles', false],
  ['orders.quote', 'merchantCode', 'noodles12', false],
  ['orders.quote', 'merchantCode', 'noodles1\n', false],
  ['orders.place', 'uses', [], true],
  ['orders.place', 'uses', [{ lotId: 'a', amountFen: 0 }], false],
  ['orders.place', 'uses', [{ lotId: 'a', amountFen: -1 }], false],
  ['orders.place', 'uses', [{ lotId: 'a', amountFen: 0.5 }], false],
  ['orders.place', 'uses', [{ lotId: '', amountFen: 1 }], false],
  ['orders.place', 'uses', [{ lotId: 'a', amountFen: 1e8 }], true],
  ['orders.place', 'uses', [{ lotId: 'a', amountFen: 1e8 + 1 }], false],
  ['orders.place', 'uses', Array.from({ length: 60 }, () => ({ lotId: 'a', amountFen: 1 })), true],
  ['orders.place', 'uses', Array.from({ length: 61 }, () => ({ lotId: 'a', amountFen: 1 })), false],
  ['orders.quote', 'choice', { off: [], fixed: [] }, true],
  ['orders.quote', 'choice', { off: [''.padEnd(101, 'a')], fixed: [] }, false],
  ['orders.quote', 'choice', { off: [], fixed: [{ lotId: 'a', amountFen: 0 }] }, false],
  ['orders.place', 'table', '', false],
  ['orders.place', 'table', 'A_1', false],
  ['orders.place', 'table', '12345678901', false],
  ['orders.place', 'requestId', 'a'.repeat(15), false],
  ['orders.place', 'requestId', 'a'.repeat(16), true],
  ['orders.place', 'requestId', 'a'.repeat(64), true],
  ['orders.place', 'requestId', 'a'.repeat(65), false],
  ['orders.place', 'requestId', `${'a'.repeat(20)}\n`, false],
  ['orders.pay', 'orderId', '0'.repeat(31), false],
  ['orders.pay', 'orderId', 'G'.repeat(32), false],
  ['orders.list', 'before', { placedAt: 0.5, id: '0'.repeat(32) }, false],
  ['nearby.merchants', 'radiusMetres', 499, false],
  ['nearby.merchants', 'radiusMetres', 500, true],
  ['nearby.merchants', 'radiusMetres', 10_000, true],
  ['nearby.merchants', 'radiusMetres', 10_001, false],
  ['nearby.merchants', 'radiusMetres', 1000.5, false],
  ['nearby.merchants', 'category', 'casino', false],
  ['nearby.merchants', 'position', { longitude: 180, latitude: -90 }, true],
  ['nearby.merchants', 'position', { longitude: 180.1, latitude: 0 }, false],
  ['nearby.merchants', 'position', { longitude: 0, latitude: -90.1 }, false],
  ['nearby.merchants', 'search', '', false],
  ['nearby.merchants', 'search', ' \u3000 ', false],
  ['nearby.merchants', 'search', '面'.repeat(20), true],
  ['nearby.merchants', 'search', `  ${'面'.repeat(20)}  `, true],
  ['nearby.merchants', 'search', '面'.repeat(21), false],
  ['nearby.merchants', 'search', { $ne: '' }, false],
  ['nearby.merchants', 'fromMetres', -1, false],
  ['nearby.merchants', 'fromMetres', 0, true],
  ['nearby.merchants', 'fromMetres', 10_000, true],
  ['nearby.merchants', 'fromMetres', 10_001, false],
  ['nearby.merchants', 'fromMetres', 0.5, false],
  ['orders.list', 'show', 'all', false],
  ['orders.list', 'show', 'refunded', true],
  ['wallet.period', 'period', 0, false],
  ['wallet.period', 'period', 1.5, false],
  ['wallet.statement', 'lotId', '', false],
  ['wallet.statement', 'before', { at: 0.5, id: 'a' }, false],
  ['wallet.statement', 'before', { at: 1, id: '' }, false],
  ['campaigns.list', 'siteId', '', false],
  ['campaigns.claim', 'campaignId', '0123456789abcdef', false],
  ['campaigns.claim', 'campaignId', 'c-other/one', false],
  ['campaigns.open', 'name', ' ', false],
  ['campaigns.open', 'name', '券'.repeat(20), true],
  ['campaigns.open', 'name', '券'.repeat(21), false],
  ['campaigns.open', 'maxShareBps', 0, false],
  ['campaigns.open', 'maxShareBps', 10_001, false],
  ['campaigns.open', 'validDays', 367, false],
  ['campaigns.open', 'total', 0, false],
  ['campaigns.open', 'total', 1.5, false],
  ['campaigns.open', 'channels', [], false],
  ['campaigns.open', 'channels', ['mall', 'counter'], true],
  ['campaigns.open', 'windows', [], false],
  ['campaigns.open', 'windows', [{ weekdays: [0], fromMinute: 0, untilMinute: 9 }], false],
  ['campaigns.open', 'windows', [{ weekdays: [7], fromMinute: 0, untilMinute: 1440 }], true],
  ['campaigns.open', 'windows', [{ weekdays: [7], fromMinute: 0, untilMinute: 1441 }], false],
  ['campaigns.open', 'benefit', { kind: 'balance', faceFen: 50_00 }, true],
  ['campaigns.open', 'benefit', { kind: 'money-off', offFen: -1 }, false],
  ['campaigns.open', 'benefit', { kind: 'free', offFen: 1 }, false],
  ['campaigns.open', 'scope', { kind: 'site', siteId: 'hangzhou' }, true],
  ['campaigns.open', 'scope', { kind: 'site', siteId: 'h'.repeat(41) }, false],
  ['campaigns.open', 'shopCodes', Array.from({ length: 11 }, () => 'noodles1'), false],
  ['wallet.takeAdvance', 'amountFen', 0, true],
  ['account.visit', 'by', 'friend', false],
  ['account.setFan', 'merchantCode', null, true],
  ['account.fileTicket', 'text', '   ', false],
  ['account.fileTicket', 'text', '问'.repeat(500), true],
  ['account.fileTicket', 'text', '问'.repeat(501), false],
  ['account.fileTicket', 'kind', 'praise', false],
  ['account.leave', 'balanceFen', -1, false],
  ['account.leave', 'points', 0.5, false],
])('%s with %s %j: %s', (name, key, value, isTaken) => {
  const { example, ...right } = input(name);
  expect(accepts(example, { ...right, [key]: value })).toBe(isTaken);
});

test('campaigns are of a site or of a shop, never of both', () => {
  const { example } = input('campaigns.list');
  const [siteId, merchantCode] = ['hangzhou', 'noodles1'];
  expect(accepts(example, { merchantCode })).toBe(true);
  expect([accepts(example, {}), accepts(example, { siteId, merchantCode })]).toEqual([
    false,
    false,
  ]);
});
