// Takes coupons before their dividend: once, however often it has to be sent.
import { useRef, useState } from 'react';
import type { OutputOf } from '../../../cloud/types';
import { untilAnswered } from '../../../features/paying/until-answered';
import { codeOf } from '../../../queries/call-failure';
import { newRequestId } from '../../../queries/request-id';
import { useTakeAdvance } from '../../../queries/use-take-advance';
import { takingRequestFor, type TakingRequest } from './taking-request';

export interface TakenAdvance extends OutputOf<'wallet', 'takeAdvance'> {
  readonly amountFen: number;
}

export interface Taking {
  readonly taken: TakenAdvance | undefined;
  readonly isBusy: boolean;
  readonly failure: unknown;
  readonly take: (amountFen: number) => Promise<void>;
  /** Back to the choice. */
  readonly again: () => void;
}

type State = Pick<Taking, 'taken' | 'isBusy' | 'failure'>;
const AT_REST: State = { taken: undefined, isBusy: false, failure: null };

export function useTaking(): Taking {
  const { mutateAsync: send } = useTakeAdvance();
  const [state, setState] = useState<State>(AT_REST);
  const request = useRef<TakingRequest>(undefined);
  // Two taps can come before the page is drawn again.
  const isRunning = useRef(false);

  const take = async (amountFen: number): Promise<void> => {
    if (isRunning.current) return;
    isRunning.current = true;
    setState({ ...AT_REST, isBusy: true });
    request.current = takingRequestFor(amountFen, { before: request.current, newId: newRequestId });
    const asked = request.current;
    try {
      const answer = await untilAnswered(() => send(asked));
      request.current = undefined;
      setState({ ...AT_REST, taken: { ...answer, amountFen } });
    } catch (error) {
      if (codeOf(error) === 'request-id-reused') request.current = undefined;
      setState({ ...AT_REST, failure: error });
    }
    isRunning.current = false;
  };
  return { ...state, take, again: () => setState(AT_REST) };
}
