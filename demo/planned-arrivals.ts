// Through which shops' codes people of the demo have come: everybody through that of the first shop,
// whose fan that makes them, 林晓 through the noodle shop's, and 唐果 once through its entry code.
import type { PlannedPurchase } from './planned-purchase';
import { NOODLE_SHOP_ID } from './people';

export interface PlannedArrival {
  /** The purchase that follows at once. */
  readonly purchase: PlannedPurchase;
  /** Whose code it is. */
  readonly merchantId: string;
  readonly by: 'shop-code' | 'entry-code';
}

/** So many purchases before her last one. */
const ENTRY_BEFORE_LAST = 4;

export function planArrivals(plan: readonly PlannedPurchase[]): PlannedArrival[] {
  const people = [...new Set(plan.map(({ openid }) => openid))];
  const first = people.flatMap((openid) => {
    const purchase = plan.find((each) => each.openid === openid && isChosen(each));
    return purchase === undefined ? [] : [purchase];
  });
  return [
    ...first.map((purchase) => ({
      ...{ purchase, merchantId: purchase.merchantId, by: 'shop-code' as const },
    })),
    entryOf(plan),
  ];
}

/** 林晓 scanned no code before that of her noodle shop. */
function isChosen({ openid, merchantId }: PlannedPurchase): boolean {
  return openid !== 'demo-lin' || merchantId === NOODLE_SHOP_ID;
}

function entryOf(plan: readonly PlannedPurchase[]): PlannedArrival {
  const elsewhere = plan.filter(
    ({ openid, merchantId }) => openid === 'demo-tang' && merchantId !== NOODLE_SHOP_ID,
  );
  const purchase = elsewhere.at(-1 - ENTRY_BEFORE_LAST);
  if (purchase === undefined) throw new Error('the plan has no purchase that a code brings');
  return { purchase, merchantId: NOODLE_SHOP_ID, by: 'entry-code' };
}
