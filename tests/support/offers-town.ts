// The town of the fixture with an offer of each kind, and lin with a coupon of 1.00.
import type { CampaignView } from '../../src/contracts/campaigns';
import { borneBy, openCampaign } from './campaigns';
import type { CloudClient } from './cloud-client';
import { fruitShop, lin, noodleShop } from './fixture';

/** Those that are claimed. */
export interface Offers {
  /** 5 % off anywhere, at most 3.00, paid by the platform. */
  readonly welcome: CampaignView;
  /** 4.00 off 30.00 at either shop, each at its own cost. */
  readonly joint: CampaignView;
  /** For guests of the fruit shop who have not come for 30 days. */
  readonly winBack: CampaignView;
  /** One of one. */
  readonly rare: CampaignView;
}

/** In a cloud that was started with `operators`, on its Monday morning. */
export async function openOffers(cloud: CloudClient): Promise<Offers> {
  // 1000.00 at 20 % earn the first coupon of 1.00, and the platform 18.00 for its campaigns.
  await cloud.buy({ openid: lin, merchantCode: fruitShop.code, amountFen: 100_000 });
  await cloud.giveOutDividends();
  await openWhatComesByItself(cloud);
  return {
    welcome: await openCampaign(cloud, {
      name: '开城礼',
      benefit: { kind: 'percentage', offBps: 500, ceilingFen: 300 },
    }),
    joint: await openCampaign(cloud, {
      ...{ name: '两家联合券', ...borneBy(noodleShop, fruitShop), minSpendFen: 3000 },
      benefit: { kind: 'money-off', offFen: 400 },
    }),
    winBack: await openCampaign(cloud, {
      ...{ name: '好久不见', kind: 'win-back', awayDays: 30, ...borneBy(fruitShop) },
      ...{ benefit: { kind: 'money-off', offFen: 500 }, minSpendFen: 2000 },
    }),
    rare: await openCampaign(cloud, {
      ...{ name: '只有一张', total: 1, ...borneBy(fruitShop) },
      ...{ benefit: { kind: 'money-off', offFen: 100 }, minSpendFen: 1000 },
    }),
  };
}

/** At the noodle shop: 10 % off on weekday mornings, and 10 % back in its own coupons. */
async function openWhatComesByItself(cloud: CloudClient): Promise<void> {
  await openCampaign(cloud, {
    ...{ name: '上午九折', kind: 'automatic', ...borneBy(noodleShop) },
    benefit: { kind: 'percentage', offBps: 1000, ceilingFen: 1000 },
    windows: [{ weekdays: [1, 2, 3, 4, 5], fromMinute: 540, untilMinute: 720 }],
  });
  await openCampaign(cloud, {
    ...{ name: '吃面返券', kind: 'spend-back', ...borneBy(noodleShop), maxShareBps: 2000 },
    benefit: { kind: 'balance', faceFen: 500 },
    spendBack: { backBps: 1000, ceilingFen: 500 },
  });
}
