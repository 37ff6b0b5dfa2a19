// The bill and, while anything of it can go back, the form, its one key and its one question.
import { useState } from 'react';
import { View } from '@tarojs/components';
import type { ShopOrder } from '../../../../src/contracts/merchant';
import { Button } from '../../../components/button/Button';
import { classes } from '../../../components/classes';
import { fenOf } from '../../../components/keypad/typing';
import { NavBar } from '../../../components/nav-bar/NavBar';
import { Notice } from '../../../components/notice/Notice';
import { Page } from '../../../components/page/Page';
import { notRefundableText } from '../shop-bill-words';
import { AmountPopup } from './AmountPopup';
import { BillFacts } from './BillFacts';
import { ConfirmPopup } from './ConfirmPopup';
import { Refunded } from './Refunded';
import { RefundForm } from './RefundForm';
import { amountFault, keyText, refundFailureText } from './refund-words';
import { useRefunding } from './use-refunding';
import styles from './Refund.module.scss';

type Panel = 'amount' | 'confirm' | null;

export function RefundBill({ order }: { readonly order: ShopOrder }) {
  const [typed, setTyped] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [panel, setPanel] = useState<Panel>(null);
  const { made, isBusy, failure, refund } = useRefunding();
  const amountFen = typed === null ? order.refundableFen : fenOf(typed);
  const asked = { orderId: order.id, amountFen, reason: reason.trim() };
  if (made !== undefined) {
    // As it was asked for: the bill itself has less to refund by now.
    const again = { orderId: order.id, amountFen: made.amountFen, reason: made.reason };
    return (
      <Refunded
        refund={made}
        isBusy={isBusy}
        failure={failure}
        onAgain={() => void refund(again)}
      />
    );
  }
  const confirm = async (): Promise<void> => {
    await refund(asked);
    setPanel(null);
  };
  const isOpen = order.refundableFen > 0;
  const isReady = asked.reason !== '' && amountFault(amountFen, order) === undefined;
  // Beside the key: the form may be scrolled away from the page's top.
  const failed = failure !== null && (
    <Notice
      kind="warning"
      text={refundFailureText(failure)}
      className={classes(styles.failed, 'js-refund-failed')}
    />
  );
  return (
    <Page
      header={<NavBar title="退款" />}
      footer={
        isOpen && (
          <>
            <View className={classes(styles.footer)}>
              {failed}
              <Button
                isBlock
                size="large"
                className="js-refund"
                isDisabled={!isReady}
                onTap={() => setPanel('confirm')}
              >
                {keyText(asked)}
              </Button>
            </View>
            <AmountPopup
              isOpen={panel === 'amount'}
              order={order}
              onChoose={setTyped}
              onClose={() => setPanel(null)}
            />
            <ConfirmPopup
              isOpen={panel === 'confirm'}
              order={order}
              asked={asked}
              isBusy={isBusy}
              onConfirm={() => void confirm()}
              onClose={() => setPanel(null)}
            />
          </>
        )
      }
    >
      <View className={classes(styles.cards)}>
        {!isOpen && failed}
        <BillFacts order={order} />
        {isOpen ? (
          <RefundForm
            order={order}
            amountFen={amountFen}
            reason={reason}
            onReason={setReason}
            onAmount={() => setPanel('amount')}
          />
        ) : (
          <Notice text={notRefundableText(order)} className="js-not-refundable" />
        )}
      </View>
    </Page>
  );
}
