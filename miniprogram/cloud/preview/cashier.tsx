// The cashier of the local cloud: a sheet where WeChat Pay would ask for the password.
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { PaymentOutcome } from '../types';
import './cashier.scss';

interface Bill {
  readonly prepayId: string;
  readonly openid: string;
}
interface CashierOrder {
  readonly totalFee: number;
  readonly body: string;
}
/** What a person can do; the lost reply shows what the app does when WeChat stays silent. */
type Act = 'pay' | 'cancel' | 'pay-lose-reply';

const OUTCOMES: { readonly [A in Act]: PaymentOutcome } = {
  'pay': 'paid',
  'cancel': 'cancelled',
  'pay-lose-reply': 'unknown',
};

/** Opens the sheet and ends with what became of the payment. */
export function openCashier(bill: Bill): Promise<PaymentOutcome> {
  const host = document.createElement('div');
  (document.getElementById('over') ?? document.body).appendChild(host);
  const root = createRoot(host);
  return new Promise((resolve) => {
    const done = (outcome: PaymentOutcome): void => {
      root.unmount();
      host.remove();
      resolve(outcome);
    };
    root.render(<Cashier bill={bill} onDone={done} />);
  });
}

interface CashierProps {
  readonly bill: Bill;
  readonly onDone: (outcome: PaymentOutcome) => void;
}

function Cashier({ bill, onDone }: CashierProps) {
  const [order, setOrder] = useState<CashierOrder>();
  const [isBusy, setBusy] = useState(false);
  useEffect(() => {
    void read(bill).then((found) => (found === undefined ? onDone('unknown') : setOrder(found)));
  }, [bill, onDone]);
  const act = (what: Act): void => {
    setBusy(true);
    void post(bill, what).then(onDone);
  };
  return (
    <div className="cashier-shade">
      <div className="cashier">
        <button
          className="cashier-button cashier-close js-cashier-cancel"
          disabled={isBusy}
          onClick={() => act('cancel')}
        >
          ×
        </button>
        <div className="cashier-shop">{order?.body}</div>
        <div className="cashier-amount">
          <small>¥</small>
          {order === undefined ? '' : (order.totalFee / 100).toFixed(2)}
        </div>
        <div className="cashier-line">
          <span>付款方式</span>
          <span>零钱（本机收银台）</span>
        </div>
        <button
          className="cashier-button cashier-pay js-cashier-pay"
          disabled={isBusy}
          onClick={() => act('pay')}
        >
          支付
        </button>
        <div className="cashier-more">
          <button
            className="cashier-button js-cashier-lose"
            disabled={isBusy}
            onClick={() => act('pay-lose-reply')}
          >
            支付但回执丢失
          </button>
          <button className="cashier-button" disabled={isBusy} onClick={() => act('cancel')}>
            取消
          </button>
        </div>
      </div>
    </div>
  );
}

async function read({ prepayId, openid }: Bill): Promise<CashierOrder | undefined> {
  const response = await fetch(`/cashier/${prepayId}`, { headers: { 'x-openid': openid } });
  return response.ok ? ((await response.json()) as CashierOrder) : undefined;
}

/** A cashier that cannot be reached may have taken the money all the same. */
async function post({ prepayId, openid }: Bill, outcome: Act): Promise<PaymentOutcome> {
  try {
    const response = await fetch(`/cashier/${prepayId}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-openid': openid },
      body: JSON.stringify({ outcome }),
    });
    return response.ok ? OUTCOMES[outcome] : 'unknown';
  } catch {
    return 'unknown';
  }
}
