// The id that coupons are taken under. It stays over every retry of the same amount, so that one
// whose answer was lost is not taken twice, and is new for every other.
import type { InputOf } from '../../../cloud/types';

export type TakingRequest = InputOf<'wallet', 'takeAdvance'>;

export function takingRequestFor(
  amountFen: number,
  { before, newId }: { readonly before: TakingRequest | undefined; readonly newId: () => string },
): TakingRequest {
  return before?.amountFen === amountFen ? before : { requestId: newId(), amountFen };
}
