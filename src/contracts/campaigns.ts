// `campaigns`: coupons to claim, and what shops give by themselves.
import * as z from 'zod';
import { defineContract, type DeepReadonly } from './contract';
import {
  amountFen,
  benefit,
  channels,
  instant,
  lotScope,
  lotView,
  merchantCode,
  namedShop,
  requestId,
  timeWindow,
} from './values';

const campaignKind = z.enum(['claim', 'win-back', 'automatic', 'spend-back']);
const campaignFunder = z.enum(['activity', 'issuer', 'acceptor']);
const campaignId = z.string().regex(/^c-[0-9a-z-]{1,40}$/);
/** Balance is spent in parts; of spend-back its amount is what each bill gives. */
const campaignBenefit = z.discriminatedUnion('kind', [
  ...benefit.options,
  z.strictObject({ kind: z.literal('balance'), faceFen: amountFen }),
]);

/** What is decided when a campaign is opened. */
const terms = z.strictObject({
  name: z.string().trim().min(1).max(20),
  kind: campaignKind,
  fundedBy: campaignFunder,
  benefit: campaignBenefit,
  scope: lotScope,
  channels,
  minSpendFen: amountFen,
  maxShareBps: z.int().min(1).max(10_000),
  windows: z.array(timeWindow).min(1).max(7).optional(),
  /** Whole days after the day of the claim, never beyond `validUntil`. */
  validDays: z.int().min(1).max(366),
  validUntil: instant,
  startsAt: instant,
  endsAt: instant,
  total: z.int().min(1),
  perPerson: z.int().min(1),
  spendBack: z
    .strictObject({ backBps: z.int().min(1).max(10_000), ceilingFen: amountFen })
    .optional(),
  awayDays: z.int().min(1).max(366).optional(),
});

export const campaignView = terms.extend({
  id: campaignId,
  siteId: z.string(),
  /** None: all shops of the site. */
  shops: z.array(namedShop),
  /** Who has started it and pays for it; absent: the platform, or each shop for its own. */
  issuer: namedShop.optional(),
  isStopped: z.boolean(),
  /** How often I have claimed of it. */
  claimed: z.int(),
});
export type CampaignView = DeepReadonly<z.output<typeof campaignView>>;

export const campaignsContract = defineContract({
  name: 'campaigns',
  actions: {
    /**
     * What can be claimed or is given now, of a site or of one shop, ending soonest first, at most
     * 100. Whether one is gone shows when it is claimed, since its counters are not read here.
     */
    list: {
      input: z.union([
        z.strictObject({ siteId: z.string().min(1).max(40) }),
        z.strictObject({ merchantCode }),
      ]),
      output: z.strictObject({ campaigns: z.array(campaignView) }),
      errors: ['merchant-not-found'],
    },
    /** Takes one coupon. The same requestId is the same coupon. */
    claim: {
      input: z.strictObject({ requestId, campaignId }),
      output: z.strictObject({ lot: lotView }),
      errors: [
        'campaign-not-found',
        'campaign-not-open',
        'not-for-you',
        'claimed-enough',
        'coupons-gone',
      ],
    },
    /**
     * Opens a campaign and puts its budget aside; for the platform's operators. The same requestId
     * is the same campaign. `rule` of `campaign-invalid` names the first rule that it breaks.
     */
    open: {
      input: terms.extend({
        requestId,
        siteId: z.string().min(1).max(40),
        shopCodes: z.array(merchantCode).max(10),
        issuerCode: merchantCode.optional(),
      }),
      output: z.strictObject({ campaign: campaignView }),
      errors: [
        'forbidden',
        'merchant-not-found',
        'request-id-reused',
        'campaign-invalid',
        'budget-not-covered',
      ],
    },
    /** Ends a campaign before its time; coupons that people hold stay. For operators. */
    stop: {
      input: z.strictObject({ campaignId }),
      output: z.strictObject({ campaign: campaignView }),
      errors: ['forbidden', 'campaign-not-found'],
    },
  },
});
