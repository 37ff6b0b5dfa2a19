// The three things that WeChat may tell, as the app calls them.
import type { TemplateName } from '../../../src/domain/messages/subscription';

export const REMINDERS: readonly { readonly name: TemplateName; readonly title: string }[] = [
  { name: 'arrived', title: '券到账' },
  { name: 'expiring', title: '券快到期' },
  { name: 'refunded', title: '退款' },
];

/** `还能提醒 2 次` */
export function leftText(left: number): string {
  return left === 0 ? '未开启' : `还能提醒 ${left} 次`;
}
