// What people do with bills, for actions to put together.
import type { Merchant } from '../../src/domain/merchants/merchant';
import type { Person } from './town';
import type { Bill, World } from './world';

type Uses = Bill['uses'];

/** How the coupons of a bill are chosen. */
export type Choice = 'best' | 'by-hand' | 'none';

export interface Wish {
  readonly person: Person;
  readonly shop: Merchant;
  readonly amountFen: number;
  readonly choice?: Choice;
  /** Instead of a choice. */
  readonly uses?: Uses;
  /** The same request once more. */
  readonly requestId?: string;
}

/** Most bills are small, some are of a fen, few are huge. */
export function anAmount({ chance }: World): number {
  const draw = chance.next();
  if (draw < 0.06) return chance.whole(1, 40);
  if (draw < 0.85) return chance.size(5_00, 800_00);
  return chance.size(800_00, 20_000_00);
}

export function aChoice({ chance }: World): Choice {
  return chance.pick(['best', 'best', 'best', 'by-hand', 'none']);
}

/** Quotes and places; nothing when it was refused or no answer came. */
export async function place(world: World, wish: Wish): Promise<Bill | undefined> {
  const { person, shop } = wish;
  const { amountFen } = wish;
  const requestId = wish.requestId ?? world.newRequestId();
  const uses = wish.uses ?? (await chosen(world, { ...wish, amountFen }));
  const bill = { requestId, merchantCode: shop.code, amountFen, uses: [...uses] };
  const answer = await world.ask(person, ['orders', 'place'], bill);
  if (answer?.ok !== true) {
    world.say(`${person.openid} cannot place ${amountFen} at ${shop.id}: ${said(answer)}`);
    return undefined;
  }
  const { order, payment } = answer.value;
  const prepayId = payment === null ? {} : { prepayId: payment.prepayId };
  const placed = { orderId: order.id, person, shop, amountFen, requestId, uses, ...prepayId };
  if (wish.requestId === undefined) world.bills.push(placed);
  world.say(
    `${person.openid} places ${order.id}: ${amountFen} at ${shop.id}, ${JSON.stringify(uses)}`,
  );
  return placed;
}

async function chosen(world: World, wish: Wish): Promise<Uses> {
  const { person, shop, amountFen, choice = 'best' } = wish;
  if (choice === 'none') return [];
  const asked = { merchantCode: shop.code, amountFen };
  const quote = await world.ask(person, ['orders', 'quote'], asked);
  if (quote?.ok !== true) return [];
  return choice === 'best' ? quote.value.uses : byHand(world, wish, quote.value.lots);
}

/** Parts of some lots, within what each of them may pay and what the bill has left. */
function byHand(
  { chance }: World,
  { amountFen }: Wish,
  lots: readonly { readonly lot: { readonly id: string }; readonly usableFen: number }[],
): Uses {
  let open = amountFen;
  const uses: { lotId: string; amountFen: number }[] = [];
  for (const { lot, usableFen } of lots) {
    const most = Math.min(usableFen, open);
    if (most < 1 || chance.is(0.3)) continue;
    const part = chance.whole(1, most);
    uses.push({ lotId: lot.id, amountFen: part });
    open -= part;
  }
  return uses;
}

/** Pays in the window and asks whether it has arrived, as the result page does. */
export async function pay(
  world: World,
  bill: Bill,
  outcome: 'pay' | 'pay-lose-reply' = 'pay',
): Promise<void> {
  const { person, prepayId, orderId } = bill;
  if (prepayId === undefined) return;
  world.say(`${person.openid} pays ${orderId}`);
  await world.payInWindow(person, { prepayId, outcome });
  if (world.chance.is(0.4)) {
    await world.ask(person, ['orders', 'get'], { orderId, confirm: true });
  }
  await world.settle();
}

/** Places and pays. */
export async function buy(world: World, wish: Wish): Promise<Bill | undefined> {
  const bill = await place(world, wish);
  if (bill !== undefined) await pay(world, bill);
  return bill;
}

/** An answer as a line of the history. */
export function said(
  answer: { readonly ok: boolean; readonly error?: unknown } | undefined,
): string {
  if (answer === undefined) return 'no answer';
  return answer.ok ? 'yes' : JSON.stringify(answer.error);
}
