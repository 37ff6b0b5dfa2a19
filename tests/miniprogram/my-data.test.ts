// Taking one's data along: every page of it, and files that others can read.
import type { OrderView } from '../../src/contracts/values';
import type { StatementRow } from '../../src/contracts/wallet';
import { readMyData, type MyData } from '../../miniprogram/packages/account/privacy/my-data';
import { dataFiles } from '../../miniprogram/packages/account/privacy/my-data-files';

const NOW = Date.parse('2026-11-02T10:00:00+08:00');
const HOUR = 3_600_000;

function anOrder(number: number, different: Partial<OrderView> = {}): OrderView {
  return {
    id: number.toString(16).padStart(32, '0'),
    state: 'completed',
    channel: 'counter',
    merchant: { id: 'm-1', code: 'fruit001', name: '青禾鲜果', picture: '/a.svg', siteId: 'hz' },
    bill: {
      amountFen: 10_000,
      couponFen: 5,
      cashFen: 9995,
      rebateBps: 2000,
      rebateFen: 2000,
      payerPoints: 2000,
      merchantPoints: 2000,
    },
    uses: [],
    placedAt: NOW - number * HOUR,
    payBefore: NOW,
    needsReview: false,
    refundedFen: 0,
    refunds: [],
    ...different,
  };
}

const aRow = (number: number, different: Partial<StatementRow> = {}): StatementRow => ({
  id: `row-${number}`,
  kind: 'given',
  at: NOW - number * HOUR,
  lotId: 'lot-1',
  amountFen: 100,
  period: 1,
  ...different,
});

const summary = {
  balanceFen: 0,
  heldFen: 0,
  lots: [],
  points: 0,
  maturing: [],
  receivedFen: 0,
  capFen: 0,
  savedFen: 0,
  paidOrders: 0,
  offsetFen: 0,
  latestPeriod: 0,
};

/** A cloud that answers two orders or rows a page, and notes what it was asked. */
function cloudOf(orders: readonly OrderView[], rows: readonly StatementRow[]) {
  const asked: string[] = [];
  const ask = (name: string, action: string, input: { before?: { id: string } }) => {
    asked.push(`${name}.${action} ${input.before?.id ?? ''}`.trim());
    const start = (all: readonly { id: string }[]): number =>
      1 + all.findIndex(({ id }) => id === input.before?.id);
    switch (action) {
      case 'list': {
        const from = start(orders);
        return { orders: orders.slice(from, from + 2), isLast: from + 2 >= orders.length };
      }
      case 'statement': {
        const from = start(rows);
        const last = rows[from + 1];
        const next = from + 2 < rows.length && last !== undefined && { next: last };
        return { rows: rows.slice(from, from + 2), ...next };
      }
      case 'periods':
        return { periods: [] };
      case 'listTickets':
        return { tickets: [] };
      default:
        return summary;
    }
  };
  const cloud = ((...call: Parameters<typeof ask>) =>
    Promise.resolve(ask(...call))) as unknown as Parameters<typeof readMyData>[0];
  return { cloud, asked };
}

const quiet = { now: () => NOW, onRead: () => undefined };

describe('reading my data', () => {
  it('reads every page of orders and of coupon changes, each record once', async () => {
    const orders = [1, 2, 3, 4, 5].map((number) => anOrder(number));
    const rows = [1, 2, 3, 4].map((number) => aRow(number));
    const { cloud } = cloudOf(orders, rows);
    const data = await readMyData(cloud, quiet);
    expect(data.orders.map(({ id }) => id)).toEqual(orders.map(({ id }) => id));
    expect(data.statement.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
    expect(data.readAt).toBe(NOW);
  });

  it('asks once for each kind where there is nothing', async () => {
    const { cloud, asked } = cloudOf([], []);
    await readMyData(cloud, quiet);
    expect([...asked].sort()).toEqual([
      'account.listTickets',
      'orders.list',
      'wallet.periods',
      'wallet.statement',
      'wallet.summary',
    ]);
  });

  it('tells how much was read so far, and never less than before', async () => {
    const told: number[] = [];
    const { cloud } = cloudOf(
      [1, 2, 3].map((n) => anOrder(n)),
      [1, 2, 3, 4].map((n) => aRow(n)),
    );
    await readMyData(cloud, { ...quiet, onRead: (records) => void told.push(records) });
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.at(-1)).toBe(7);
  });

  it('fails as a whole when a page fails: half an export would look like all of it', async () => {
    const broken = (() => Promise.reject(new Error('offline'))) as Parameters<typeof readMyData>[0];
    await expect(readMyData(broken, quiet)).rejects.toThrow('offline');
  });
});

describe('the files', () => {
  const data: MyData = {
    readAt: NOW,
    summary,
    periods: [],
    tickets: [],
    orders: [anOrder(2), anOrder(4, { state: 'closed' })],
    statement: [aRow(1), aRow(3, { kind: 'spent', amountFen: -5, merchantName: '青禾鲜果' })],
  };
  const [json, csv] = dataFiles(data);
  const linesOf = (text: string | undefined): string[] => (text ?? '').split('\r\n');

  it('hold everything in the one for programs', () => {
    expect(JSON.parse(json?.text ?? '')).toMatchObject({
      readAt: NOW,
      orders: data.orders,
      statement: data.statement,
      summary,
    });
  });

  it('begin with the mark by which spreadsheets know Chinese', () => {
    expect(csv?.text.startsWith('\ufeff时间,事项,商家,')).toBe(true);
  });

  it('list orders and coupon changes together, newest first, in yuan', () => {
    const [, ...lines] = linesOf(csv?.text);
    expect(lines).toEqual([
      '2026-11-02 09:00:00,派券到账 第 1 期,,,,,,1.00,',
      `2026-11-02 08:00:00,订单 已支付,青禾鲜果,100.00,0.05,99.95,20.00,,${'2'.padStart(32, '0')}`,
      '2026-11-02 07:00:00,用券 第 1 期,青禾鲜果,,,,,-0.05,',
      `2026-11-02 06:00:00,订单 已关闭,青禾鲜果,100.00,0.05,99.95,20.00,,${'4'.padStart(32, '0')}`,
      '',
    ]);
  });

  it('quote what would break a line, and never let a name run as a formula', () => {
    const named = (name: string) => ({ ...anOrder(1).merchant, name });
    const orders = [
      anOrder(1, { merchant: named('老"王",面馆') }),
      anOrder(2, { merchant: named('=HYPERLINK("x")') }),
      anOrder(3, { merchant: named('-1+1') }),
    ];
    const [, text] = dataFiles({ ...data, orders, statement: [] });
    const [, quoted, formula, sum] = linesOf(text?.text);
    expect(quoted).toContain(',"老""王"",面馆",');
    expect(formula).toContain(`,"'=HYPERLINK(""x"")",`);
    expect(sum).toContain(",'-1+1,");
  });
});
