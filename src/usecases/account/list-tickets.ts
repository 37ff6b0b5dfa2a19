// A person's questions and complaints, newest first: one request.
import type { accountContract } from '../../contracts/account';
import { succeed } from '../../domain/result';
import type { UseCase } from '../serving/serve';
import { ticketView } from './ticket-view';

const MOST_TICKETS = 50;

export const listTickets: UseCase<typeof accountContract, 'listTickets'> = async ({
  cloud,
  account,
}) => {
  const tickets = await cloud.find('tickets', {
    where: { account },
    orderBy: [['createdAt', 'desc']],
    limit: MOST_TICKETS,
  });
  return succeed({ tickets: tickets.map(ticketView) });
};
