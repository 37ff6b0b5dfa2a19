// Opens a campaign for the platform: its terms are checked, its budget is put aside, its counters
// and its shops know of it, all in one transaction.
import type { campaignsContract } from '../../contracts/campaigns';
import type { ErrorCode, Failure, Input, Output } from '../../contracts/contract';
import type { Campaign } from '../../domain/campaigns/campaign';
import { countersOf } from '../../domain/campaigns/counters';
import { budgetOf, campaignEntry, checkCampaign } from '../../domain/campaigns/open';
import type { NamedShop } from '../../domain/coupons/lot';
import type { Merchant } from '../../domain/merchants/merchant';
import { basisPoints, fen } from '../../domain/money/amounts';
import { fail, invariant, succeed, type Result } from '../../domain/result';
import type { Transaction } from '../../wxcloud/database';
import { stableId } from '../../wxcloud/identity';
import { abort, commit, type Decision } from '../../wxcloud/transact';
import { merchantByCode } from '../nearby/find-merchant-by-code';
import { orBusy } from '../serving/busy';
import type { Context } from '../serving/context';
import type { UseCase } from '../serving/serve';
import { putAside } from './budgets';
import { campaignView } from './campaign-view';

type OpenInput = Input<typeof campaignsContract, 'open'>;
type OpenError = Failure<ErrorCode<typeof campaignsContract, 'open'>>;
type Opened = Result<null, OpenError>;

interface Opening {
  readonly context: Context;
  readonly campaign: Campaign;
  readonly shops: readonly Merchant[];
}

export const openCampaign: UseCase<typeof campaignsContract, 'open'> = async (context, input) => {
  if (!context.operators.includes(context.account)) return fail({ code: 'forbidden' });
  const shops = await shopsOf(context, input.shopCodes);
  const issuer = await shopsOf(context, input.issuerCode === undefined ? [] : [input.issuerCode]);
  if (shops === undefined || issuer === undefined) return fail({ code: 'merchant-not-found' });
  const campaign = campaignOf(context, { input, shops, issuer: issuer[0] });
  const before = await context.cloud.get('campaigns', campaign.id);
  if (before !== undefined) return openedBefore(before, campaign);
  const checked = checkCampaign(campaign);
  if (!checked.ok) return checked;
  const done = await context.cloud.transact((transaction, at) =>
    open(transaction, { opening: { context, campaign, shops }, at }),
  );
  if (done.ok && done.value.ok) return succeed({ campaign: campaignView(campaign, undefined) });
  // A commit whose reply was lost is tried again, and fails: it stands all the same.
  const stands = await context.cloud.get('campaigns', campaign.id);
  if (stands !== undefined) return openedBefore(stands, campaign);
  const refused = orBusy(done);
  invariant(!refused.ok, `${campaign.id} is opened`);
  return refused;
};

/** Undefined when one of them does not exist. */
async function shopsOf(
  context: Context,
  codes: readonly string[],
): Promise<Merchant[] | undefined> {
  const found = await Promise.all(codes.map((code) => merchantByCode(context, code)));
  return found.some((shop) => shop === undefined) ? undefined : found.flatMap((shop) => shop ?? []);
}

function named({ id, code, name }: Merchant): NamedShop {
  return { id, code, name };
}

/** The campaign that is asked for; amounts of the contract become the rules' own. */
function campaignOf(
  { account }: Context,
  {
    input,
    shops,
    issuer,
  }: { input: OpenInput; shops: readonly Merchant[]; issuer: Merchant | undefined },
): Campaign {
  const { requestId, name, kind, fundedBy, siteId, startsAt, endsAt, total, perPerson } = input;
  return {
    id: `c-${stableId(account, requestId).slice(0, 16)}`,
    ...{ name, kind, fundedBy, siteId, startsAt, endsAt, total, perPerson },
    ...(issuer === undefined ? {} : { issuer: named(issuer) }),
    shops: shops.map(named),
    terms: termsOf(input),
    ...(input.spendBack === undefined
      ? {}
      : {
          spendBack: {
            backBps: basisPoints(input.spendBack.backBps),
            ceilingFen: fen(input.spendBack.ceilingFen),
          },
        }),
    ...(input.awayDays === undefined ? {} : { awayDays: input.awayDays }),
    isStopped: false,
  };
}

function termsOf(input: OpenInput): Campaign['terms'] {
  const { scope, channels, validDays, validUntil, windows } = input;
  return {
    benefit: benefitOf(input.benefit),
    ...{ scope, channels, validDays, validUntil },
    minSpendFen: fen(input.minSpendFen),
    maxShareBps: basisPoints(input.maxShareBps),
    ...(windows === undefined ? {} : { windows }),
  };
}

function benefitOf(benefit: OpenInput['benefit']): Campaign['terms']['benefit'] {
  switch (benefit.kind) {
    case 'balance':
      return { kind: 'balance', faceFen: fen(benefit.faceFen) };
    case 'money-off':
      return { kind: 'money-off', offFen: fen(benefit.offFen) };
    case 'percentage':
      return {
        kind: 'percentage',
        offBps: basisPoints(benefit.offBps),
        ceilingFen: fen(benefit.ceilingFen),
      };
    case 'free-delivery':
      return { kind: 'free-delivery', ceilingFen: fen(benefit.ceilingFen) };
  }
}

function openedBefore(
  before: Campaign,
  campaign: Campaign,
): Result<Output<typeof campaignsContract, 'open'>, OpenError> {
  const asked = { ...campaign, isStopped: before.isStopped };
  return sameText(before) === sameText(asked)
    ? succeed({ campaign: campaignView(before, undefined) })
    : fail({ code: 'request-id-reused' });
}

/** All of a campaign, with its fields in an order of their own: the cloud keeps none. */
function sameText(campaign: Campaign): string {
  return JSON.stringify(campaign, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

async function open(
  transaction: Transaction,
  { opening, at }: { opening: Opening; at: number },
): Promise<Decision<Opened>> {
  const { context, campaign, shops } = opening;
  const entry = campaignEntry(campaign, at);
  if (entry !== undefined) {
    const isCovered = await putAside(transaction, { world: context, campaign, at });
    if (!isCovered) {
      return abort(fail({ code: 'budget-not-covered', budgetFen: budgetOf(campaign) }));
    }
    await transaction.add('journal', entry);
  }
  await transaction.add('campaigns', campaign);
  for (const counter of countersOf(campaign)) await transaction.add('counters', counter);
  await tellShops(transaction, { campaign, shops, at });
  return commit(succeed(null));
}

/** A shop's document carries what its bills have by themselves, so a quote asks nothing more. */
async function tellShops(
  transaction: Transaction,
  { campaign, shops, at }: { campaign: Campaign; shops: readonly Merchant[]; at: number },
): Promise<void> {
  if (campaign.kind !== 'automatic' && campaign.kind !== 'spend-back') return;
  for (const shop of shops) {
    const stored = (await transaction.get('merchants', shop.id)) ?? shop;
    const others = (stored.campaigns ?? []).filter(({ endsAt }) => endsAt > at);
    await transaction.set('merchants', { ...stored, campaigns: [...others, campaign] });
  }
}
