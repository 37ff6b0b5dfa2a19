// 先用券 in plain words: what may be taken and why no more, and how it goes back. It is neither
// money nor owed by anybody: only later coupons make up for it.
import type { OutputOf } from '../../cloud/types';
import { yuanText } from '../../components/price/money';
import { shareText } from '../fan/fan-words';

export type Advance = OutputOf<'wallet', 'advance'>;
type Summary = Pick<OutputOf<'wallet', 'summary'>, 'isAdvanceOpen' | 'advanceFen'>;

/** Whether anything of it is shown to this person at all. */
export function isAdvanceShown({ isAdvanceOpen, advanceFen }: Summary): boolean {
  return isAdvanceOpen || advanceFen > 0;
}

/** What the wallet says: what is open of it, or that it is there. */
export function advanceText({ advanceFen }: Summary): string {
  return advanceFen > 0
    ? `先用还没抵回的 ${yuanText(advanceFen)}`
    : '可以先用一部分券，以后派券时抵回';
}

export interface Limit {
  readonly title: string;
  readonly valueFen: number;
  readonly note: string;
  /** The smallest of the three: it decides. */
  readonly isDecisive: boolean;
}

/** The three limits with their figures. */
export function limitsOf(advance: Advance): readonly Limit[] {
  const { underCapFen, byReceivedFen, availableFen, capMultiple, limitBps, receivedDays } = advance;
  const smallest = Math.min(underCapFen, byReceivedFen, availableFen);
  const limits = [
    {
      title: `积分的 ${capMultiple} 倍以内`,
      valueFen: underCapFen,
      note: `${pointsText(advance)} × ${capMultiple}，减去派过的券和先用的券。`,
    },
    {
      title: `近 ${receivedDays} 天派券的 ${shareText(limitBps)} 以内`,
      valueFen: byReceivedFen,
      note: '已经减去先用、没抵回的。',
    },
    {
      title: '联盟备好的先用券',
      valueFen: availableFen,
      note: '从到账的让利里留出，大家一起用，先到先用。',
    },
  ];
  return limits.map((limit) => ({ ...limit, isDecisive: limit.valueFen === smallest }));
}

function pointsText({ pointsAgeDays }: Advance): string {
  return pointsAgeDays === 0 ? '派过券的积分' : `满 ${pointsAgeDays} 天、派过券的积分`;
}

/** How it goes back, and what it never costs. */
export const PAYING_BACK: readonly string[] = [
  '以后每次派券，先抵回先用的，抵完的部分再进券包。',
  '没有利息，没有手续费，不用另外付钱；没有派券，就不用抵。',
  '先用的是券，不是现金，也不能换成现金。到期没用完的自动抵回，不用再抵。',
];

/** Why nothing can be taken now; undefined where something can. */
export function closedText({ isOpen, limitFen, advanceFen }: Advance): string | undefined {
  if (!isOpen && advanceFen === 0) return '现在不能先用券。';
  if (!isOpen) return '现在不能再先用。还没抵回的，照旧由以后派券抵回。';
  return limitFen === 0 ? '现在没有可以先用的券，原因见下面三条。' : undefined;
}

const WHOLE_YUAN = 100;

/** Amounts to choose from: a quarter, a half, all of it; whole yuan but for the last. */
export function amountChoices(limitFen: number): readonly number[] {
  const parts = [4, 2].map((part) => Math.floor(limitFen / part / WHOLE_YUAN) * WHOLE_YUAN);
  return [...new Set([...parts, limitFen])].filter((amountFen) => amountFen > 0);
}

/** What is wrong with a typed amount; undefined where nothing is. */
export function amountFault(amountFen: number, { limitFen }: Advance): string | undefined {
  if (amountFen > limitFen) return `最多先用 ${yuanText(limitFen)}`;
  return amountFen === 0 ? '请输入金额' : undefined;
}

/** What was just taken, and what follows from it. */
export function takenTexts(advanceFen: number): readonly string[] {
  return [
    '付款时自动用上，可以分几次用。',
    `先用还没抵回的一共 ${yuanText(advanceFen)}，以后每次派券先抵。`,
  ];
}
