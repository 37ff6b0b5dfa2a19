// 规则与协议: what people agree to by using the app, and what becomes of their data.
import { View } from '@tarojs/components';
import { classes } from '../../../components/classes';
import styles from './CouponRules.module.scss';
import type { RuleText } from './rule-words';
import { RuleCard } from './RuleCard';

const TEXTS: readonly RuleText[] = [
  {
    title: '服务说明',
    lines: [
      '众店生活圈让您在联盟商家付款、得积分、用消费券。货款由您直接付给商家，平台只收取商家的让利。',
      '使用不收会员费，也没有任何加入费用。',
    ],
  },
  {
    title: '积分和消费券',
    lines: [
      '积分只用来计算派券，不是钱，不能买卖、转让或兑换现金。',
      '消费券只能在联盟商家抵付账单，不出售、不充值、不找零、不兑现。',
      '派券按公布的规则进行，没有固定的时间和数额。',
    ],
  },
  {
    title: '付款和退款',
    lines: [
      '付款前请与店员核对金额。付款由微信支付完成。',
      '待支付的订单超时会自动关闭，占用的券原样退回。',
      '退款时现金原路退回，消费券退回券包，优惠券和消费返券整单退完才退回，由这笔账单得到的积分和券一并收回。',
    ],
  },
  {
    title: '隐私',
    lines: [
      '我们用微信给的编号认出您，不要求昵称、头像和手机号。',
      '您的位置只在打开生活圈时用来找身边的店，不会保存。不给位置也能用。',
      '商家看不到您的姓名和联系方式。',
    ],
  },
];

export function Agreement() {
  return (
    <View className={classes(styles.page)}>
      {TEXTS.map((rule) => (
        <RuleCard key={rule.title} rule={rule} />
      ))}
    </View>
  );
}
