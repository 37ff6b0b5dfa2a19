// What is kept of a person, and why. The keys are those of the code, so that a new collection or a
// new thing remembered on the phone cannot be left out of this page.
import type { forget } from '../../../session/remembered';

export interface KeptData {
  readonly title: string;
  readonly note: string;
}

/** The collections of the cloud that hold something of a person. */
export const CLOUD_KEEPS = {
  accounts: {
    title: '积分和消费券',
    note: '您现有的积分、待生效的积分、每张券的余额和到期日。',
  },
  orders: {
    title: '订单',
    note: '商家、桌号、金额、用券、时间和微信支付的单号，用来付款、对账、退款和售后。',
  },
  journal: {
    title: '积分和券的每一次变化',
    note: '哪笔订单得了多少、哪一期派了多少、用在了哪里，用来让每一分钱都查得到。',
  },
  inboxes: { title: '消息看到哪里', note: '最近一次看消息的时间，用来标出没读的。' },
  subscriptions: {
    title: '您答应过的微信提醒',
    note: '每种提醒还剩几次，和微信给的编号，用来把提醒发给您。注销时删除。',
  },
  reminders: {
    title: '发给您的微信提醒',
    note: '提醒了什么、什么时候、发出没有，用来不发第二遍。',
  },
  merchants: {
    title: '您在店里的任职',
    note: '您是哪家店的店主或店员，用来看店里的账单和退款。注销账户不会取消它，要取消请告诉我们。',
  },
  tickets: { title: '您写给我们的问题和投诉', note: '用来答复您和处理纠纷。' },
} as const satisfies Record<string, KeptData>;

/** The preview plays people in the browser; WeChat has no such keys. */
type PhoneKey = Exclude<Parameters<typeof forget>[0], `preview${string}`>;

/** What only this phone remembers. */
export const PHONE_KEEPS: { readonly [K in PhoneKey]: string } = {
  chosenPlace: '您选的地点',
  radiusMetres: '生活圈半径',
  textSize: '字号',
  searchHistory: '搜索记录',
  toldVisits: '今天扫过哪些店的码',
};
