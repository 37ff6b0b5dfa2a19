// What people read when something fails: every code that the app can meet, in one place.
import type { AppErrorCode } from '../../cloud/types';
import { codeOf } from '../../queries/call-failure';

export function errorText(code: AppErrorCode): string {
  switch (code) {
    case 'amount-invalid':
      return '金额不对，请输入 0.01 元以上的金额';
    case 'merchant-not-found':
      return '没有找到这家店，请核对店码';
    case 'merchant-closed':
      return '这家店暂时不能收款';
    case 'lot-not-found':
      return '这张券不在您的券包里，请重新选券';
    case 'lot-insufficient':
      return '券的余额不够了，请重新选券';
    case 'not-together':
      return '这几张券不能一起用，请重新选券';
    case 'coupons-exceed-bill':
      return '用券超过了账单金额，请重新选券';
    case 'request-id-reused':
      return '这笔订单已经提交过，请重新输入金额';
    case 'payment-unavailable':
      return '微信支付暂时连不上，请稍后继续支付';
    case 'order-not-found':
      return '没有找到这笔订单';
    case 'period-not-found':
      return '没有找到这一期的派券记录';
    case 'too-many-tickets':
      return '您还有 10 件没有答复的事，请等答复后再提';
    case 'orders-open':
      return '还有订单等待支付，请先支付或取消';
    case 'holdings-changed':
      return '您的券或积分刚刚有变化，请核对后再试';
    case 'text-refused':
      return '这些字没有通过微信的内容检查，请换个说法';
    case 'text-unchecked':
      return '微信现在查不了您写的字，请稍后再试';
    case 'order-not-refundable':
      return '这笔账不能退款了';
    case 'refund-exceeds-order':
      return '退款超过了还能退的金额';
    case 'campaign-not-found':
    case 'campaign-not-open':
      return '活动还没开始，或已经结束';
    case 'not-for-you':
      return '这张券只给有一阵没来的老客';
    case 'claimed-enough':
      return '这张券您已经领过了';
    case 'coupons-gone':
      return '这张券已经领完了';
    case 'forbidden':
      return '您没有做这件事的权限';
    case 'campaign-invalid':
      return '活动的内容不合规则，请改一改';
    case 'budget-not-covered':
      return '预算不够，活动没有开始';
    case 'not-at-own-shop':
      return '您在这家店任职，不能成为它的粉丝';
    case 'advance-closed':
      return '现在不能先用券';
    case 'advance-exceeds-limit':
      return '超过了现在可以先用的金额';
    case 'order-not-open':
      return '这笔订单已经不能支付了';
    case 'offline':
      return '网络断开了，请检查网络';
    case 'timeout':
      return '等了很久没有回音，请再试一次';
    case 'cloud-unavailable':
      return '服务暂时连不上，请稍后再试';
    case 'busy':
      return '现在有点忙，请稍后再试';
    case 'unauthenticated':
      return '没有认出您，请重新打开小程序';
    case 'bad-request':
      return '内容有误，请更新小程序后再试';
    case 'bad-answer':
    case 'internal':
      return '系统出了点问题，请稍后再试';
  }
}

/** The text of whatever a query or mutation threw. */
export function failureText(error: unknown): string {
  return errorText(codeOf(error));
}
