// 500 baskets of an invented file in the purchases' format, through the real functions; the
// replay is stopped in the middle and goes on, and the books are exact.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { replay } from '../../scripts/replay/replay';

const BASKETS = 500;
const dir = mkdtempSync(join(tmpdir(), 'replay-'));
const files = { basketsFile: join(dir, 'baskets.csv.gz'), shopsFile: join(dir, 'shops.csv') };

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
    const start = `${next(12)},${next(6)},${31_000 + basket}`;
    for (let line = 0; line <= next(4); line += 1) {
      const price = basket % 100 === 7 ? '0' : (next(9000) / 100 + (line % 2) * 0.003).toString();
      lines.push(`${start},${next(900)},1,${price},0,0,0,1,${at}`);
    }
  }
  return lines.join('\n');
}

beforeAll(() => {
  writeFileSync(files.basketsFile, gzipSync(basketLines()));
  writeFileSync(
    files.shopsFile,
    `name,address,adname,pname,type,lat,lon
一号面馆,大学路 1 号,黄浦区,上海市,餐饮服务;中餐厅;中餐厅,31.2335,121.4761
二号火锅,[],黄浦区,上海市,餐饮服务;中餐厅;火锅店,31.2336,121.4762
三号面包,大学路 3 号,黄浦区,上海市,餐饮服务;糕饼店;糕饼店,31.2336,121.4762
`,
  );
});

afterAll(() => {
  rmSync(dir, { recursive: true });
});

test('500 baskets end with exact books, also when the replay goes on after a stop', async () => {
  const dataDir = join(dir, 'data');
  const half = await replay({ ...files, dataDir, limit: 250 });
  expect(half.audit.findings).toEqual([]);
  const whole = await replay({ ...files, dataDir });
  expect(whole.audit.findings).toEqual([]);
  expect(whole).toMatchObject({ played: 500, refused: 5, orders: 250 });
  const { figures } = whole.audit;
  expect(figures).toMatchObject({ orders: 495, journalSum: 0n });
  expect(figures.dividends).toBeGreaterThan(5);
  expect(figures.couponSpentFen).toBeGreaterThan(0n);
  expect(figures.committedFen).toBeGreaterThanOrEqual(figures.couponsFen);
}, 240_000);
