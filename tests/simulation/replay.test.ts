// 500 baskets of an invented file in the purchases' format and some invented consumers, through the
// real functions; the replay is stopped in the middle and goes on, and the books are exact.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { breakdownOf } from '../../scripts/replay/breakdown';
import { consumerBills, countConsumerBills } from '../../scripts/replay/consumers';
import { replay } from '../../scripts/replay/replay';
import { readShops } from '../../scripts/replay/shops';

const BASKETS = 500;
const dir = mkdtempSync(join(tmpdir(), 'replay-'));
const shopsFiles = [join(dir, 'shops.csv'), join(dir, 'hotpot.csv')];
const files = { basketsFile: join(dir, 'baskets.csv.gz'), shopsFiles };
const CONSUMERS = 40;

/** A small generator of numbers, so that the file is the same on every machine. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

function basketLines(): string {
  const next = numbers(7);
  const lines = [
    'household_id,store_id,basket_id,product_id,quantity,sales_value,retail_disc,coupon_disc,coupon_match_disc,week,transaction_timestamp',
  ];
  let time = Date.UTC(2017, 0, 1);
  for (let basket = 0; basket < BASKETS; basket += 1) {
    time += next(3_600_000);
    const at = new Date(time).toISOString();
    // The real file has one round number that was written so.
    const id = basket === 0 ? '3.1e+04' : 31_000 + basket;
    const start = `${next(12)},${next(6)},${id}`;
    for (let line = 0; line <= next(4); line += 1) {
      const price = basket % 100 === 7 ? '0' : (next(9000) / 100 + (line % 2) * 0.003).toString();
      lines.push(`${start},${next(900)},1,${price},0,0,0,1,${at}`);
    }
  }
  return lines.join('\n');
}

beforeAll(() => {
  writeFileSync(files.basketsFile, gzipSync(basketLines()));
  const header = 'name,address,adname,pname,type,lat,lon';
  const hotpot = '二号火锅,[],黄浦区,上海市,餐饮服务;中餐厅;火锅店';
  writeFileSync(
    join(dir, 'shops.csv'),
    `${header}
一号面馆,大学路 1 号,黄浦区,上海市,餐饮服务;中餐厅;中餐厅,31.2335,121.4761
${hotpot},31.2336,121.4762
三号面包,大学路 3 号,黄浦区,上海市,餐饮服务;糕饼店;糕饼店,31.2336,121.4762
`,
  );
  writeFileSync(
    join(dir, 'hotpot.csv'),
    `${header}
${hotpot},31.23361,121.47621
${hotpot},31.2436,121.4762
`,
  );
});

afterAll(() => {
  rmSync(dir, { recursive: true });
});

test('a shop of two lists is one, and a branch a kilometre away is another', async () => {
  const shops = await readShops(shopsFiles);
  expect(shops.map(({ name }) => name)).toEqual(['一号面馆', '二号火锅', '三号面包', '二号火锅']);
  expect(new Set(shops.map(({ id }) => id)).size).toBe(4);
  expect(new Set(shops.map(({ code }) => code)).size).toBe(4);
});

test('consumers come in the order of time, the same in every run, every fifth of them twice', () => {
  const stream = () => [...consumerBills({ consumers: 20_000, from: 0, shops: 4 })];
  const bills = stream();
  expect(stream()).toEqual(bills);
  expect(bills).toHaveLength(countConsumerBills(20_000));
  expect(new Set(bills.map(({ id }) => id)).size).toBe(24_000);
  expect(new Set(bills.map(({ payer }) => payer)).size).toBe(20_000);
  const isLater = bills.every(({ at }, index) => at >= (bills[index - 1]?.at ?? 0));
  expect(isLater).toBe(true);
  expect(new Set(bills.map(({ shop }) => shop))).toEqual(new Set([0, 1, 2, 3]));
});

test('half of the consumers pay less than 38 yuan, few pay hundreds', () => {
  const amounts = [...consumerBills({ consumers: 20_000, from: 0, shops: 4 })].map(
    ({ amountFen }) => amountFen,
  );
  const share = (below: number): number => amounts.filter((fen) => fen < below).length / 24_000;
  expect(Math.min(...amounts)).toBeGreaterThanOrEqual(1_00);
  expect(share(38_00)).toBeCloseTo(0.5, 1);
  expect(share(100_00)).toBeGreaterThan(0.85);
  expect(share(300_00)).toBeLessThan(1);
});

test('500 baskets and 40 consumers end with exact books, also after a stop', async () => {
  const dataDir = join(dir, 'data');
  const half = await replay({ ...files, dataDir, limit: 250 });
  expect(half.audit.findings).toEqual([]);
  const whole = await replay({ ...files, dataDir, consumers: CONSUMERS });
  expect(whole.audit.findings).toEqual([]);
  expect(whole).toMatchObject({ played: 548, refused: 5, bills: 298, shops: 4 });
  const { figures } = whole.audit;
  expect(figures).toMatchObject({ orders: 543, journalSum: 0n });
  expect(figures.dividends).toBeGreaterThan(5);
  expect(figures.couponSpentFen).toBeGreaterThan(0n);
  expect(figures.committedFen).toBeGreaterThanOrEqual(figures.couponsFen);

  const { orders, payments } = whole.stats.functions;
  expect(payments?.requests).toBeGreaterThanOrEqual(298 * 8 - 5);
  expect(orders?.cloudMs).toBeGreaterThan(0);
  expect(orders?.cloudMs).toBeLessThan(orders?.ms ?? 0);
  const lines = breakdownOf(whole).split('\n');
  expect(lines.find((line) => line.startsWith('  timers'))).toMatch(/timers +\d+/);
  expect(lines.at(-1)).toContain('298 bills in');
}, 480_000);
