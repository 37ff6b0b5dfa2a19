// The benches run, their requests keep the budgets, and their tables say so. Times are not judged.
import { actions } from '../../bench/actions';
import { coldStart } from '../../bench/cold-start';
import { dividends } from '../../bench/dividends';
import { Limit } from '../../bench/orders-per-second/limit';
import { recordTraffic } from '../../bench/orders-per-second/record';
import { inRounds, median, p95 } from '../../bench/quantiles';
import { consoleTable, markdownTable, verdict } from '../../bench/report';
import { isKept, type Section } from '../../bench/section';
import { functions } from '../../cloudfunctions/functions';

const quick = { quick: true, say: () => undefined };

function expectWhole({ rows, columns }: Section): void {
  for (const { figures } of rows) {
    expect(Object.keys(figures)).toEqual(columns);
    for (const value of Object.values(figures)) expect(value).toBeGreaterThan(0);
  }
}

const missedRows = ({ rows }: Section): string[] =>
  rows.filter((row) => row.budgets.some((budget) => !isKept(row, budget))).map(({ name }) => name);

test('each step of a purchase keeps its budget of requests, except one', async () => {
  const section = await actions(quick);
  expectWhole(section);
  expect(section.rows.every(({ budgets }) => budgets.length > 0)).toBe(true);
  expect(missedRows(section)).toEqual(['quote, an instance’s first after a period']);
});

test('every function is started for the first time', async () => {
  const section = await coldStart(quick);
  expectWhole(section);
  expect(section.rows.map(({ name }) => name)).toEqual(Object.keys(functions));
}, 120_000);

test('the dividend timer costs the same beside one account and a thousand', async () => {
  const section = await dividends(quick);
  expectWhole(section);
  expect(missedRows(section)).toEqual([]);
  const [one, thousand, manyEntries] = section.rows.map(({ figures }) => figures['requests']);
  expect(thousand).toBe(one);
  expect(manyEntries).toBeGreaterThan(one ?? 0);
});

test('the limit sends the calls of an order again, with the same sizes', async () => {
  const { quote, order } = await recordTraffic();
  expect([quote.length, order.length]).toEqual([3, 14]);
  const calls = [...quote, ...order];
  const limit = await Limit.start(calls, 2);
  try {
    await limit.send(calls, 4);
    const { receivedCalls, receivedBytes } = limit.server;
    expect(receivedCalls).toBe(4 * calls.length);
    const bytes = calls.reduce((sum, { body }) => sum + body.length, 0);
    expect(receivedBytes / (4 * bytes)).toBeCloseTo(1, 2);
  } finally {
    await limit.close();
  }
});

test('of several rounds the largest count and the median of times is told', async () => {
  const rounds = [
    { requests: 3, ms: 40 },
    { requests: 4, ms: 10 },
    { requests: 3, ms: 20 },
  ];
  const rows = await inRounds(3, (round) =>
    Promise.resolve([{ name: 'quote', figures: rounds[round] ?? {}, budgets: [] }]),
  );
  expect(rows).toEqual([{ name: 'quote', figures: { requests: 4, ms: 20 }, budgets: [] }]);
});

test('the 95th of a hundred samples is the 95th, and nothing measured is a fault', () => {
  const samples = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect([median(samples), p95(samples), p95([7])]).toEqual([50, 95, 7]);
  expect(() => median([])).toThrow('nothing was measured');
});

describe('the report', () => {
  const section: Section = {
    title: 'Actions',
    note: 'One after the other.',
    columns: ['requests', 'ms'],
    rows: [
      {
        name: 'quote',
        figures: { requests: 3, ms: 0.456 },
        budgets: [{ of: 'requests', atMost: 3 }],
      },
      {
        name: 'place',
        figures: { requests: 9, ms: 1234.5 },
        budgets: [
          { of: 'requests', atMost: 8 },
          { of: 'ms', atLeast: 40 },
        ],
      },
    ],
  };

  test('tells budgets beside the figures, and which is missed', () => {
    expect(markdownTable(section)).toBe(`## Actions

One after the other.

|  | requests | ms | budget | kept |
| --- | ---: | ---: | --- | --- |
| quote | 3 | 0.46 | ≤ 3 requests | yes |
| place | 9 | 1,235 | ≤ 8 requests, ≥ 40 ms | NO: requests |`);
  });

  test('stands in columns on a terminal', () => {
    expect(consoleTable(section).split('\n').slice(1)).toEqual([
      'Actions',
      '         requests     ms  budget                 kept',
      '  quote         3   0.46  ≤ 3 requests           yes',
      '  place         9  1,235  ≤ 8 requests, ≥ 40 ms  NO: requests',
    ]);
  });

  test('counts the budgets and names the missed ones', () => {
    expect(verdict([section])).toEqual([
      '2 of 3 budgets are kept.',
      'Actions, place: 9, budget ≤ 8 requests',
    ]);
  });
});
