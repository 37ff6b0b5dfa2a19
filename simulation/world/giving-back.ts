// What shops do with bills that are to be given back.
import type { Answer } from '../../src/contracts/contract';
import type { merchantContract } from '../../src/contracts/merchant';
import type { OrderDocument } from '../auditor/documents';
import { said } from './shopping';
import type { Person } from './town';
import type { World } from './world';

export interface GivingBack {
  readonly by: Person;
  readonly order: OrderDocument;
  readonly amountFen: number;
  readonly requestId: string;
}

/** Orders that may be given back, as the store has them. */
export function refundable(world: World): OrderDocument[] {
  return world
    .look()
    .orders.filter(({ state }) => state === 'completed' || state === 'partly-refunded');
}

/** Somebody who works at the shop, or the platform. */
export function whoMay({ town, chance }: World, { merchant }: OrderDocument): Person {
  const staff = town.shops.find(({ id }) => id === merchant.id)?.staff ?? [];
  const those = town.people.filter(({ account }) => staff.includes(account));
  return chance.pick(those.length === 0 || chance.is(0.1) ? town.operators : those);
}

export async function giveBack(
  world: World,
  { by, order, amountFen, requestId }: GivingBack,
): Promise<Answer<typeof merchantContract, 'refund'> | undefined> {
  const { _id: orderId } = order;
  const asked = { requestId, orderId, amountFen, reason: '不新鲜' };
  const answer = await world.ask(by, ['merchant', 'refund'], asked);
  world.say(`${by.openid} gives ${amountFen} of ${orderId} back: ${said(answer)}`);
  return answer;
}
