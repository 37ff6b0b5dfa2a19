import fc from 'fast-check';
import { yuanText } from '../../miniprogram/components/price/money';
import { refundedText, waitingCashFen } from '../../miniprogram/features/paying/refund-words';
import { billRows } from '../../miniprogram/packages/merchant/bills/bill-rows';
import {
  type Refund,
  refundIn,
  refundRequestFor,
} from '../../miniprogram/packages/merchant/refund/refund-request';
import { splitOf } from '../../miniprogram/packages/merchant/refund/refund-split';
import {
  amountFault,
  backText,
  effectText,
  keyText,
  outcomeOf,
  pastRefundText,
  refundFailureText,
} from '../../miniprogram/packages/merchant/refund/refund-words';
import {
  billLines,
  billState,
  dayHeading,
  notRefundableText,
  paidByText,
  refusalAdvice,
  refusedRefund,
  whereText,
} from '../../miniprogram/packages/merchant/shop-bill-words';
import { CallFailure } from '../../miniprogram/queries/call-failure';
import type { ShopOrder } from '../../src/contracts/merchant';
import { MAX_REASON_LENGTH } from '../../src/domain/limits';
import { fen } from '../../src/domain/money/amounts';
import { USUAL_REASONS } from '../../src/domain/orders/refund-reasons';
import { standingAfter } from '../../src/domain/orders/standing';
import { aRefundView } from '../support/views';

const NOW = Date.parse('2026-11-02T10:00:00+08:00');
const HOUR = 3_600_000;

function aRefund(different: Partial<Refund> = {}): Refund {
  return {
    ...aRefundView({ amountFen: 2000, cashFen: 1900, couponFen: 100, returnedFen: 100, at: NOW }),
    ...different,
  };
}

function aBill(different: Partial<ShopOrder> = {}): ShopOrder {
  return {
    ...{ id: '0'.repeat(32), state: 'completed', paidAt: NOW },
    ...{ totalFen: 5000, discountFen: 0, amountFen: 5000, couponFen: 200, cashFen: 4800 },
    ...{ rebateFen: 500, refundedFen: 0, refunds: [], refundableFen: 5000 },
    ...different,
  };
}
const waiting = aRefund({ cash: 'waiting' });
/** 100.00 by the till, 10.00 off by the shop, 43.00 of coupons. */
const discounted = aBill({
  ...{ totalFen: 10_000, discountFen: 1000, amountFen: 9000, couponFen: 4300, cashFen: 4700 },
});

const linesOf = (bill: ShopOrder): string[] =>
  billLines(bill).map(({ title, amountFen }) => `${title} ${yuanText(amountFen)}`);

describe('a bill in the shop’s list', () => {
  it('says when, where and how it was paid', () => {
    expect(whereText(aBill())).toBe('10:00');
    expect(whereText(aBill({ table: 'A7' }))).toBe('10:00\u00a0· 桌号 A7');
    expect(paidByText(aBill())).toBe('微信 ¥48.00\u00a0· 券 ¥2.00');
    expect(paidByText(aBill({ couponFen: 0, cashFen: 5000 }))).toBe('微信 ¥50.00');
    expect(paidByText(aBill({ couponFen: 5000, cashFen: 0 }))).toBe('券 ¥50.00');
  });

  it('adds up to what the till said where the shop took something off', () => {
    expect(paidByText(discounted)).toBe('微信 ¥47.00\u00a0· 券 ¥43.00\u00a0· 本店优惠 −¥10.00');
    expect(linesOf(discounted)).toEqual([
      ...['原价 ¥100.00', '本店优惠 −¥10.00', '优惠后 ¥90.00'],
      ...['其中微信支付 ¥47.00', '其中用券 ¥43.00'],
    ]);
  });

  it('has one amount where the shop took nothing off', () => {
    expect(linesOf(aBill())).toEqual(['账单 ¥50.00', '其中微信支付 ¥48.00', '其中用券 ¥2.00']);
    const ofCash = aBill({ couponFen: 0, cashFen: 5000 });
    expect(linesOf(ofCash)).toEqual(['账单 ¥50.00', '其中微信支付 ¥50.00']);
  });

  it('says what became of it: cash that waits before all else', () => {
    expect(billState(aBill())).toBeUndefined();
    const partly = aBill({ refundedFen: 2000, refunds: [aRefund()] });
    expect(billState(partly)).toEqual({ text: '已退 ¥20.00', tone: 'quiet' });
    expect(billState({ ...partly, refundedFen: 5000 })?.text).toBe('已全部退款');
    const both = aBill({ refundedFen: 5000, refunds: [aRefund(), waiting, waiting] });
    expect(billState(both)).toEqual({ text: '¥38.00 退款处理中', tone: 'warning' });
    expect(billState(aBill({ state: 'disputed' }))?.text).toBe('金额核对中');
  });

  it('stands under its day in China, which is not the phone’s', () => {
    const midnight = Date.parse('2026-11-02T00:00:00+08:00');
    expect(dayHeading(midnight, NOW)).toBe('今天');
    expect(dayHeading(midnight - 1, NOW)).toBe('昨天');
    expect(dayHeading(midnight - 24 * HOUR - 1, NOW)).toBe('10 月 31 日');
    expect(dayHeading(Date.parse('2025-11-02T10:00:00+08:00'), NOW)).toBe('2025 年 11 月 2 日');
  });

  it('has one heading a day, in front of its bills', () => {
    const at = [NOW, NOW - HOUR, NOW - 12 * HOUR, NOW - 13 * HOUR];
    const rows = billRows(
      at.map((paidAt) => aBill({ paidAt })),
      NOW,
    );
    expect(rows.map((row) => (row.kind === 'day' ? row.title : row.order.paidAt))).toEqual([
      ...['今天', at[0], at[1]],
      ...['昨天', at[2], at[3]],
    ]);
  });
});

describe('cash that WeChat Pay refuses', () => {
  it('is the one that waits and was refused', () => {
    expect(refusedRefund(aBill({ refunds: [aRefund(), waiting] }))).toBeUndefined();
    const gone = aRefund({ failure: '余额不足' });
    const refused = { ...waiting, failure: '余额不足' };
    expect(refusedRefund(aBill({ refunds: [gone, waiting, refused] }))).toBe(refused);
  });

  it('tells the shop to top up where its balance is too low', () => {
    const text = refusalAdvice({ failure: '基本账户余额不足，请充值后重新发起' });
    expect(text).toContain('微信支付商户平台充值');
    expect(text).toContain('不用重复退款');
  });

  it('repeats what WeChat said to people, and nothing that was said to programmers', () => {
    expect(refusalAdvice({ failure: '订单已超过退款期限' })).toContain('订单已超过退款期限');
    const technical = refusalAdvice({ failure: 'Error: errCode: -504002 timeout' });
    expect(technical).not.toContain('errCode');
    expect(technical).toContain('自动再试');
  });
});

describe('what may still be refunded', () => {
  it('is all of it to the fen, and never more', () => {
    const bill = aBill({ refundableFen: 3000 });
    expect(amountFault(0, bill)).toBe('请输入要退的金额');
    expect(amountFault(1, bill)).toBeUndefined();
    expect(amountFault(3000, bill)).toBeUndefined();
    expect(amountFault(3001, bill)).toBe('最多退 ¥30.00');
  });

  it('says why nothing is', () => {
    expect(notRefundableText(aBill({ state: 'refunded', refundedFen: 5000 }))).toContain('全部退');
    expect(notRefundableText(aBill({ state: 'partly-refunded' }))).toContain('360 天');
    expect(notRefundableText(aBill({ state: 'disputed' }))).toContain('核对');
  });
});

describe('the split into cash and coupons', () => {
  const bills = fc
    .tuple(fc.integer({ min: 1, max: 94_000_000 }), fc.nat(), fc.nat(), fc.nat())
    .map(([amountFen, coupons, refunded, refund]) => {
      const couponFen = coupons % (amountFen + 1);
      const refundedFen = refunded % amountFen;
      const refundFen = 1 + (refund % (amountFen - refundedFen));
      return { amountFen, couponFen, refundedFen, refundFen };
    });

  it('is the cloud’s, also after refunds before it', () => {
    fc.assert(
      fc.property(bills, ({ amountFen, couponFen, refundedFen, refundFen }) => {
        const bill = { ...{ amountFen, couponFen, cashFen: amountFen - couponFen } };
        const cloudBill = {
          ...{ amountFen: fen(amountFen), couponFen: fen(couponFen) },
          ...{ rebateBps: 1000, payerPoints: 0, merchantPoints: 0 },
        };
        const left = (gone: number): number => couponsLeft(cloudBill, gone);
        const gone = aRefund({ couponFen: couponFen - left(refundedFen) });
        const order = aBill({ ...bill, refundedFen, refunds: [gone] });
        const back = left(refundedFen) - left(refundedFen + refundFen);
        expect(splitOf(order, refundFen)).toEqual({ cashFen: refundFen - back, couponFen: back });
      }),
    );
  });

  it('is not shown where the phone’s numbers end', () => {
    const huge = aBill({ amountFen: 10 ** 12, couponFen: 10 ** 11, cashFen: 9 * 10 ** 11 });
    expect(splitOf(huge, 1)).toBeUndefined();
    expect(splitOf(huge, 10 ** 12)).toEqual({ cashFen: 9 * 10 ** 11, couponFen: 10 ** 11 });
  });
});

/** As `standingAfter` says, which asks for more of an order than this needs. */
function couponsLeft(bill: object, goneFen: number): number {
  const shares = { fan: 0, promoter: 0, county: 0, city: 0, province: 0, platform: 0, fund: 0 };
  const order = { bill, shares } as unknown as Parameters<typeof standingAfter>[0];
  return standingAfter(order, fen(goneFen)).couponFen;
}

describe('before a refund', () => {
  it('says what goes back, and promises no coupons to the wallet', () => {
    const both = effectText({ cashFen: 1, couponFen: 1 });
    expect(both).toContain('现金原路退回，券部分按规则退回，双方的积分');
    expect(both).not.toContain('券包');
    expect(effectText({ cashFen: 1, couponFen: 0 })).not.toContain('券部分');
    expect(effectText({ cashFen: 0, couponFen: 1 })).not.toContain('现金');
  });

  it('says on the key what is missing', () => {
    expect(keyText({ amountFen: 850, reason: '' })).toBe('请先选一个原因');
    expect(keyText({ amountFen: 850, reason: '少给了' })).toBe('退款 ¥8.50');
  });

  it('offers reasons that the cloud takes', () => {
    for (const reason of USUAL_REASONS) {
      expect(reason.trim()).toBe(reason);
      expect(reason.length).toBeLessThanOrEqual(MAX_REASON_LENGTH);
    }
    expect(new Set(USUAL_REASONS).size).toBe(USUAL_REASONS.length);
  });
});

describe('the id under which a refund is asked for', () => {
  const asked = { orderId: 'a', amountFen: 100, reason: '少给了' };
  const first = { requestId: 'id-1', body: JSON.stringify(['a', 100, asked.reason]) };
  const idOf = (refund: typeof asked): string =>
    refundRequestFor(refund, { before: first, newId: () => 'id-2' }).requestId;

  it('stays the same over retries', () => {
    expect(idOf({ ...asked })).toBe('id-1');
  });

  it.each([
    ['order', { ...asked, orderId: 'b' }],
    ['amount', { ...asked, amountFen: 101 }],
    ['reason', { ...asked, reason: '东西坏了' }],
  ])('is a new one for another %s', (_, other) => {
    expect(idOf(other)).toBe('id-2');
  });
});

describe('after a refund', () => {
  it('finds the one that was asked for, the latest of its kind', () => {
    const old = aRefund({ id: 'old' });
    const other = aRefund({ id: 'other', amountFen: 1 });
    const mine = aRefund({ id: 'mine' });
    const refunds = [old, mine, other, aRefund({ id: 'why', reason: '东西坏了' })];
    expect(refundIn(aBill({ refunds }), aRefund())?.id).toBe('mine');
  });

  it('says how long the cash takes, and nothing of cash where there was none', () => {
    expect(outcomeOf(aRefund())).toMatchObject({ title: '已退款 ¥20.00', isWaiting: false });
    expect(outcomeOf(aRefund()).notes.join('')).toMatch(/现金 ¥19.00.*1 到 3 个工作日.*券 ¥1.00/);
    const coupons = outcomeOf(aRefund({ cashFen: 0, couponFen: 2000, returnedFen: 2000 }));
    expect(coupons.notes).toEqual(['券 ¥20.00 已退回顾客的券包。']);
  });

  it('calls only those coupons returned that are in the wallet', () => {
    const mixed = aRefund({ couponFen: 600, returnedFen: 100, offsetFen: 200 });
    expect(backText(mixed)).toBe('退现金 ¥19.00，退券 ¥1.00，其余用券 ¥5.00 按规则处理');
    expect(outcomeOf(mixed).notes.slice(1)).toEqual([
      '券 ¥1.00 已退回顾客的券包。',
      '其余用券 ¥5.00 按规则处理，顾客在订单里看得到。',
    ]);
    const offers = aRefund({ cashFen: 0, couponFen: 2000, returnedFen: 0 });
    expect(backText(offers)).toBe('用券 ¥20.00 按规则处理');
    expect(outcomeOf(offers).notes).toEqual(['用券 ¥20.00 按规则处理，顾客在订单里看得到。']);
    expect(backText(aRefund())).toBe('退现金 ¥19.00，退券 ¥1.00');
    expect(backText(aRefund({ couponFen: 0, returnedFen: 0 }))).toBe('退现金 ¥19.00');
  });

  it('does not call cash returned that waits', () => {
    const { title, notes, isWaiting } = outcomeOf({ ...waiting, failure: '余额不足' });
    expect(isWaiting).toBe(true);
    expect(title).toBe('退款 ¥20.00 已登记');
    expect(notes.join('')).toMatch(/现金 ¥19.00 还没有退出去.*充值/);
  });

  it('tells when it was and who gave it back', () => {
    expect(pastRefundText(aRefund())).toBe('11-02 10:00 · 店里退');
    expect(pastRefundText(aRefund({ by: 'platform' }))).toContain('平台退');
  });

  it('promises that trying again is safe only where nobody knows what happened', () => {
    expect(refundFailureText(new CallFailure('offline'))).toContain('不会退两次');
    expect(refundFailureText(new CallFailure('timeout'))).toContain('不会退两次');
    expect(refundFailureText(new CallFailure('refund-exceeds-order'))).toBe(
      '退款超过了还能退的金额',
    );
  });

  it('says what else can be given as a reason where WeChat did not let one’s words pass', () => {
    for (const code of ['text-refused', 'text-unchecked'] as const) {
      const text = refundFailureText(new CallFailure(code));
      expect(text).toContain('或选一个常用原因');
      expect(text).not.toContain('不会退两次');
    }
  });
});

describe('what both sides read', () => {
  it('adds up the cash that waits, and only that', () => {
    expect(waitingCashFen([aRefund(), waiting, waiting])).toBe(3800);
    expect(refundedText({ refundedFen: 0 })).toBeUndefined();
    expect(refundedText({ refundedFen: 1234 })).toBe('已退 ¥12.34');
  });
});
