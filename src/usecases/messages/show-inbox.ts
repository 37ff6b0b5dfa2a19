// A page of my messages. Refunds are told with their shop, and coupons of campaigns that have
// expired with what they were: one request more for each.
import type { MessageView, messagesContract } from '../../contracts/messages';
import { campaignIdOf } from '../../domain/coupons/lot';
import { MESSAGES_PER_PAGE, newestFirst, type Message } from '../../domain/messages/inbox';
import type { Order } from '../../domain/orders/order';
import { succeed } from '../../domain/result';
import type { Context } from '../serving/context';
import type { UseCase } from '../serving/serve';
import { readMessages } from './read-messages';
import { refundToldOf } from './refund-told';

export const showInbox: UseCase<typeof messagesContract, 'inbox'> = async (context, { before }) => {
  const { messages, seenAt } = await readMessages(context);
  const isUnread = ({ at }: Message): boolean => at > seenAt;
  const beyond = messages.filter((each) => before === undefined || newestFirst(before, each) < 0);
  const page = beyond.slice(0, MESSAGES_PER_PAGE);
  const [orders, offers] = await Promise.all([ordersOf(context, page), offersOf(context, page)]);
  const last = page[page.length - 1];
  const isLast = beyond.length <= MESSAGES_PER_PAGE || last === undefined;
  return succeed({
    messages: page.map((each) => view(each, { isUnread: isUnread(each), orders, offers })),
    unread: messages.filter(isUnread).length,
    ...(isLast ? {} : { next: { at: last.at, id: last.id } }),
  });
};

async function ordersOf({ cloud }: Context, page: readonly Message[]): Promise<readonly Order[]> {
  const ids = new Set(page.flatMap((each) => (each.kind === 'refunded' ? [each.orderId] : [])));
  if (ids.size === 0) return [];
  return cloud.find('orders', { where: { _id: cloud.command.in([...ids]) }, limit: ids.size });
}

/** Of the campaigns whose coupons have expired, those that gave offers. */
async function offersOf(
  { cloud }: Context,
  page: readonly Message[],
): Promise<ReadonlySet<string>> {
  const ids = new Set(page.flatMap((each) => (each.kind === 'expired' ? campaignsOf(each) : [])));
  if (ids.size === 0) return new Set();
  const where = { _id: cloud.command.in([...ids]) };
  const campaigns = await cloud.find('campaigns', { where, limit: ids.size });
  const offers = campaigns.filter(({ terms }) => terms.benefit.kind !== 'balance');
  return new Set(offers.map(({ id }) => id));
}

function campaignsOf({ lotIds }: { readonly lotIds: readonly string[] }): readonly string[] {
  return lotIds.flatMap((lotId) => campaignIdOf(lotId) ?? []);
}

function view(
  message: Message,
  {
    isUnread,
    orders,
    offers,
  }: { isUnread: boolean; orders: readonly Order[]; offers: ReadonlySet<string> },
): MessageView {
  switch (message.kind) {
    case 'arrived':
    case 'expiring':
      return { ...message, isUnread };
    case 'expired':
      return { ...message, isUnread, hasOffers: campaignsOf(message).some((id) => offers.has(id)) };
    case 'refunded': {
      const { entryId, ...rest } = message;
      return { ...rest, isUnread, ...refundToldOf(orders, { ...rest, entryId }) };
    }
  }
}
