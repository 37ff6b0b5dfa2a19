// Campaigns against their claims: nobody has more than a person may, and what is left and what was
// claimed are the total; each coupon is what its campaign says, and its budget was put aside.
import type { Campaign } from '../campaigns/campaign';
import type { JournalEntry } from '../journal/entry';
import * as names from '../journal/names';
import { difference, type Books } from './books';

export function auditCampaigns({ journal, campaigns, counters, accounts }: Books): string[] {
  const claims = claimsByCampaign(journal);
  const known = new Set(campaigns.map(({ id }) => id));
  const strangers = [...claims.keys()].filter((id) => !known.has(id));
  return [
    ...campaigns.flatMap((campaign) => {
      const left = counters.filter(({ campaignId }) => campaignId === campaign.id);
      const claimed = claims.get(campaign.id) ?? [];
      return [
        ...auditClaims(campaign, claimed),
        ...difference(`${campaign.id} left`, {
          says: left.reduce((sum, each) => sum + each.left, 0),
          is: BigInt(campaign.total - claimed.length),
        }),
        ...left.flatMap((each) => (each.left < 0 ? [`counter ${each.id} is ${each.left}`] : [])),
        ...auditBudget(campaign, journal),
      ];
    }),
    ...accounts.flatMap(({ id, claims: counts = [] }) =>
      counts.flatMap(({ campaignId, count }) => {
        const own = (claims.get(campaignId) ?? []).filter(({ payer }) => payer === id);
        return difference(`${id} claims of ${campaignId}`, { says: count, is: BigInt(own.length) });
      }),
    ),
    ...strangers.map((id) => `${id} was claimed, not there`),
  ];
}

function claimsByCampaign(journal: readonly JournalEntry[]): Map<string, JournalEntry[]> {
  const claims = new Map<string, JournalEntry[]>();
  for (const entry of journal.filter(({ kind }) => kind === 'claim')) {
    const [, , lot = '?'] = (entry.moves[0]?.to ?? '').split('/');
    const [campaign = ''] = lot.split('.');
    const claimed = claims.get(campaign);
    if (claimed === undefined) claims.set(campaign, [entry]);
    else claimed.push(entry);
  }
  return claims;
}

function auditClaims(campaign: Campaign, claimed: readonly JournalEntry[]): string[] {
  const { id, perPerson, startsAt, endsAt } = campaign;
  const byPerson = new Map<string, number>();
  for (const { payer = '' } of claimed) byPerson.set(payer, (byPerson.get(payer) ?? 0) + 1);
  const tooMany = [...byPerson].filter(([, count]) => count > perPerson);
  const face = faceOf(campaign);
  return [
    ...tooMany.map(([payer, count]) => `${payer} has claimed ${count} of ${id}`),
    ...claimed.flatMap((entry) => [
      ...difference(`${entry.id} face`, {
        says: face,
        is: entry.moves.reduce((sum, { amount }) => sum + BigInt(amount), 0n),
      }),
      ...(startsAt <= entry.at && entry.at < endsAt ? [] : [`${entry.id} is out of time`]),
    ]),
  ];
}

function faceOf({ terms: { benefit } }: Campaign): bigint {
  switch (benefit.kind) {
    case 'balance':
      return BigInt(benefit.faceFen);
    case 'money-off':
      return BigInt(benefit.offFen);
    case 'percentage':
    case 'free-delivery':
      return BigInt(benefit.ceilingFen);
  }
}

function auditBudget(campaign: Campaign, journal: readonly JournalEntry[]): string[] {
  const { id, fundedBy, total } = campaign;
  const entry = journal.find((each) => each.id === `campaign:${id}`);
  const put = (entry?.moves ?? []).filter(({ to }) => to === names.activityFund(id));
  return difference(`budget of ${id}`, {
    says: fundedBy === 'acceptor' ? 0n : BigInt(total) * faceOf(campaign),
    is: put.reduce((sum, { amount }) => sum + BigInt(amount), 0n),
  });
}
