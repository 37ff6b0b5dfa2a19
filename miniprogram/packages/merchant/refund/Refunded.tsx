// The refund stands; where its cash waits, what to do about it.
import { Button } from '../../../components/button/Button';
import { NavBar } from '../../../components/nav-bar/NavBar';
import { Page } from '../../../components/page/Page';
import { Done } from '../../../features/done/Done';
import { goBack } from '../../../routes';
import type { Refund } from './refund-request';
import { outcomeOf, refundFailureText } from './refund-words';

export interface RefundedProps {
  readonly refund: Refund;
  readonly isBusy: boolean;
  /** Why asking again brought no answer. */
  readonly failure: unknown;
  /** Asks WeChat Pay again for the cash that waits. */
  readonly onAgain: () => void;
}

export function Refunded({ refund, isBusy, failure, onAgain }: RefundedProps) {
  const { title, notes, isWaiting } = outcomeOf(refund);
  return (
    <Page header={<NavBar title="退款" />}>
      <Done
        tone={isWaiting ? 'waiting' : 'good'}
        icon={isWaiting ? 'hourglass' : 'check'}
        title={title}
        notes={failure === null ? notes : [...notes, refundFailureText(failure)]}
        className="js-refunded"
      >
        {isWaiting && (
          <Button kind="plain" className="js-cash-again" isBusy={isBusy} onTap={onAgain}>
            再请微信退一次
          </Button>
        )}
        <Button className="js-refund-done" onTap={goBack}>
          回到账单
        </Button>
      </Done>
    </Page>
  );
}
