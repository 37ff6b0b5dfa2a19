// Fills an empty local cloud with the demo: sites, shops, and the history of their customers,
// played through the real functions while the cloud's clock moves from purchase to purchase.
import type { accountContract } from '../src/contracts/account';
import type { Answer } from '../src/contracts/contract';
import type { merchantContract } from '../src/contracts/merchant';
import type { ordersContract } from '../src/contracts/orders';
import type { CouponUse } from '../src/contracts/values';
import type { Merchant } from '../src/domain/merchants/merchant';
import { DAY, HOUR, MINUTE, SECOND, startOfNextDay } from '../src/domain/time';
import type { LocalCloud } from '../src/localcloud';
import { toDocument } from '../src/wxcloud/documents';
import { accountOf } from '../src/wxcloud/identity';
import { CLAIMED_BY_LIN, demoCampaigns, spendBackMoment } from './campaigns';
import { planHistory } from './history';
import { DEMO_MERCHANTS } from './merchants';
import { DEMO_PEOPLE } from './people';
import type { PlannedPurchase } from './planned-purchase';
import { planArrivals, type PlannedArrival } from './planned-arrivals';
import { claimCampaigns, openCampaigns, OPERATOR } from './play-campaigns';
import { planRefund, type PlannedRefund } from './planned-refund';
import { DEMO_SITES } from './sites';

interface SeedOptions {
  /** Must be empty or absent. */
  readonly dataDir: string;
  /** Starts the product's cloud on a clock that stands still until it is moved. */
  readonly startCloud: (options: {
    readonly port: number;
    readonly dataDir: string;
    readonly policy: 'demo';
    readonly operators: string;
    readonly clock: string;
  }) => Promise<LocalCloud>;
  /** Where the history ends, milliseconds since 1970; the machine's time unless given. */
  readonly now?: number;
}

/** Plays the demo and closes the cloud; the folder then holds what a cloud would have kept. */
export async function seedDemo({
  dataDir,
  startCloud,
  now = Date.now(),
}: SeedOptions): Promise<void> {
  const plan = planHistory(now);
  const clock = isoOf((plan[0]?.at ?? now) - HOUR);
  const cloud = await startCloud({
    ...{ port: 0, dataDir, policy: 'demo', clock },
    operators: accountOf(OPERATOR),
  });
  try {
    cloud.importDocuments('sites', DEMO_SITES.map(toDocument));
    cloud.importDocuments('merchants', withAnnouncedRate(DEMO_MERCHANTS, now).map(toDocument));
    await play(cloud, plan, now);
  } finally {
    await cloud.close();
  }
}

/** 浅山茶铺 has announced a higher rate for a day of next week. */
const ANNOUNCING_SHOP = 'm-hz-014';
const ANNOUNCED_BPS = 1200;
const ANNOUNCED_AHEAD = 6 * DAY;

function withAnnouncedRate(shops: readonly Merchant[], now: number): Merchant[] {
  const announced = { bps: ANNOUNCED_BPS, from: startOfNextDay(now + ANNOUNCED_AHEAD) };
  return shops.map((shop) =>
    shop.id === ANNOUNCING_SHOP ? { ...shop, rates: [...shop.rates, announced] } : shop,
  );
}

/** 林晓 left a bill unpaid this long ago, and has just placed another. */
const FORGOTTEN = 26 * HOUR;
const JUST_NOW = 50 * SECOND;
const forgottenBill: Bill = { openid: 'demo-lin', merchantId: 'm-hz-014', amountFen: 36_00 };
const openBill: Bill = { openid: 'demo-lin', merchantId: 'm-hz-011', amountFen: 128_00 };

/** Campaigns are opened so long before the purchase that gives coupons back. */
const OPENED_BEFORE = 2 * MINUTE;

async function play(cloud: LocalCloud, plan: readonly PlannedPurchase[], now: number) {
  const openedAt = spendBackMoment(now) - OPENED_BEFORE;
  const isBefore = ({ at }: PlannedPurchase) => at < now - FORGOTTEN;
  const events = { refund: planRefund(plan), arrivals: planArrivals(plan) };
  await playPurchases(cloud, plan.filter(isBefore), events);
  await moveTo(cloud, now - FORGOTTEN);
  await place(cloud, forgottenBill, { requestId: 'demo-forgotten-bill', uses: [] });
  const later = plan.filter((purchase) => !isBefore(purchase));
  const isCampaignless = ({ at }: PlannedPurchase) => at < openedAt;
  await playPurchases(cloud, later.filter(isCampaignless), events);
  await moveTo(cloud, openedAt);
  await openCampaigns(cloud, demoCampaigns(now, openedAt));
  const last = later.filter((purchase) => !isCampaignless(purchase));
  await playPurchases(cloud, last, events);
  await moveTo(cloud, now - JUST_NOW);
  const uses = await chooseCoupons(cloud, openBill, 0.3);
  await place(cloud, openBill, { requestId: 'demo-bill-of-just-now', uses });
  await claimCampaigns(cloud, 'demo-lin', CLAIMED_BY_LIN);
  await moveTo(cloud, now);
}

async function playPurchases(
  cloud: LocalCloud,
  plan: readonly PlannedPurchase[],
  { refund, arrivals }: { refund: PlannedRefund; arrivals: readonly PlannedArrival[] },
): Promise<void> {
  for (const together of momentsOf(plan)) {
    await moveTo(cloud, together.at(-1)?.at ?? 0);
    for (const arrival of arrivals) {
      if (together.includes(arrival.purchase)) await arrive(cloud, arrival);
    }
    await Promise.all(together.map((purchase) => buy(cloud, purchase)));
    // Every callback has ended when the clock has moved.
    await cloud.advanceClock(1);
    if (together.includes(refund.purchase)) await giveBack(cloud, refund);
  }
}

const AT_ONCE = 2;

/**
 * Purchases that happen at once, at the time of the last: the crowd shops when the next person
 * does whose orders somebody may look at. Nobody is in a moment twice, and so few are in it that
 * few instances of the functions start.
 */
function momentsOf(plan: readonly PlannedPurchase[]): PlannedPurchase[][] {
  const moments: PlannedPurchase[][] = [];
  let together: PlannedPurchase[] = [];
  for (const purchase of plan) {
    const isAgain = together.some(({ openid }) => openid === purchase.openid);
    const last = together.at(-1);
    const isFull = together.length === AT_ONCE;
    if (isAgain || isFull || (last !== undefined && isCharacter(last))) {
      moments.push(together);
      together = [];
    }
    together.push(purchase);
  }
  return [...moments, together].filter((moment) => moment.length > 0);
}

function isCharacter({ openid }: PlannedPurchase): boolean {
  return DEMO_PEOPLE.some((person) => person.openid === openid);
}

async function buy(cloud: LocalCloud, purchase: PlannedPurchase): Promise<void> {
  const { at, openid, couponShare } = purchase;
  const uses = couponShare === 0 ? [] : await chooseCoupons(cloud, purchase, couponShare);
  const payment = await place(cloud, purchase, { requestId: `demo-purchase-${at}`, uses });
  if (payment !== null) await pay(cloud, openid, payment.prepayId);
}

interface Bill {
  readonly openid: string;
  readonly merchantId: string;
  readonly amountFen: number;
}

/** Runs the timers that come due on the way: dividends and the sweep of open payments. */
async function moveTo(cloud: LocalCloud, at: number): Promise<void> {
  await cloud.setClock(isoOf(at));
}

/** The coupons that the cloud would choose, and of each the share. */
async function chooseCoupons(cloud: LocalCloud, bill: Bill, share: number): Promise<CouponUse[]> {
  const input = { merchantCode: codeOf(bill), amountFen: bill.amountFen };
  const { uses } = await callOrders(cloud, bill.openid, { action: 'quote', input });
  return uses
    .map(({ lotId, amountFen }) => ({ lotId, amountFen: Math.floor(amountFen * share) }))
    .filter(({ amountFen }) => amountFen > 0);
}

async function place(
  cloud: LocalCloud,
  bill: Bill,
  { requestId, uses }: { requestId: string; uses: readonly CouponUse[] },
) {
  const input = { requestId, merchantCode: codeOf(bill), amountFen: bill.amountFen, uses };
  return (await callOrders(cloud, bill.openid, { action: 'place', input })).payment;
}

async function pay(cloud: LocalCloud, openid: string, prepayId: string): Promise<void> {
  const answer = await fetch(`${cloud.url}/cashier/${prepayId}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-openid': openid },
    body: JSON.stringify({ outcome: 'pay' }),
  });
  if (!answer.ok) throw new Error(`the cashier answered ${answer.status}: ${await answer.text()}`);
}

async function arrive(cloud: LocalCloud, { purchase, merchantId, by }: PlannedArrival) {
  const { openid } = purchase;
  const event = { action: 'visit', input: { merchantCode: codeOf({ merchantId }), by } };
  const answer = (await cloud.call('account', event, { openid })) as Visited;
  if (!answer.ok) throw new Error(`${openid} visit: ${JSON.stringify(answer.error)}`);
}

type Visited = Answer<typeof accountContract, 'visit'>;

async function giveBack(cloud: LocalCloud, refund: PlannedRefund): Promise<void> {
  const { purchase, at, amountFen, reason, by } = refund;
  await moveTo(cloud, at);
  const bill = { merchantCode: codeOf(purchase) };
  const { orders } = await callOrders(cloud, purchase.openid, { action: 'list', input: bill });
  const [order] = orders;
  if (order === undefined) throw new Error(`no order of ${isoOf(purchase.at)} to be refunded`);
  const input = { requestId: 'demo-refund-of-noodles', orderId: order.id, amountFen, reason };
  const event = { action: 'refund', input };
  const answer = (await cloud.call('merchant', event, { openid: by })) as Refunded;
  if (!answer.ok) throw new Error(`${by} refund: ${JSON.stringify(answer.error)}`);
}

type Refunded = Answer<typeof merchantContract, 'refund'>;
type Orders = typeof ordersContract;
type Done<A extends 'quote' | 'place' | 'list'> = Extract<Answer<Orders, A>, { ok: true }>['value'];

/** Calls the function as the app does; the demo's own purchases must never be refused. */
async function callOrders<A extends 'quote' | 'place' | 'list'>(
  cloud: LocalCloud,
  openid: string,
  call: { readonly action: A; readonly input: object },
): Promise<Done<A>> {
  const answer = (await cloud.call('orders', call, { openid })) as Answer<Orders, A>;
  if (!answer.ok) throw new Error(`${openid} ${call.action}: ${JSON.stringify(answer.error)}`);
  return answer.value;
}

function codeOf({ merchantId }: Pick<Bill, 'merchantId'>): string {
  const shop = DEMO_MERCHANTS.find(({ id }) => id === merchantId);
  if (shop === undefined) throw new Error(`no shop ${merchantId}`);
  return shop.code;
}

function isoOf(at: number): string {
  return new Date(at).toISOString();
}
