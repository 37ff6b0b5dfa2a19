// The bill of an open shop: amount, coupons, pay key; and the order, once it waits for payment.
import { useState } from 'react';
import { View } from '@tarojs/components';
import type { MerchantCard, OrderView } from '../../../src/contracts/values';
import { classes } from '../../components/classes';
import { Keypad } from '../../components/keypad/Keypad';
import type { Key } from '../../components/keypad/typing';
import { NavBar } from '../../components/nav-bar/NavBar';
import { Notice } from '../../components/notice/Notice';
import { Page } from '../../components/page/Page';
import { failureText } from '../../features/errors/error-text';
import { AmountField } from '../../features/paying/AmountField';
import { AskAgain } from '../../features/paying/AskAgain';
import { sameBillText } from '../../features/paying/bill-words';
import { BEST_CHOICE } from '../../features/paying/coupon-choice';
import { CouponSheet } from '../../features/paying/CouponSheet';
import { closedText, endedText } from '../../features/paying/order-words';
import { PayKeyLabel } from '../../features/paying/PayKeyLabel';
import { ShopHeader } from '../../features/paying/ShopHeader';
import { isOfCoupons, useBill } from '../../features/paying/use-bill';
import { useCheckout } from '../../features/paying/use-checkout';
import { codeOf } from '../../queries/call-failure';
import { replaceBy, routes } from '../../routes';
import { BillCard } from './BillCard';
import { WaitingOrder } from './WaitingOrder';
import styles from './Pay.module.scss';

export interface CheckoutProps {
  readonly merchant: MerchantCard;
  readonly table?: string | undefined;
  /** The shop refused: its state should be read again. */
  readonly onShopChanged: () => void;
}
type Panel = 'coupons' | 'ask-again' | null;

const showResult = (orderId: string): void => replaceBy(routes.result(orderId));

export function Checkout({ merchant, table, onShopChanged }: CheckoutProps) {
  const [openOrderId, setOpenOrderId] = useState<string | null>(null);
  const [panel, setPanel] = useState<Panel>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [closed, setClosed] = useState<OrderView | null>(null);
  const checkout = useCheckout({ onPaying: showResult, onOpen: setOpenOrderId });
  const bill = useBill({
    merchantCode: merchant.code,
    isPaused: checkout.isBusy || openOrderId !== null,
  });
  const { quote } = bill;
  const askAgain = (error: unknown): void => {
    if (codeOf(error).startsWith('merchant-')) onShopChanged();
    bill.askAgain();
  };
  const fail = (error: unknown): void => {
    setFailure(error);
    if (isOfCoupons(error)) bill.choose(() => BEST_CHOICE);
    askAgain(error);
  };
  const type = (key: Key): void => {
    setFailure(null);
    setClosed(null);
    bill.type(key);
  };
  const pay = (): void => {
    if (quote === undefined || !bill.isQuoted) return;
    setPanel(null);
    setFailure(null);
    const asked = {
      merchantCode: merchant.code,
      ...(table !== undefined && { table }),
      amountFen: bill.amountFen,
      uses: quote.uses,
    };
    checkout.pay(asked, { onFailed: fail });
  };
  const paidAt = quote?.sameBillPaidAt;
  const end = (order: OrderView): void => {
    checkout.forget();
    setOpenOrderId(null);
    setClosed(order);
  };

  if (openOrderId !== null) {
    return (
      <WaitingOrder
        orderId={openOrderId}
        merchant={merchant}
        onPaying={showResult}
        onClosed={end}
      />
    );
  }
  return (
    <Page
      header={<NavBar title="付款" />}
      footer={
        <>
          <Keypad
            onKey={type}
            payLabel={<PayKeyLabel cashFen={bill.isQuoted ? quote?.bill.cashFen : undefined} />}
            isPayDisabled={!bill.isQuoted}
            isPayBusy={checkout.isBusy}
            onPay={() => (paidAt === undefined ? pay() : setPanel('ask-again'))}
          />
          <CouponSheet
            isOpen={panel === 'coupons'}
            quote={quote}
            choice={bill.choice}
            onChoose={bill.choose}
            onClose={() => setPanel(null)}
          />
          <AskAgain
            isOpen={panel === 'ask-again'}
            text={sameBillText({
              merchantName: merchant.name,
              amountFen: bill.amountFen,
              paidAt: paidAt ?? 0,
            })}
            onPay={pay}
            onClose={() => setPanel(null)}
          />
        </>
      }
    >
      <ShopHeader merchant={merchant} table={table} />
      <Notices failure={failure} closed={closed} />
      <View className={classes(styles.card)}>
        <AmountField text={bill.text} />
        <BillCard
          bill={bill}
          isPaying={checkout.isBusy}
          onChooseCoupons={() => setPanel('coupons')}
          onRetry={() => askAgain(bill.failure)}
        />
      </View>
    </Page>
  );
}

interface NoticesProps {
  readonly failure: unknown;
  readonly closed: OrderView | null;
}

function Notices({ failure, closed }: NoticesProps) {
  if (failure !== null) {
    return (
      <View className={classes(styles.notices)}>
        <Notice kind="warning" text={failureText(failure)} className="js-pay-failed" />
      </View>
    );
  }
  if (closed === null) return null;
  return (
    <View className={classes(styles.notices)}>
      <Notice text={`${endedText(closed)}${closedText(closed)}`} className="js-order-closed" />
    </View>
  );
}
