// Files what was written: once, however often it has to be sent.
import { useRef } from 'react';
import {
  ticketRequestFor,
  type Draft,
  type TicketRequest,
} from '../../../features/tickets/ticket-request';
import { newRequestId } from '../../../queries/request-id';
import { useFileTicket } from '../../../queries/use-file-ticket';

export function useFiling() {
  const { mutate, data, error, isPending } = useFileTicket();
  const request = useRef<TicketRequest>(undefined);
  // Two taps can come before the page is drawn again.
  const isRunning = useRef(false);
  return {
    filed: data?.ticket,
    failure: error,
    isBusy: isPending,
    file: (draft: Draft): void => {
      if (isRunning.current) return;
      isRunning.current = true;
      request.current = ticketRequestFor(draft, { before: request.current, newId: newRequestId });
      const { requestId } = request.current;
      mutate(
        { ...draft, requestId },
        {
          onSettled: () => {
            isRunning.current = false;
          },
        },
      );
    },
  };
}
