// Files a question or a complaint. The id comes from account and requestId, so asking again finds
// the same ticket.
import type { accountContract } from '../../contracts/account';
import type { Input } from '../../contracts/contract';
import { fail, succeed } from '../../domain/result';
import { answerDue, MAX_OPEN_TICKETS, type Ticket } from '../../domain/tickets/ticket';
import { commit } from '../../wxcloud/transact';
import { stableId } from '../../wxcloud/identity';
import { findOwnOrder } from '../orders/find-order';
import { orBusy } from '../serving/busy';
import type { Context } from '../serving/context';
import type { UseCase } from '../serving/serve';
import { ticketView } from './ticket-view';

type Filing = Input<typeof accountContract, 'fileTicket'>;

export const fileTicket: UseCase<typeof accountContract, 'fileTicket'> = async (context, input) => {
  const { cloud, account } = context;
  const { orderId } = input;
  if (orderId !== undefined) {
    const found = await findOwnOrder(cloud, { orderId, account });
    if (!found.ok) return found;
  }
  const ticket = newTicket(context, input);
  const before = await cloud.get('tickets', ticket.id);
  if (before !== undefined) return asBefore(before, ticket);
  const open = await cloud.find('tickets', {
    where: { account, state: 'open' },
    limit: MAX_OPEN_TICKETS,
  });
  if (open.length >= MAX_OPEN_TICKETS) return fail({ code: 'too-many-tickets' });
  return add(context, ticket);
};

async function add(context: Context, ticket: Ticket) {
  const done = await context.cloud.transact(async (transaction) => {
    await transaction.add('tickets', ticket);
    return commit(null);
  });
  if (done.ok || done.error.code !== 'duplicate') {
    orBusy(done);
    return succeed({ ticket: ticketView(ticket) });
  }
  return asBefore((await context.cloud.get('tickets', ticket.id)) ?? ticket, ticket);
}

function asBefore(before: Ticket, ticket: Ticket) {
  return before.requestHash === ticket.requestHash
    ? succeed({ ticket: ticketView(before) })
    : fail({ code: 'request-id-reused' as const });
}

function newTicket({ account, now }: Context, { requestId, kind, text, orderId }: Filing): Ticket {
  const createdAt = now();
  return {
    id: stableId(account, requestId),
    requestHash: stableId(JSON.stringify([kind, text, orderId])),
    ...{ account, kind, text, createdAt },
    ...(orderId === undefined ? {} : { orderId }),
    state: 'open',
    dueAt: answerDue(kind, createdAt),
  };
}
