// The id that a question is filed under. It stays over every retry of the same text, so that one
// whose answer was lost is not filed twice, and is new for every other.
import type { InputOf } from '../../cloud/types';

export type Filing = InputOf<'account', 'fileTicket'>;
export type Draft = Omit<Filing, 'requestId'>;

export interface TicketRequest {
  readonly requestId: string;
  /** What was written, for comparing. */
  readonly body: string;
}

export function ticketRequestFor(
  { kind, text, orderId }: Draft,
  { before, newId }: { readonly before: TicketRequest | undefined; readonly newId: () => string },
): TicketRequest {
  const body = JSON.stringify([kind, text, orderId ?? null]);
  return before?.body === body ? before : { requestId: newId(), body };
}
