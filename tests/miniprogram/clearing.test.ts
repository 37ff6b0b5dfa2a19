import fc from 'fast-check';
import {
  clearingOf,
  fundLeftFen,
  leftText,
  supportText,
} from '../../miniprogram/packages/account/ledger/clearing';
import type { Ledger } from '../../miniprogram/packages/account/ledger/ledger-words';
import { NO_FUND } from '../../src/domain/figures/fund-figures';
import { NO_FIGURES } from '../../src/domain/figures/site-figures';

type Paid = 'fundFen' | 'couponFen' | 'otherCouponFen';
const figures = (paid: Pick<Ledger['whole'], Paid>): Ledger['whole'] => ({
  ...NO_FIGURES,
  ...paid,
});

describe('clearing between sites', () => {
  type Figures = readonly [name: string, fundFen: number, couponFen: number, otherFen?: number];
  const site = ([
    name,
    fundFen,
    couponFen,
    otherCouponFen = 0,
  ]: Figures): Ledger['sites'][number] => ({
    ...{ siteId: name, name, city: name },
    figures: figures({ fundFen, couponFen, otherCouponFen }),
  });
  const sum = (amounts: readonly number[]): number => amounts.reduce((so, each) => so + each, 0);
  const allOf = (sites: readonly Figures[]): Ledger['whole'] =>
    figures({
      fundFen: sum(sites.map(([, fundFen]) => fundFen)),
      couponFen: sum(sites.map(([, , couponFen]) => couponFen)),
      otherCouponFen: sum(sites.map(([, , , otherFen = 0]) => otherFen)),
    });
  const of = (...sites: Figures[]) => clearingOf({ whole: allOf(sites), sites: sites.map(site) });

  it('says of each site what it brought, what its shops were paid, and who paid the difference', () => {
    const clearing = of(['杭州', 10_000, 2_000], ['上海', 500, 2_500]);
    expect(clearing.rows).toEqual([
      { name: '杭州', inFen: 10_000, outFen: 2_000, leftFen: 8_000, otherFen: 0 },
      { name: '上海', inFen: 500, outFen: 2_500, leftFen: -2_000, otherFen: 0 },
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
    const rest = { name: '其他', inFen: 300, outFen: 700, leftFen: -400, otherFen: 0 };
    expect(clearing.rows[1]).toEqual(rest);
  });

  it('names what budgets and rewards paid to shops of a site, outside of the sum', () => {
    const clearing = of(['杭州', 10_000, 2_000], ['上海', 500, 500, 800]);
    expect(clearing.rows.map(({ otherFen }) => otherFen)).toEqual([0, 800]);
    expect(clearing.rows.map(({ leftFen }) => leftFen)).toEqual([8_000, 0]);
    expect(clearing.total).toMatchObject({ leftFen: 8_000, otherFen: 800 });
    expect(supportText(clearing)).toContain('都够付自己商家');
  });

  it('keeps a site that is no longer listed for that alone', () => {
    const gone: Figures = ['旧站', 0, 0, 60];
    const listed: Figures = ['杭州', 1_000, 100];
    const clearing = clearingOf({ whole: allOf([listed, gone]), sites: [site(listed)] });
    const rest = { name: '其他', inFen: 0, outFen: 0, leftFen: 0, otherFen: 60 };
    expect(clearing.rows[1]).toEqual(rest);
    expect(clearingOf({ whole: allOf([listed]), sites: [site(listed)] }).rows).toHaveLength(1);
  });

  it('adds up to what the fund has, less what it owes, whatever the figures are', () => {
    const amount = fc.nat(1_000_000_000);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string(), amount, amount, amount)),
        fc.array(fc.tuple(fc.string(), amount, amount, amount)),
        amount,
        (listed, gone, owedFen) => {
          const all = allOf([...listed, ...gone]);
          const { rows, total, supportFen } = clearingOf({ whole: all, sites: listed.map(site) });
          expect(sum(rows.map(({ inFen }) => inFen))).toBe(all.fundFen);
          expect(sum(rows.map(({ outFen }) => outFen))).toBe(all.couponFen);
          expect(sum(rows.map(({ leftFen }) => leftFen))).toBe(total.leftFen);
          expect(sum(rows.map(({ otherFen }) => otherFen))).toBe(all.otherCouponFen);
          expect(total.otherFen).toBe(all.otherCouponFen);
          for (const row of rows) expect(row.inFen - row.outFen).toBe(row.leftFen);
          expect(supportFen).toBe(0 - sum(rows.map(({ leftFen }) => Math.min(0, leftFen))));
          const left = all.fundFen - all.couponFen;
          const own = { freeFen: left + owedFen - 5, committedFen: 2, advanceFen: 3 };
          const books = { ...NO_FUND, ...own, owedFen };
          expect(fundLeftFen({ fund: books })).toBe(total.leftFen);
        },
      ),
    );
  });
});
