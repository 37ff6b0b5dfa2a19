// What it means to be a shop's fan, in plain words. Figures come from the published rules.
import type { FanView } from '../../../src/contracts/account';
import type { OrderView } from '../../../src/contracts/values';
import type { OutputOf } from '../../cloud/types';
import { dayText, lastDayText } from '../../components/time/day-text';

type Fan = NonNullable<FanView>;
export type FanRules = Pick<OutputOf<'wallet', 'rules'>, 'fanBps' | 'fanMonths' | 'entryHours'>;

/** `1%` for 100 basis points. */
export function shareText(bps: number): string {
  return `${bps / 100}%`;
}

/** Who gets what, and who pays for it. */
export function fanMeaning({ fanBps }: FanRules): readonly string[] {
  return [
    `您在任何联盟商家买单，这家店都会得到账单 ${shareText(fanBps)} 的消费券。`,
    '这笔奖励从商家的让利里出，最多占让利的三分之一。您一分不多付，积分也一分不少。',
  ];
}

/** What an entry code changes, and that nobody earns by bringing people. */
export function entryMeaning({ entryHours }: FanRules): string {
  return `从一家店的入口码进来，${entryHours} 小时内在别家买单，奖励给带您来的店，不再给您关注的店。每单最多一家店得奖励，个人邀请别人没有奖励。`;
}

export function sinceText({ since }: Pick<Fan, 'since'>): string {
  return `${dayText(since)}起`;
}

/** When it ends by itself. */
export function endText({ endsAt }: Pick<Fan, 'endsAt'>): string {
  return `不再去的话，${lastDayText(endsAt)}结束`;
}

/** How one becomes a fan, for somebody who is none. */
export function noFanText({ fanMonths }: FanRules): string {
  return `第一次扫一家店的码，就成了它的粉丝；也可以在店铺页自己选一家。${fanMonths} 个月没有去，自动结束。`;
}

export const LEAVING =
  '以后的账单不再给它奖励，已经给的不收回。再扫码也不会自动关注，除非您自己在店铺页选。';

/** Asked before I become a fan by my own tap. */
export function joiningTexts({
  rules,
  fan,
}: {
  readonly rules: FanRules;
  readonly fan: FanView;
}): readonly string[] {
  const others =
    fan === null ? [] : [`您现在是${fan.merchant.name}的粉丝，一次只关注一家，会换成这家。`];
  return [...fanMeaning(rules), ...others];
}

/** That a shop gets a reward for this bill; nothing where none stands. */
export function broughtText({
  broughtBy,
  bill,
  refundedFen,
}: Pick<OrderView, 'broughtBy' | 'bill' | 'refundedFen'>): string | undefined {
  if (broughtBy === undefined || bill.rebateFen === 0 || refundedFen >= bill.amountFen) {
    return undefined;
  }
  const who = broughtBy === 'fan' ? '您关注的店' : '带您来的店';
  return `${who}因这一单得到奖励，从上面的让利里出，您没有多付。`;
}
