// Privacy in sentences, each true of the code.

export interface PrivacyText {
  readonly title: string;
  readonly lines: readonly string[];
}

export const PRIVACY_TEXTS: readonly PrivacyText[] = [
  {
    title: '我们不保存什么',
    lines: [
      '位置：只在找身边的店时发给云端算一次距离，不保存，也不给别人。不给位置也能用。',
      '昵称、头像、手机号、通讯录和相册：不要，也不读取。我们用微信给的编号认出您。',
      '剪贴板：只在您点「复制」时写入订单号，从不读取。',
    ],
  },
  {
    title: '还有谁会知道',
    lines: [
      '微信支付：为付款和退款，知道订单号、商家和金额。',
      '收款的商家：知道自己店里的账单，看不到您的姓名和联系方式。',
      '数据存放在微信云开发的服务器上。我们不卖数据，也不拿它做广告。',
    ],
  },
  {
    title: '保存多久',
    lines: [
      '积分和券：到您注销为止。',
      '交易记录：法律要求从交易完成之日起保存不少于三年（《电子商务法》第三十一条），注销后也要留存，只用于对账、退款和纠纷。',
    ],
  },
];
