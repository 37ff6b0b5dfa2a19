// Taking one's data along: every page of it, and files that others can read.
import fc from 'fast-check';
import { csvOf, decimal } from '../../miniprogram/packages/account/files/csv';
import { readStatement } from '../../miniprogram/packages/account/statement/read-statement';
import { rowText, statementFile } from '../../miniprogram/packages/account/statement/statement-csv';
import type { OrderView } from '../../src/contracts/values';
import { statementRow, type CouponRow, type StatementRow } from '../../src/contracts/wallet';
import { readMyData, type MyData } from '../../miniprogram/packages/account/privacy/my-data';
import { dataFiles } from '../../miniprogram/packages/account/privacy/my-data-files';
import { aBill } from '../support/views';

const NOW = Date.parse('2026-11-02T10:00:00+08:00');
const HOUR = 3_600_000;

function anOrder(number: number, different: Partial<OrderView> = {}): OrderView {
  return {
    id: number.toString(16).padStart(32, '0'),
    state: 'completed',
    channel: 'counter',
    merchant: { id: 'm-1', code: 'fruit001', name: '青禾鲜果', picture: '/a.svg', siteId: 'hz' },
    bill: aBill({ discountFen: 1000, amountFen: 9000, couponFen: 5, cashFen: 8995 }),
    uses: [],
    spendBackFen: 0,
    placedAt: NOW - number * HOUR,
    payBefore: NOW,
    needsReview: false,
    refundedFen: 0,
    refunds: [],
    ...different,
  };
}

const aRow = (number: number, different: Partial<CouponRow> = {}): CouponRow => ({
  id: `row-${number}`,
  of: 'coupon',
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
  advanceFen: 0,
  isAdvanceOpen: false,
  latestPeriod: 0,
};

const fan: MyData['fan'] = {
  merchant: { code: 'fruit001', name: '青禾鲜果', picture: '/a.svg' },
  ...{ since: NOW, endsAt: NOW + HOUR },
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
      case 'shops':
        return { shops: [] };
      case 'fan':
        return { fan };
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
      'account.fan',
      'account.listTickets',
      'merchant.shops',
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
  const { period: _period, ...spent } = aRow(3, {
    ...{ kind: 'spent', amountFen: -5, merchantName: '青禾鲜果' },
  });
  const data: MyData = {
    readAt: NOW,
    summary,
    periods: [],
    tickets: [],
    ...{ fan, shops: [] },
    orders: [anOrder(2), anOrder(4, { state: 'closed' })],
    statement: [aRow(1), spent],
  };
  const [json, csv] = dataFiles(data);
  const linesOf = (text: string | undefined): string[] => (text ?? '').split('\r\n');

  it('hold everything in the one for programs', () => {
    expect(JSON.parse(json?.text ?? '')).toMatchObject({
      readAt: NOW,
      orders: data.orders,
      statement: data.statement,
      ...{ summary, fan },
    });
  });

  it('begin with the mark by which spreadsheets know Chinese, then name each column', () => {
    expect(linesOf(csv?.text)[0]).toBe(
      '\ufeff时间,事项,商家,原价（元）,本店优惠（元）,优惠后（元）,用券（元）,实付（元）,' +
        '券变动（元）,积分变动,待抵扣变动（元）,先用券待抵变动（元）,订单号',
    );
  });

  it('list orders and coupon changes together, newest first, in yuan', () => {
    const [, ...lines] = linesOf(csv?.text);
    expect(lines).toEqual([
      '2026-11-02 09:00:00,派券到账 第 1 期,,,,,,,1.00,,,,',
      `2026-11-02 08:00:00,订单 已支付,青禾鲜果,100.00,10.00,90.00,0.05,89.95,,,,,${'2'.padStart(32, '0')}`,
      '2026-11-02 07:00:00,用券,青禾鲜果,,,,,,-0.05,,,,',
      `2026-11-02 06:00:00,订单 已关闭,青禾鲜果,100.00,10.00,90.00,0.05,89.95,,,,,${'4'.padStart(32, '0')}`,
      '',
    ]);
  });
});

describe('the statement as a table', () => {
  const orderId = 'a'.repeat(32);
  const rows: StatementRow[] = [
    { ...aRow(1), of: 'points', kind: 'earned', points: 1050, effectiveAt: NOW, orderId },
    { ...aRow(2), of: 'offset', kind: 'incurred', amountFen: 80, orderId },
    aRow(3, { kind: 'expired', amountFen: -1_234_567 }),
  ].map(({ period: _period, ...row }) => row as StatementRow);
  const linesOf = (text: string): string[] => text.split('\r\n');

  it('has a line for each row, in the time of the shops, amounts in yuan with two digits', () => {
    const { name, type, text } = statementFile(rows);
    expect([name, type]).toEqual(['my-statement.csv', 'text/csv']);
    expect(linesOf(text)).toEqual([
      '\ufeff时间,事项,商家,券变动（元）,积分变动,待抵扣变动（元）,先用券待抵变动（元）,积分生效时间,订单号',
      `2026-11-02 09:00:00,得积分,,,10.50,,,2026-11-02 10:00:00,${orderId}`,
      `2026-11-02 08:00:00,退款后待抵扣,,,,0.80,,,${orderId}`,
      '2026-11-02 07:00:00,券过期,,-12345.67,,,,,',
      '',
    ]);
  });

  it('names coupons of campaigns, and gives an offer no amount', () => {
    const claimed = { ...aRow(1), kind: 'claimed', period: undefined } as const;
    const cellsOf = (isOffer: boolean) => {
      const row = { ...claimed, campaign: { name: '开城礼', isOffer } };
      return linesOf(statementFile([row]).text)[1]
        ?.split(',')
        .slice(1, 4);
    };
    expect(cellsOf(false)).toEqual(['领券 开城礼', '', expect.stringMatching(/^\d+\.\d\d$/)]);
    expect(cellsOf(true)).toEqual(['领券 开城礼', '', '']);
  });

  it('says what happened of every kind of row', () => {
    const kinds = statementRow.options.flatMap(({ shape }) =>
      shape.kind.options.map((kind) => ({ ...aRow(1), of: shape.of.value, kind, points: 1 })),
    );
    expect(kinds.length).toBeGreaterThan(11);
    for (const row of kinds) expect(rowText(row as StatementRow)).toMatch(/^[一-龥]+( 第 1 期)?$/);
  });

  it('holds a thousand rows and more, each once, read page by page', async () => {
    const many = Array.from({ length: 1203 }, (_, number) => aRow(number));
    const { cloud } = cloudOf([], many);
    const told: number[] = [];
    const read = await readStatement(cloud, (count) => void told.push(count));
    expect(read.map(({ id }) => id)).toEqual(many.map(({ id }) => id));
    expect(told.at(-1)).toBe(1203);
    expect(linesOf(statementFile(read).text)).toHaveLength(1 + 1203 + 1);
  });
});

describe('a cell', () => {
  const lineOf = (cell: string): string => csvOf([[cell, '1.00']]).slice(1, -2);

  it.each([
    ['青禾鲜果', '青禾鲜果,1.00'],
    ['老"王",面馆', '"老""王"",面馆",1.00'],
    ['两\n行', '"两\n行",1.00'],
    ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")",1.00`],
    ['-1+1', `'-1+1,1.00`],
    ['+86', `'+86,1.00`],
    ['@SUM(A1)', `'@SUM(A1),1.00`],
    ['＝1+1', `'＝1+1,1.00`],
    ['\t=1', `'\t=1,1.00`],
    ['\r=1', `"'\r=1",1.00`],
    ['-12.05', '-12.05,1.00'],
    ['-12.05+A1', `'-12.05+A1,1.00`],
  ])('%j is written %j', (cell, line) => {
    expect(lineOf(cell)).toBe(line);
  });

  it('is read again as it was, whatever it holds, but for the mark before a formula', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string(), { minLength: 1 }), { minLength: 1 }), (lines) => {
        const read = parse(csvOf(lines).slice(1));
        const meant = lines.map((cells) =>
          cells.map((cell) =>
            /^[=+\-@\t\r\n＝＋－＠]/.test(cell) && !/^-?\d+\.\d{2}$/.test(cell) ? `'${cell}` : cell,
          ),
        );
        expect(read).toEqual(meant);
      }),
    );
  });

  it('writes hundredths with two digits and a plain minus', () => {
    expect([0, 5, -5, 1205, -1205, 100_000_000].map(decimal)).toEqual([
      ...['0.00', '0.05', '-0.05', '12.05', '-12.05', '1000000.00'],
    ]);
  });
});

/** RFC 4180, read plainly. */
function parse(text: string): string[][] {
  const lines: string[][] = [];
  let cells: string[] = [];
  for (let at = 0; at < text.length;) {
    let cell = '';
    if (text[at] === '"') {
      for (at += 1; text[at] !== '"' || text[at + 1] === '"'; at += 1) {
        if (text[at] === '"') at += 1;
        cell += text[at] ?? '';
      }
      at += 1;
    } else {
      for (; text[at] !== ',' && text[at] !== '\r'; at += 1) cell += text[at] ?? '';
    }
    cells.push(cell);
    if (text[at] === ',') {
      at += 1;
      continue;
    }
    lines.push(cells);
    cells = [];
    at += 2;
  }
  return lines;
}
