// A page of my messages. Refunds are told with their shop, which is one request more.
import type { MessageView, messagesContract } from '../../contracts/messages';
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
  const orders = await ordersOf(context, page);
  const last = page[page.length - 1];
  const isLast = beyond.length <= MESSAGES_PER_PAGE || last === undefined;
  return succeed({
    messages: page.map((each) => view(each, { isUnread: isUnread(each), orders })),
    unread: messages.filter(isUnread).length,
    ...(isLast ? {} : { next: { at: last.at, id: last.id } }),
  });
};

async function ordersOf({ cloud }: Context, page: readonly Message[]): Promise<readonly Order[]> {
  const ids = new Set(page.flatMap((each) => (each.kind === 'refunded' ? [each.orderId] : [])));
  if (ids.size === 0) return [];
  return cloud.find('orders', { where: { _id: cloud.command.in([...ids]) }, limit: ids.size });
}

function view(
  message: Message,
  { isUnread, orders }: { isUnread: boolean; orders: readonly Order[] },
): MessageView {
  if (message.kind !== 'refunded') return { ...message, isUnread };
  const { entryId, ...rest } = message;
  const { merchantName, cashFen, couponFen } = refundToldOf(orders, { ...rest, entryId });
  return { ...rest, isUnread, merchantName, cashFen, couponFen };
}
