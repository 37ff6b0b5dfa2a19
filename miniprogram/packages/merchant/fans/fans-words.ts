// What fans and entry code bring a shop, in words whose figures can be checked.
import { startOfNextDay } from '../../../../src/domain/time';
import type { OutputOf } from '../../../cloud/types';
import { yuanText } from '../../../components/price/money';
import { dayText, shortDayText } from '../../../components/time/day-text';
import { shareText, type FanRules } from '../../../features/fan/fan-words';

export type ShopFans = OutputOf<'merchant', 'fans'>;
export type Reward = ShopFans['rewards'][number];

const HOUR_MS = 3_600_000;
/** The accounts of shops have been read by then, UTC+8. */
const NIGHT_ENDS_HOUR = 6;

const WHY: { readonly [B in Reward['by']]: string } = { fan: '粉丝', entry: '入口码' };

export function whyText({ by }: Pick<Reward, 'by'>): string {
  return WHY[by];
}

/** When its coupons come, or why none do. */
export function rewardState(
  { rewardFen, amountFen, effectiveAt }: Pick<Reward, 'rewardFen' | 'amountFen' | 'effectiveAt'>,
  now: number,
): string {
  if (amountFen === 0) return '账单已退款，没有奖励';
  if (rewardFen === 0) return '账单太小，奖励不足 1 分';
  if (effectiveAt === undefined) return '金额核对中';
  const givenBy = nightAfter(effectiveAt);
  return now >= givenBy ? '已给券' : `${shortDayText(givenBy)}凌晨给券`;
}

/** The end of the first night that begins or goes on after an instant (ms). */
function nightAfter(instant: number): number {
  const shift = NIGHT_ENDS_HOUR * HOUR_MS;
  return startOfNextDay(instant - shift) + shift;
}

/** `11 月 2 日 · 账单 ¥52.80` */
export function billText({ paidAt, amountFen }: Pick<Reward, 'paidAt' | 'amountFen'>): string {
  return `${shortDayText(paidAt)} · 账单 ${yuanText(amountFen)}`;
}

/** Rewarded and refunded since; the coupons had been spent. */
export function offsetText(offsetFen: number): string | undefined {
  if (offsetFen === 0) return undefined;
  return `有账单退了款，奖励已经花掉 ${yuanText(offsetFen)}：从后面的奖励里扣，不用另外付钱。`;
}

/** Why a reward is what it is. */
export function rewardRules({ fanBps, entryHours, fanMonths }: FanRules): readonly string[] {
  return [
    `奖励 = 账单的 ${shareText(fanBps)}，最多是那一单让利的三分之一，不足 1 分舍去。`,
    '它从那一单本来就有的让利里出，顾客不多付，收款的店也不多出。',
    '账单算数后的当晚变成券，记在您店的账上；退款了，奖励跟着收回。店里用券进货还没有开放。',
    `粉丝：第一次扫您店码的顾客，或自己选了您的顾客，${fanMonths} 个月没来就不再算。`,
    `入口码：扫它进来的顾客，${entryHours} 小时内在别家买单。每单最多一家店得奖励，个人邀请别人没有奖励；店主和店员在自家店的单不算。`,
  ];
}

/** What the entry code is for. */
export const ENTRY_NOTE =
  '贴在门口或发给顾客。扫码看到身边的联盟商家，在别家买单，奖励算您的。它不收款，收款请用柜台的店码。';

export function sinceText(rewards: readonly Reward[]): string {
  const last = rewards[rewards.length - 1];
  return last === undefined ? '' : `最近 ${rewards.length} 笔，${dayText(last.paidAt)}以来`;
}
