// A ticket as its person sees it.
import type { TicketView } from '../../contracts/account';
import type { Ticket } from '../../domain/tickets/ticket';

export function ticketView({
  requestHash: _requestHash,
  account: _account,
  ...ticket
}: Ticket): TicketView {
  return ticket;
}
