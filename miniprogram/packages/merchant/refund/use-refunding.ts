// Makes a refund: once, however often it has to be sent.
import { useRef, useState } from 'react';
import { untilAnswered } from '../../../features/paying/until-answered';
import { codeOf } from '../../../queries/call-failure';
import { newRequestId } from '../../../queries/request-id';
import { useRefund } from '../../../queries/use-refund';
import {
  refundIn,
  refundRequestFor,
  type AskedRefund,
  type Refund,
  type RefundRequest,
} from './refund-request';

export interface Refunding {
  /** The refund as it stands, once it is made. */
  readonly made: Refund | undefined;
  readonly isBusy: boolean;
  readonly failure: unknown;
  /** The same refund again asks WeChat again for cash that waits. */
  readonly refund: (asked: AskedRefund) => Promise<void>;
}

type State = Pick<Refunding, 'made' | 'isBusy' | 'failure'>;
const AT_REST: State = { made: undefined, isBusy: false, failure: null };

export function useRefunding(): Refunding {
  const { mutateAsync: send } = useRefund();
  const [state, setState] = useState<State>(AT_REST);
  const request = useRef<RefundRequest>(undefined);
  // Two taps can come before the page is drawn again.
  const isRunning = useRef(false);

  const refund = async (asked: AskedRefund): Promise<void> => {
    if (isRunning.current) return;
    isRunning.current = true;
    setState((before) => ({ ...before, isBusy: true, failure: null }));
    request.current = refundRequestFor(asked, { before: request.current, newId: newRequestId });
    const { requestId } = request.current;
    try {
      const { order } = await untilAnswered(() => send({ ...asked, requestId }));
      setState({ ...AT_REST, made: refundIn(order, asked) });
    } catch (error) {
      if (codeOf(error) === 'request-id-reused') request.current = undefined;
      setState((before) => ({ ...before, isBusy: false, failure: error }));
    }
    isRunning.current = false;
  };
  return { ...state, refund };
}
