// The id that a bill is placed under. It stays over every retry of the same bill, so that a bill
// whose answer was lost is not placed twice, and is new for every other bill.
import type { InputOf } from '../../cloud/types';

export type PlaceInput = InputOf<'orders', 'place'>;
export type AskedOrder = Omit<PlaceInput, 'requestId'>;

export interface BillRequest {
  readonly requestId: string;
  /** The bill in writing, for comparing. */
  readonly body: string;
}

/** The request of a bill: the one before when it is the same bill, else one with a new id. */
export function requestFor(
  asked: AskedOrder,
  { before, newId }: { readonly before: BillRequest | undefined; readonly newId: () => string },
): BillRequest {
  const { merchantCode, table, amountFen, uses } = asked;
  const body = JSON.stringify([
    merchantCode,
    table ?? null,
    amountFen,
    uses.map((use) => [use.lotId, use.amountFen]),
  ]);
  return before?.body === body ? before : { requestId: newId(), body };
}
