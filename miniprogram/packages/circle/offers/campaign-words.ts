// What a campaign says: what it gives, to whom, how many, until when, and who bears it.
import type { CampaignView } from '../../../../src/contracts/campaigns';
import { dotted } from '../../../components/text/dotted';
import { shortDayText } from '../../../components/time/day-text';
import {
  benefitText,
  funderText,
  limitTexts,
  plainYuan,
  whenText,
  whereText,
  type CityOf,
} from '../../../features/wallet/lot-terms';

/** What it gives, in words: `满100减20`, `5 元消费券`, `返 10% 的券（每笔最高 20 元）`. */
export function givesText({ benefit, minSpendFen, spendBack }: CampaignView): string {
  if (spendBack !== undefined) {
    const most = plainYuan(spendBack.ceilingFen);
    return `返 ${spendBack.backBps / 100}% 的券（每笔最高 ${most} 元）`;
  }
  if (benefit.kind === 'balance') return `${plainYuan(benefit.faceFen)} 元券，可分次用`;
  return benefitText(benefit, { minSpendFen });
}

/** How one comes by it; undefined for what everybody claims by the key. */
export function howText({ kind, awayDays = 0 }: CampaignView): string | undefined {
  switch (kind) {
    case 'claim':
      return undefined;
    case 'win-back':
      return `给 ${awayDays} 天没来的老客人`;
    case 'automatic':
      return '付款时自动减，不用领';
    case 'spend-back':
      return '付款后返到券包，不用领';
  }
}

export function isClaimed({ kind }: Pick<CampaignView, 'kind'>): boolean {
  return kind === 'claim' || kind === 'win-back';
}

/** `每人 1 张，共 200 张`: of what is claimed. */
export function quantityText(campaign: CampaignView): string | undefined {
  if (!isClaimed(campaign)) return undefined;
  return `每人 ${campaign.perPerson} 张，限 ${campaign.total} 张`;
}

/** All that is to be known of it, a line each. */
export function termLines(campaign: CampaignView, cityOf: CityOf): readonly string[] {
  const lines = [
    conditionsText(campaign, cityOf),
    untilText(campaign),
    lifeText(campaign) ?? '',
    quantityText(campaign) ?? '',
    bearerText(campaign),
  ];
  return lines.filter((line) => line !== '');
}

/**
 * Where, when, from how much: `限杭州 · 周一至周五 14:00-17:00`. Shops that it names are not said
 * again, since the ways to them stand below.
 */
export function conditionsText(campaign: CampaignView, cityOf: CityOf): string {
  const { scope, windows } = campaign;
  const when = whenText(windows);
  return dotted([
    ...(scope.kind === 'merchants' ? [] : [whereText(scope, cityOf)]),
    ...(when === undefined ? [] : [when]),
    ...limitTexts(campaign),
  ]);
}

const DAY_MS = 86_400_000;

/** Until when it is given. */
export function untilText({ endsAt }: Pick<CampaignView, 'endsAt'>): string {
  return `活动到 ${shortDayText(endsAt - 1)}`;
}

/** How long what is given lives: `领后 7 天内用`; undefined for what is in force while it runs. */
export function lifeText({ kind, endsAt, validDays, validUntil }: CampaignView) {
  if (kind === 'automatic') return undefined;
  const got = kind === 'spend-back' ? '到账后' : '领后';
  const isCutOff = validUntil < endsAt + validDays * DAY_MS;
  const last = isCutOff ? `，最晚到 ${shortDayText(validUntil - 1)}` : '';
  return `${got} ${validDays} 天内用${last}`;
}

/** Who bears it: `由老塘河面馆承担`; what shops bear themselves names the shop where it is one. */
export function bearerText({ fundedBy, issuer, shops }: CampaignView): string {
  if (fundedBy === 'acceptor') {
    const [only] = shops;
    return shops.length === 1 && only !== undefined ? `由${only.name}承担` : '由用券的那家店承担';
  }
  return funderText(fundedBy, { issuer: issuer?.name });
}
