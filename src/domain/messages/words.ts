// What a message of WeChat's says, in the four fields that our templates have. It tells what is so
// and promises nothing.
import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc';
import type { Fen } from '../money/amounts';
import type { Ending } from './endings';
import type { Subject } from './reminder';

dayjs.extend(utc);

const CHINA_OFFSET_HOURS = 8;
/** WeChat's limit of a `thing`. */
const LONGEST = 20;

export interface ReminderWords {
  /** At most 20 characters. */
  readonly name: string;
  /** `1.00元` */
  readonly amount: string;
  /** `2027年11月30日 23:59` */
  readonly date: string;
  /** At most 20 characters. */
  readonly note: string;
  /** The page that it opens. */
  readonly page: string;
}

/** @param ending of the coupons that end, as it is now; without one there is nothing to tell */
export function reminderWords(
  subject: Subject,
  ending: Ending | undefined,
): ReminderWords | undefined {
  switch (subject.template) {
    case 'arrived':
      return arrivedWords(subject);
    case 'expiring':
      return ending === undefined ? undefined : expiringWords(ending);
    case 'refunded':
      return refundedWords(subject);
  }
}

type Of<T extends Subject['template']> = Extract<Subject, { readonly template: T }>;

function arrivedWords({ firstPeriod, lastPeriod, amountFen, expiresAt }: Of<'arrived'>) {
  const isOne = firstPeriod === lastPeriod;
  return {
    name: isOne ? `第 ${lastPeriod} 期消费券` : `第 ${firstPeriod} 至 ${lastPeriod} 期消费券`,
    amount: yuan(amountFen),
    date: moment(expiresAt - 1),
    note: '任意联盟商家可用，可以分几次用',
    page: isOne
      ? `packages/account/period/index?n=${lastPeriod}`
      : 'packages/account/messages/index',
  };
}

function expiringWords({ expiresAt, amountFen, lotIds, hasOffers }: Ending) {
  const [first = ''] = lotIds;
  const isOne = lotIds.length === 1;
  const name = hasOffers ? '券' : '消费券';
  return {
    name: isOne && !hasOffers ? name : `${lotIds.length} 张${name}`,
    amount: yuan(amountFen),
    date: moment(expiresAt - 1),
    note: hasOffers ? '金额是最多可省，到期后不能再用' : '付款时自动用上，到期后不能再用',
    page: isOne
      ? `packages/account/lot/index?id=${encodeURIComponent(first)}`
      : 'pages/wallet/index',
  };
}

function refundedWords({
  orderId,
  merchantName,
  amountFen,
  cashFen,
  returnedFen,
  at,
}: Of<'refunded'>) {
  const cash = '现金原路退回，以微信到账为准';
  const both = '现金原路退回，券已回到券包';
  const coupons = returnedFen > 0 ? '券已回到券包' : '怎么退的，打开看明细';
  return {
    name: Array.from(merchantName).slice(0, LONGEST).join(''),
    amount: yuan(amountFen),
    date: moment(at),
    note: cashFen === 0 ? coupons : returnedFen > 0 ? both : cash,
    page: `packages/account/order/index?id=${orderId}`,
  };
}

function yuan(amountFen: Fen): string {
  return `${(amountFen / 100).toFixed(2)}元`;
}

function moment(instant: number): string {
  return dayjs(instant).utcOffset(CHINA_OFFSET_HOURS).format('YYYY年M月D日 HH:mm');
}
