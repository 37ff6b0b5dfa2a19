import fc from 'fast-check';
import {
  clearingOf,
  fundLeftFen,
  leftText,
  supportText,
} from '../../miniprogram/packages/account/ledger/clearing';
import {
  coveredText,
  coverOf,
  flowLines,
  type Ledger,
} from '../../miniprogram/packages/account/ledger/ledger-words';

const whole: Ledger['whole'] = {
  ...{ orders: 3, salesFen: 50_000, rebateFen: 5_000, fundFen: 4_000 },
  ...{ couponFen: 700, points: 10_000 },
};
const fund: Ledger['fund'] = {
  ...{ pendingFen: 0, freeFen: 2_000, committedFen: 1_300 },
  ...{ couponsFen: 900, uncollectedFen: 395, owedFen: 0, advanceFen: 0 },
  ...{ fanFreeFen: 0, fanCommittedFen: 0, fanCouponsFen: 0 },
  ...{ activityFen: 0, activityCouponsFen: 0, shopCouponsFen: 0 },
};
const ledger: Ledger = {
  ...{ at: 0, whole, sites: [], fund, periods: 2, policyVersion: 'test-1' },
};

describe('the flow of the open ledger', () => {
  it('is in − out = now', () => {
    const { lines, nowFen } = flowLines(ledger);
    expect(lines.map(({ amountFen }) => amountFen)).toEqual([4_000, -700]);
    expect(nowFen).toBe(3_300);
  });

  it('counts what is set aside for coupons before their dividend', () => {
    const { nowFen } = flowLines({ ...ledger, fund: { ...fund, freeFen: 1_400, advanceFen: 600 } });
    expect(nowFen).toBe(3_300);
  });

  it('counts what the fund still owes shops for refunds', () => {
    const { lines, nowFen } = flowLines({
      ...ledger,
      whole: { ...whole, fundFen: 3_950 },
      fund: { ...fund, owedFen: 50 },
    });
    expect(lines[2]).toMatchObject({ label: '还要退给商家的让利', amountFen: 50 });
    expect(lines.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(nowFen);
  });
});

describe('the cover of the coupons', () => {
  it('compares what is set aside with coupons in wallets and those not yet collected', () => {
    expect(coverOf(ledger)).toEqual({
      ...{ behindFen: 1_300, outFen: 1_295, isCovered: true, outPercent: 100 },
    });
  });

  it.each([
    ['nothing was given out', { committedFen: 0, couponsFen: 0, uncollectedFen: 0 }, true, 0],
    ['half of it is out', { committedFen: 100, couponsFen: 30, uncollectedFen: 20 }, true, 50],
    ['it is just enough', { committedFen: 100, couponsFen: 100, uncollectedFen: 0 }, true, 100],
    ['a fen is missing', { committedFen: 100, couponsFen: 100, uncollectedFen: 1 }, false, 100],
  ])('is told when %s', (_, figures, isCovered, outPercent) => {
    expect(coverOf({ fund: { ...fund, ...figures } })).toMatchObject({ isCovered, outPercent });
  });

  it.each([
    [1, '备着的不少于手里的，多 ¥0.01'],
    [0, '备着的和手里的正好一样多'],
    [-1, '备着的少 ¥0.01，正在核对'],
  ])('says what %d fen more behind it mean', (more, text) => {
    const figures = { committedFen: 100 + more, couponsFen: 60, uncollectedFen: 40 };
    expect(coveredText(coverOf({ fund: { ...fund, ...figures } }))).toBe(text);
  });
});

describe('clearing between sites', () => {
  type Figures = readonly [name: string, fundFen: number, couponFen: number];
  const site = ([name, fundFen, couponFen]: Figures): Ledger['sites'][number] => ({
    ...{ siteId: name, name, city: name },
    figures: { ...whole, fundFen, couponFen },
  });
  const sum = (amounts: readonly number[]): number => amounts.reduce((so, each) => so + each, 0);
  const allOf = (sites: readonly Figures[]): Ledger['whole'] => ({
    ...whole,
    fundFen: sum(sites.map(([, fundFen]) => fundFen)),
    couponFen: sum(sites.map(([, , couponFen]) => couponFen)),
  });
  const of = (...sites: Figures[]) => clearingOf({ whole: allOf(sites), sites: sites.map(site) });

  it('says of each site what it brought, what its shops were paid, and who paid the difference', () => {
    const clearing = of(['杭州', 10_000, 2_000], ['上海', 500, 2_500]);
    expect(clearing.rows).toEqual([
      { name: '杭州', inFen: 10_000, outFen: 2_000, leftFen: 8_000 },
      { name: '上海', inFen: 500, outFen: 2_500, leftFen: -2_000 },
    ]);
    expect(clearing.rows.map(leftText)).toEqual([
      '还剩 ¥80.00，留给大家用',
      '不够，差的 ¥20.00 由别处带来的钱付',
    ]);
    expect(clearing.total.leftFen).toBe(6_000);
    expect(supportText(clearing)).toBe('杭州带来的钱，替上海付了 ¥20.00 券款。');
  });

  it('names nobody where every site has paid its own', () => {
    const clearing = of(['杭州', 10_000, 2_000], ['上海', 500, 500]);
    expect(supportText(clearing)).toContain('都够付自己商家');
    expect(clearing.rows.map(leftText)[1]).toBe('正好用完');
  });

  it('names three of many sites and counts them', () => {
    const many = ['一', '二', '三', '四'].map((name): Figures => [name, 100, 0]);
    expect(supportText(of(...many, ['五', 0, 50]))).toBe(
      '一、二、三等 4 个站点带来的钱，替五付了 ¥0.50 券款。',
    );
  });

  it('keeps what a site that is no longer listed has brought and taken', () => {
    const gone: Figures = ['旧站', 300, 700];
    const listed: Figures = ['杭州', 1_000, 100];
    const clearing = clearingOf({ whole: allOf([listed, gone]), sites: [site(listed)] });
    expect(clearing.rows[1]).toEqual({ name: '其他', inFen: 300, outFen: 700, leftFen: -400 });
  });

  it('adds up to what the fund has, less what it owes, whatever the figures are', () => {
    const amount = fc.nat(1_000_000_000);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string(), amount, amount)),
        fc.array(fc.tuple(fc.string(), amount, amount)),
        amount,
        (listed, gone, owedFen) => {
          const all = allOf([...listed, ...gone]);
          const { rows, total, supportFen } = clearingOf({ whole: all, sites: listed.map(site) });
          expect(sum(rows.map(({ inFen }) => inFen))).toBe(all.fundFen);
          expect(sum(rows.map(({ outFen }) => outFen))).toBe(all.couponFen);
          expect(sum(rows.map(({ leftFen }) => leftFen))).toBe(total.leftFen);
          for (const row of rows) expect(row.inFen - row.outFen).toBe(row.leftFen);
          expect(supportFen).toBe(0 - sum(rows.map(({ leftFen }) => Math.min(0, leftFen))));
          const left = all.fundFen - all.couponFen;
          const own = { freeFen: left + owedFen - 5, committedFen: 2, advanceFen: 3 };
          const books = { ...fund, ...own, owedFen };
          expect(fundLeftFen({ fund: books })).toBe(total.leftFen);
        },
      ),
    );
  });
});
