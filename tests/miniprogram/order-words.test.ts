import {
  closedText,
  endedText,
  earnedText,
  earningNote,
  isPaid,
  isWaiting,
  keptPoints,
  orderFace,
  orderHistory,
  reviewText,
  savedText,
} from '../../miniprogram/features/paying/order-words';
import { orderActions } from '../../miniprogram/features/paying/order-actions';
import {
  couponsBackText,
  refundLines,
  refundTitle,
  whyText,
} from '../../miniprogram/packages/account/order/refund-lines';
import { listRows, type ListRow } from '../../miniprogram/packages/account/orders/list-rows';
import {
  filterWords,
  ORDER_FILTERS,
  readShown,
} from '../../miniprogram/packages/account/orders/order-filters';
import { pollEveryMs } from '../../miniprogram/packages/account/result/poll-pace';
import { linesOfUses } from '../../miniprogram/packages/account/order/use-lines';
import type { OrderView } from '../../src/contracts/values';
import { aBill, anOrderView, aRefundView } from '../support/views';

const NOW = Date.parse('2026-11-02T10:00:00+08:00');
const DAY = 86_400_000;
const MIDNIGHT = Date.parse('2026-12-01T00:00:00+08:00');

function anOrder(different: Partial<OrderView> = {}): OrderView {
  return anOrderView({
    bill: aBill({ couponFen: 2000, cashFen: 8000 }),
    uses: [{ lotId: 'lot-1', amountFen: 2000, expiresAt: NOW + DAY, fundedBy: 'dividend' }],
    placedAt: NOW - 60_000,
    payBefore: NOW + 840_000,
    ...different,
  });
}
const acceptor = {
  fundedBy: 'acceptor',
  benefit: { kind: 'money-off', offFen: 500 },
} as const;
const noCoupons = { ...anOrder().bill, couponFen: 0, cashFen: 10_000 };

describe('what an order says', () => {
  it('says that coupons are kept for an open order', () => {
    expect(orderFace(anOrder({ state: 'placed' }))).toMatchObject({
      title: '待支付',
      note: '消费券 ¥20.00 已为这笔订单留着。',
    });
  });

  it('says that coupons are back after closing, and that late money returns', () => {
    expect(closedText(anOrder({ state: 'closed' }))).toBe(
      '消费券 ¥20.00 已退回券包。这笔没有付款；如有扣款，会原路退回。',
    );
    expect(closedText(anOrder({ state: 'closed', uses: [] }))).not.toContain('消费券');
  });

  it('says what coupons and the shop together took off, and what coupons did alone', () => {
    const bill = aBill({ discountFen: 1000, amountFen: 9000, couponFen: 2000, cashFen: 7000 });
    expect(orderFace(anOrder({ bill })).note).toBe('共省 ¥30.00。');
    expect(savedText(anOrder({ bill }))).toBe('共省 ¥30.00');
    expect(savedText(anOrder({ bill: aBill() }))).toBe('');
    expect(orderFace(anOrder()).note).toBe('用券节省 ¥20.00。');
    expect(orderFace(anOrder({ bill: aBill(), uses: [] })).note).toBe('');
  });

  it('gives back what was of the wallet: not what the shop gives to every bill', () => {
    const byItself = { lotId: 'c-1.here', amountFen: 500, expiresAt: NOW, ...acceptor };
    expect(closedText(anOrder({ uses: [byItself] }))).not.toContain('券包');
    const offer = { lotId: 'c-2.x', amountFen: 500, expiresAt: NOW, ...acceptor };
    expect(closedText(anOrder({ uses: [byItself, offer] }))).toContain('券已退回券包');
  });

  it('tells an order that was given up from one whose time was over', () => {
    const order = anOrder({ state: 'closed' });
    expect(endedText({ ...order, closedAt: order.payBefore - 1 })).toBe('订单 ¥100.00 已取消。');
    expect(endedText({ ...order, closedAt: order.payBefore })).toBe('订单 ¥100.00 超时关闭了。');
  });

  it('asks not to pay again while amounts are being compared', () => {
    expect(orderFace(anOrder({ state: 'disputed' })).note).toContain('请不要再付');
  });

  it('waits only while the payment is not seen', () => {
    const states = ['placed', 'paid', 'completed', 'closed', 'disputed', 'refunded'] as const;
    expect(states.filter((state) => isWaiting({ state }))).toEqual(['placed']);
    expect(states.filter((state) => isPaid({ state }))).toEqual(['paid', 'completed']);
  });
});

describe('when points take effect', () => {
  it('is now at the very instant, and a day before it', () => {
    expect(earnedText(anOrder({ effectiveAt: NOW }), NOW)).toBe('已生效');
    expect(earnedText(anOrder({ effectiveAt: NOW + 7 * DAY }), NOW)).toBe('11 月 9 日生效');
  });

  it('is now when the payment is, though the phone is behind', () => {
    const order = anOrder({ paidAt: NOW, effectiveAt: NOW });
    expect(earnedText(order, NOW - 5000)).toBe('已生效');
    expect(orderHistory(order, NOW - 5000).every(({ isAhead }) => !isAhead)).toBe(true);
  });

  it('waits for a person where the bill is large, else for the rebate', () => {
    expect(earnedText(anOrder({ needsReview: true }), NOW)).toBe('核对后生效');
    expect(earnedText(anOrder(), NOW)).toBe('让利到账后生效');
  });

  it('says nothing where nothing was earned or paid', () => {
    const unearned = anOrder({ bill: { ...noCoupons, payerPoints: 0 } });
    expect(earnedText(unearned, NOW)).toBeUndefined();
    expect(earnedText(anOrder({ state: 'closed' }), NOW)).toBeUndefined();
    expect(earnedText(anOrder({ state: 'placed' }), NOW)).toBeUndefined();
  });

  it('explains a tiny bill, an own shop and a review, and nothing else', () => {
    expect(
      earningNote(anOrder({ bill: { ...noCoupons, rebateFen: 0, payerPoints: 0 } })),
    ).toContain('金额太小');
    expect(earningNote(anOrder({ bill: { ...noCoupons, payerPoints: 0 } }))).toContain('任职');
    expect(earningNote(anOrder({ needsReview: true }))).toContain('人工核对');
    expect(earningNote(anOrder({ needsReview: true, effectiveAt: NOW }))).toBeUndefined();
    expect(earningNote(anOrder())).toBeUndefined();
  });
});

describe('a large bill', () => {
  it('says that only its points wait, until they do not', () => {
    expect(reviewText(anOrder({ needsReview: true }))).toContain(
      '付款已经完成，只是积分等核对后才生效',
    );
    expect(reviewText(anOrder({ needsReview: true, effectiveAt: NOW }))).toBeUndefined();
    expect(reviewText(anOrder())).toBeUndefined();
  });

  it('says nothing of a payment that has not been made', () => {
    expect(reviewText(anOrder({ needsReview: true, state: 'placed' }))).toBeUndefined();
    expect(reviewText(anOrder({ needsReview: true, state: 'closed' }))).toBeUndefined();
  });
});

describe('what happened to an order', () => {
  it('lists it newest first and marks what is still to come', () => {
    const order = anOrder({ paidAt: NOW - 1000, effectiveAt: NOW + DAY });
    expect(orderHistory(order, NOW)).toEqual([
      { at: NOW + DAY, title: '积分生效', isAhead: true },
      { at: NOW - 1000, title: '支付成功', isAhead: false },
      { at: NOW - 60_000, title: '提交订单，留下消费券', isAhead: false },
    ]);
  });

  it('gives coupons back in the story of a closed order', () => {
    const titles = orderHistory(anOrder({ state: 'closed', closedAt: NOW }), NOW).map(
      ({ title }) => title,
    );
    expect(titles).toEqual(['订单关闭，消费券退回', '提交订单，留下消费券']);
  });
});

describe('a refunded order', () => {
  const refund = aRefundView({ at: NOW });
  const partly = anOrder({ state: 'partly-refunded', refundedFen: 4000, refunds: [refund] });

  it('says that the cash is back, and while WeChat has not taken it on, that it is not', () => {
    expect(orderFace(partly)).toMatchObject({ title: '部分退款' });
    expect(orderFace(partly).note).toContain('退款已原路退回');
    const waits = { ...partly, refunds: [refund, { ...refund, cash: 'waiting' as const }] };
    for (const state of ['partly-refunded', 'refunded'] as const) {
      const { note } = orderFace({ ...waits, state });
      expect(note).toContain('现金 ¥32.00 微信处理中');
      expect(note).not.toContain('已原路退回');
    }
  });

  it('keeps the points of what was not refunded, floored to the centipoint', () => {
    expect(keptPoints(anOrder())).toBe(2000);
    expect(keptPoints(partly)).toBe(1200);
    expect(keptPoints(anOrder({ refundedFen: 9996 }))).toBe(0);
    expect(keptPoints(anOrder({ refundedFen: 10_000 }))).toBe(0);
    const ofStaff = anOrder({ bill: { ...anOrder().bill, payerPoints: 0 } });
    expect(keptPoints(ofStaff)).toBe(0);
  });

  it('has each refund in its story, in its place in time', () => {
    const order = { ...partly, paidAt: NOW - 1000, effectiveAt: NOW + DAY };
    expect(orderHistory(order, NOW).map(({ title }) => title)).toEqual([
      ...['积分生效', '退款 ¥40.00', '支付成功', '提交订单，留下消费券'],
    ]);
    const late = { ...order, effectiveAt: NOW - 500 };
    expect(orderHistory(late, NOW)[0]?.title).toBe('退款 ¥40.00');
  });

  it('waits for no points when all of it went back', () => {
    const whole = anOrder({ state: 'refunded', effectiveAt: NOW + DAY, refunds: [refund] });
    expect(orderHistory(whole, NOW).map(({ title }) => title)).not.toContain('积分生效');
  });

  const offer = { lotId: 'c-2.x', amountFen: 500, expiresAt: NOW, ...acceptor };
  const spendBack: OrderView['uses'][number] = {
    ...{ lotId: 'c-3.2026-11-02', amountFen: 100, expiresAt: NOW, fundedBy: 'acceptor' },
  };

  it('brings offers and what the shop bears back only when all of it went back', () => {
    const textOf = (uses: OrderView['uses'], refundedFen = 4000): string | undefined =>
      couponsBackText({ ...partly, uses, refundedFen });
    expect(textOf([offer])).toBe('用过的优惠券，整单退完才退回券包。');
    expect(textOf([offer], 10_000)).toBe('整单已退，用过的优惠券已退回券包。');
    expect(textOf([offer], 0)).toBeUndefined();
    expect(textOf([spendBack])).toBe('用过的消费返券，整单退完才退回券包。');
    expect(textOf([offer, spendBack, { ...offer, lotId: 'c-4.x' }], 10_000)).toBe(
      '整单已退，用过的优惠券、消费返券已退回券包。',
    );
    const claimed = { ...spendBack, lotId: 'c-5.x' };
    expect(textOf([claimed])).toBe('用过的活动券，整单退完才退回券包。');
  });

  it('promises no offer of a fund whose end came before the last part went back', () => {
    const ofFund = { ...offer, fundedBy: 'activity', expiresAt: NOW + 1 } as const;
    const textsOf = (use: OrderView['uses'][number]) => {
      const whole = { ...partly, uses: [use], refundedFen: 10_000 };
      const [line] = refundLines(aRefundView({ cashFen: 0, returnedFen: 0 }), whole);
      return [line?.note, couponsBackText(whole)];
    };
    const back = ['不退钱，券已退回券包', '整单已退，用过的优惠券已退回券包。'];
    expect(textsOf(ofFund)).toEqual(back);
    expect(textsOf({ ...offer, expiresAt: NOW })).toEqual(back);
    expect(textsOf({ ...ofFund, expiresAt: NOW })).toEqual([
      '不退钱，过期的券按规则退回',
      '整单已退，用过的优惠券退回券包，过期的可能少退或不退。',
    ]);
  });

  it('says nothing of what no wallet held, nor of balance, which its own line tells', () => {
    const byItself = { ...offer, lotId: 'c-1.here' };
    expect(couponsBackText({ ...partly, uses: [byItself] })).toBeUndefined();
    expect(couponsBackText(partly)).toBeUndefined();
  });

  it('tells who gave what back, why, and where it is', () => {
    expect(refundTitle(refund)).toBe('商家退款');
    expect(refundTitle({ ...refund, by: 'platform' })).toBe('平台退款');
    expect(whyText(refund)).toBe('2026-11-02 10:00，原因：少给了');
    expect(refundLines(refund, partly)).toEqual([
      { title: '现金', note: '已退回，最晚 3 个工作日到账', amountFen: 3200 },
      { title: '消费券', note: '已退回券包', amountFen: 800 },
    ]);
    expect(refundLines({ ...refund, cash: 'waiting' }, partly)[0]?.note).toBe('微信处理中');
    const ofCoupons = { ...refund, cashFen: 0, couponFen: 4000, returnedFen: 4000 };
    expect(refundLines(ofCoupons, partly).map(({ title }) => title)).toEqual(['消费券']);
  });

  it('tells what is in the wallet from what repaid an offset, and from what offers had paid', () => {
    const mixed = aRefundView({ returnedFen: 200, offsetFen: 100 });
    const linesOf = (refundedFen: number): string[] =>
      refundLines(mixed, { ...partly, refundedFen })
        .slice(1)
        .map(({ title, note, amountFen }) => `${title} ${amountFen} ${note}`);
    const balance = ['消费券 200 已退回券包', '待抵扣 100 退回的消费券先抵了它'];
    expect(linesOf(4000)).toEqual([...balance, '优惠券抵的 500 不退钱，整单退完才退券']);
    expect(linesOf(10_000)).toEqual([...balance, '优惠券抵的 500 不退钱，券已退回券包']);
  });

  it('promises no coupons before it is known which come back', () => {
    expect(orderFace(anOrder({ state: 'refunding' })).note).toBe(
      '现金原路退回，用掉的券按规则退回。',
    );
  });
});

describe('the bill of an order', () => {
  it('names each coupon, and until when the rest of balance lives', () => {
    const lines = linesOfUses({
      uses: [
        { lotId: 'c-1.here', amountFen: 500, expiresAt: NOW, name: '工作日下午', ...acceptor },
        { lotId: 'c-3.2026-11-02', amountFen: 100, expiresAt: MIDNIGHT, fundedBy: 'acceptor' },
        {
          ...{ lotId: 'c-2.x', amountFen: 2000, expiresAt: NOW, name: '开城礼' },
          ...{ fundedBy: 'activity', benefit: { kind: 'money-off', offFen: 2000 } },
        },
        { lotId: 'dividend-2027-11', amountFen: 90, expiresAt: MIDNIGHT, fundedBy: 'dividend' },
        { lotId: 'advance-2027-11', amountFen: 10, expiresAt: MIDNIGHT, fundedBy: 'dividend' },
      ],
    });
    expect(lines.map(({ title, note }) => `${title} ${note}`)).toEqual([
      '商家优惠 工作日下午',
      '商家优惠 消费返券\u00a0· 2026 年 11 月 30 日前有效',
      '优惠券 开城礼',
      '消费券 2026 年 11 月 30 日前有效',
      '消费券 先用券\u00a0· 2026 年 11 月 30 日前有效',
    ]);
  });
});

describe('the list of orders', () => {
  it('puts open orders on top, the one that closes first above the others', () => {
    const paid = anOrder({ id: 'a'.repeat(32) });
    const later = anOrder({ id: 'b'.repeat(32), state: 'placed', payBefore: NOW + 2 });
    const sooner = anOrder({ id: 'c'.repeat(32), state: 'placed', payBefore: NOW + 1 });
    const closed = anOrder({ id: 'd'.repeat(32), state: 'closed' });
    const rows = listRows([paid, later, sooner, closed]);
    expect(rows.map(written)).toEqual([
      'waiting c',
      'waiting b',
      '2026 年 11 月',
      'ended a',
      'ended d',
    ]);
  });

  it('has a heading where a month begins in China, and one for each', () => {
    const endOfOctober = Date.parse('2026-10-31T23:59:59+08:00');
    const orders = [
      anOrder({ id: 'a'.repeat(32), placedAt: endOfOctober + 1000 }),
      anOrder({ id: 'b'.repeat(32), placedAt: endOfOctober }),
      anOrder({ id: 'c'.repeat(32), placedAt: endOfOctober - 10 * DAY }),
    ];
    expect(listRows(orders).map(written)).toEqual([
      '2026 年 11 月',
      'ended a',
      '2026 年 10 月',
      'ended b',
      'ended c',
    ]);
  });
});

const written = (row: ListRow): string =>
  row.kind === 'month' ? row.title : `${row.kind} ${row.order.id.slice(0, 1)}`;

describe('the kinds of orders that can be shown', () => {
  it('are told by their words when empty, each in its own', () => {
    const words = ORDER_FILTERS.map(({ emptyTitle, emptyNote }) => `${emptyTitle}${emptyNote}`);
    expect(new Set(words).size).toBe(ORDER_FILTERS.length);
  });

  it('are read from an address, and are all orders where it names none', () => {
    expect(ORDER_FILTERS.map(({ shown }) => readShown(shown))).toEqual(
      ORDER_FILTERS.map(({ shown }) => shown),
    );
    expect(readShown(undefined)).toBe('all');
    expect(readShown('unpaid')).toBe('all');
    expect(filterWords('refunded').name).toBe('退款');
  });
});

describe('what can be done with an order', () => {
  const states = [
    'placed',
    'paid',
    'completed',
    'closed',
    'disputed',
    'refunding',
    'partly-refunded',
    'refunded',
  ] as const;

  it('is to pay or to give up while it waits, and nothing else', () => {
    expect(orderActions({ state: 'placed' })).toEqual(['cancel', 'resume']);
  });

  it('is never to pay the shop again while the money of this order is being looked into', () => {
    const again = states.filter((state) => orderActions({ state }).includes('again'));
    expect(again).toEqual(['completed', 'closed', 'partly-refunded', 'refunded']);
  });

  it('is something in every state', () => {
    expect(states.filter((state) => orderActions({ state }).length === 0)).toEqual([]);
  });
});

describe('asking for a result', () => {
  it('is quick for half a minute and calm after that', () => {
    expect(pollEveryMs(0)).toBe(pollEveryMs(29_999));
    expect(pollEveryMs(30_000)).toBeGreaterThanOrEqual(5 * pollEveryMs(0));
  });
});
