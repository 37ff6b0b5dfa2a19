// What people bought in the last weeks: a plan that demo/seed.ts plays through the real functions.
import type { Category } from '../src/domain/merchants/category';
import type { Merchant } from '../src/domain/merchants/merchant';
import { DAY, HOUR, MINUTE, startOfNextDay } from '../src/domain/time';
import { SPEND_BACK_SHOP_ID, spendBackMoment } from './campaigns';
import { DEMO_MERCHANTS } from './merchants';
import { stopBeforePeriod } from './next-period';
import { HABITS, type Habit } from './people';
import type { PlannedPurchase } from './planned-purchase';
import { pick, seededRandom, type Random } from './random';

const HISTORY_DAYS = 45;
/** The last purchase lies at least so far back. */
const QUIET = 2 * HOUR;
/** No two purchases are closer: each has its own moment on the seed's clock. */
const APART = 3 * MINUTE;
const SPEND_BACK_BILL_FEN = 42_00;

/** The purchases of the 45 days before `now`, oldest first; the same for the same `now`. */
export function planHistory(now: number): PlannedPurchase[] {
  const habits = HABITS.flatMap((habit) => planOf(habit, now));
  const plan = [...habits, fruitThatGivesBack(now)].sort((a, b) => a.at - b.at);
  return stopBeforePeriod(keepApart(plan));
}

/** 林晓's purchase at the shop that gives coupons back, once its campaign is open. */
function fruitThatGivesBack(now: number): PlannedPurchase {
  const at = Math.floor(spendBackMoment(now) / 1000) * 1000;
  const bill = { merchantId: SPEND_BACK_SHOP_ID, amountFen: SPEND_BACK_BILL_FEN };
  return { at, openid: 'demo-lin', ...bill, couponShare: 0 };
}

function planOf(habit: Habit, now: number): PlannedPurchase[] {
  const random = seededRandom(`history of ${habit.openid}`);
  const shops = DEMO_MERCHANTS.filter(
    ({ id, siteId, state }) =>
      siteId === habit.siteId && state === 'active' && id !== habit.ownShop,
  );
  const favourites = DEMO_MERCHANTS.filter(({ id }) => habit.favourites.includes(id));
  return Array.from({ length: habit.purchases }, () => {
    const isHabit = favourites.length > 0 && random() < 0.75;
    const merchant = chooseShop(isHabit ? favourites : shops, random);
    return {
      at: momentAt(merchant, now, random),
      openid: habit.openid,
      merchantId: merchant.id,
      amountFen: amountAt(merchant, random),
      couponShare: random() * 10 < habit.couponTenths ? habit.couponShare : 0,
    };
  });
}

/** Above this average a visit becomes rarer, in proportion. */
const EVERYDAY_FEN = 45_00;

/** One of the shops; people go for hotpot less often than for tea. */
function chooseShop(shops: readonly Merchant[], random: Random): Merchant {
  const shop = pick(shops, random);
  return random() < EVERYDAY_FEN / shop.averageSpendFen ? shop : chooseShop(shops, random);
}

/** A moment while the shop is open, on one of the days before; more often lately. */
function momentAt({ openingHours }: Merchant, now: number, random: Random): number {
  const daysBack = 1 + Math.floor((HISTORY_DAYS - 1) * random() ** 1.2);
  const midnight = startOfNextDay(now - (daysBack + 1) * DAY);
  const { opensMinute, closesMinute } = openingHours;
  const share = 0.08 + 0.84 * ((random() + random()) / 2);
  const moment = midnight + (opensMinute + (closesMinute - opensMinute) * share) * MINUTE;
  const past = moment > now - QUIET ? moment - DAY : moment;
  return Math.floor(past / 1000) * 1000;
}

/** What a counter rounds a bill to, in fen. */
const ROUNDED_TO: Readonly<Record<Category, number>> = {
  fruit: 10,
  restaurant: 100,
  hotpot: 100,
  tea: 100,
  bakery: 50,
  grocery: 10,
  pharmacy: 50,
  hair: 100,
  laundry: 100,
  flowers: 100,
};

/** A bill around what is usual in the shop: half of them below, some of them twice that. */
function amountAt({ averageSpendFen, category }: Merchant, random: Random): number {
  const lean = (random() + random() + random()) / 1.5 - 1;
  const step = ROUNDED_TO[category];
  return Math.max(step, Math.round((averageSpendFen * 2 ** lean) / step) * step);
}

/** Moves purchases on until each has its own moment. */
function keepApart(plan: readonly PlannedPurchase[]): PlannedPurchase[] {
  let latest = -Infinity;
  return plan.map((purchase) => {
    latest = Math.max(purchase.at, latest + APART);
    return { ...purchase, at: latest };
  });
}
