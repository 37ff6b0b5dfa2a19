// 常见问题. Every sentence is true of the rules in force; numbers that rules may change are named
// on the rules' own page only.

export interface CommonQuestion {
  /** By which another page leads to it. */
  readonly id?: 'offset';
  readonly question: string;
  readonly answer: string;
  /** Where more of it stands. */
  readonly more?: 'rules' | 'orders' | 'privacy' | 'statement';
}

export const COMMON_QUESTIONS: readonly CommonQuestion[] = [
  {
    question: '积分是什么？',
    answer:
      '商家从每笔账单里让利，让利 1 元，您和商家各得 1 积分。积分只用来计算派券，不是钱，不能买卖、转让，也不能兑换现金。',
  },
  {
    question: '什么时候派券？',
    answer:
      '全联盟的积分每达到下一道门槛就派一期。快慢取决于大家的消费，没有固定的日子，我们也不预告。',
    more: 'rules',
  },
  {
    question: '为什么券比积分少？',
    answer:
      '每一期只按积分的一个小比例派券，比例公布在规则里。积分不会因派券减少，下一期接着算。累计派券最多为积分的 5 倍，这是上限，不是承诺。',
    more: 'rules',
  },
  {
    question: '为什么有的积分「待生效」？',
    answer:
      '付款后要过几天积分才生效，这样退款不会牵连派出的券。金额很大的账单，还要先人工核对一次。',
    more: 'rules',
  },
  {
    question: '券能换现金、送人吗？',
    answer:
      '不能。券只能在联盟商家抵付账单，不兑现、不转让、不找零。没用完的部分留在券里，下次接着用。',
  },
  {
    question: '付错了金额怎么办？',
    answer:
      '先请店员一起核对，再打开那笔订单，点「申请售后或投诉」，写明应付多少。退款时现金原路退回，消费券退回券包，优惠券和消费返券整单退完才退回，这笔得到的积分和券一并收回。',
    more: 'orders',
  },
  {
    id: 'offset',
    question: '「待抵扣」是什么？',
    answer:
      '一笔账退款后，它带来的积分要收回，这些积分派过的券也一并收回。如果那些券您已经用掉，用掉的部分就记作待抵扣，从后面派的券里先扣。您不用另外付钱，也不影响退款到账。',
    more: 'statement',
  },
  {
    question: '付了款，订单还是待支付？',
    answer:
      '请不要再付一次。打开那笔订单，我们会马上向微信支付核对。订单关闭以后才到的款，会原路退回。',
    more: 'orders',
  },
  {
    question: '待支付的订单占着我的券？',
    answer: '付款后用掉；取消订单，或超时自动关闭，券会原样退回券包。',
    more: 'orders',
  },
  {
    question: '换了手机，券还在吗？',
    answer:
      '在。券和积分跟着您的微信号，用同一个微信号登录就能看到。换成别的微信号，券和积分不能搬过去。',
  },
  {
    question: '在别的城市能用吗？',
    answer: '能。一个券包到处通用，每座开通的城市里的联盟商家都收。',
  },
];

/** The question of an id; null where none has it. */
export function questionOf(id: string | undefined): string | null {
  if (id === undefined) return null;
  return COMMON_QUESTIONS.find((item) => item.id === id)?.question ?? null;
}

/** The questions, with the one that was asked for in front. */
export function questionsFor(id: string | undefined): readonly CommonQuestion[] {
  const asked = questionOf(id);
  const isAsked = ({ question }: CommonQuestion): boolean => question === asked;
  return [
    ...COMMON_QUESTIONS.filter(isAsked),
    ...COMMON_QUESTIONS.filter((item) => !isAsked(item)),
  ];
}
