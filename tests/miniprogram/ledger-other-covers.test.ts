import fc from 'fast-check';
import { coveredText, type Ledger } from '../../miniprogram/packages/account/ledger/ledger-words';
import { otherCoupons } from '../../miniprogram/packages/account/ledger/other-covers';
import { NO_FUND } from '../../src/domain/figures/fund-figures';

type Fund = Partial<Ledger['fund']>;
const of = (figures: Fund) => otherCoupons({ fund: { ...NO_FUND, ...figures } });
const told = (figures: Fund) =>
  of(figures).covers.map(({ name, cover }) => `${name}：${coveredText(cover)}`);

describe('coupons that no dividend brought', () => {
  it('are not spoken of while there are none', () => {
    expect(of({})).toEqual({ covers: [], shopsFen: 0 });
    expect(of({ couponsFen: 500, committedFen: 500, freeFen: 70, uncollectedFen: 30 })).toEqual({
      covers: [],
      shopsFen: 0,
    });
  });

  it.each<[string, Fund, string[]]>([
    [
      'a budget of which nobody has claimed anything',
      { activityFen: 160_000 },
      ['活动券：备着的不少于手里的，多 ¥1600.00'],
    ],
    [
      'a budget that is claimed in part',
      { activityFen: 160_000, activityCouponsFen: 800 },
      ['活动券：备着的不少于手里的，多 ¥1592.00'],
    ],
    [
      'a budget that is claimed whole',
      { activityFen: 800, activityCouponsFen: 800 },
      ['活动券：备着的和手里的正好一样多'],
    ],
    [
      'a budget that lacks a fen',
      { activityFen: 799, activityCouponsFen: 800 },
      ['活动券：备着的少 ¥0.01，正在核对'],
    ],
    [
      'a budget that is gone, with coupons out',
      { activityCouponsFen: 800 },
      ['活动券：备着的少 ¥8.00，正在核对'],
    ],
    [
      'rewards, each with its cover',
      { fanCommittedFen: 123, fanCouponsFen: 123 },
      ['奖励券：备着的和手里的正好一样多'],
    ],
    [
      'a reward without cover, which budgets do not stand in for',
      { fanCouponsFen: 123, activityFen: 500, activityCouponsFen: 300 },
      ['活动券：备着的不少于手里的，多 ¥2.00', '奖励券：备着的少 ¥1.23，正在核对'],
    ],
    [
      'a budget that lacks, which neither dividends nor rewards stand in for',
      { activityFen: 1, activityCouponsFen: 3, committedFen: 900, fanCommittedFen: 8 },
      ['活动券：备着的少 ¥0.02，正在核对', '奖励券：备着的不少于手里的，多 ¥0.08'],
    ],
  ])('say kind by kind whether the money is there: %s', (_, figures, texts) => {
    expect(told(figures)).toEqual(texts);
  });

  it('tell rewards that wait beside the cover, not as a part of it', () => {
    const [rewards] = of({ fanFreeFen: 50, fanCommittedFen: 20, fanCouponsFen: 21 }).covers;
    expect(rewards).toMatchObject({ waitingFen: 50, cover: { behindFen: 20, isCovered: false } });
    expect(of({ fanFreeFen: 50 }).covers).toMatchObject([{ name: '奖励券', waitingFen: 50 }]);
  });

  it('stand behind none of those that shops bear themselves', () => {
    expect(of({ shopCouponsFen: 1_000 })).toEqual({ covers: [], shopsFen: 1_000 });
  });

  it('add up to all that the ledger says of them, whatever the figures are', () => {
    const amount = fc.nat(1_000_000_000);
    const figures = fc.record({
      ...{ fanFreeFen: amount, fanCommittedFen: amount, fanCouponsFen: amount },
      ...{ activityFen: amount, activityCouponsFen: amount, shopCouponsFen: amount },
    });
    fc.assert(
      fc.property(figures, (fund) => {
        const { covers, shopsFen } = of(fund);
        const sum = (amounts: readonly number[]) => amounts.reduce((so, each) => so + each, 0);
        expect(sum(covers.map(({ cover }) => cover.outFen)) + shopsFen).toBe(
          fund.activityCouponsFen + fund.fanCouponsFen + fund.shopCouponsFen,
        );
        const behind = covers.map(({ cover, waitingFen }) => cover.behindFen + waitingFen);
        expect(sum(behind)).toBe(fund.activityFen + fund.fanCommittedFen + fund.fanFreeFen);
      }),
    );
  });
});
