// The bill being made: what was typed, which coupons are wanted, and what the cloud says to it.
import { useState } from 'react';
import type { OutputOf } from '../../cloud/types';
import { fenOf, typeKey, type Key } from '../../components/keypad/typing';
import { codeOf } from '../../queries/call-failure';
import { useQuote } from '../../queries/use-quote';
import { askedChoice, BEST_CHOICE, type ChangeChoice, type CouponChoice } from './coupon-choice';
import { useSettled } from './use-settled';

export type Quote = OutputOf<'orders', 'quote'>;

/** Keys come faster than this while an amount is typed. */
const TYPING_REST_MS = 220;

export interface BillInHand {
  readonly text: string;
  readonly type: (key: Key) => void;
  readonly amountFen: number;
  readonly choice: CouponChoice;
  readonly choose: ChangeChoice;
  /** The newest quote, perhaps of what was typed before; none while nothing is typed. */
  readonly quote: Quote | undefined;
  /** The quote is of exactly what is typed and chosen, so it can be paid. */
  readonly isQuoted: boolean;
  readonly failure: unknown;
  readonly askAgain: () => void;
}

/** `isPaused` asks nothing, e.g. while an order is open. */
export function useBill({
  merchantCode,
  isPaused,
}: {
  readonly merchantCode: string;
  readonly isPaused: boolean;
}): BillInHand {
  const [text, setText] = useState('');
  const [choice, choose] = useState<CouponChoice>(BEST_CHOICE);
  const amountFen = fenOf(text);
  const restedFen = useSettled(amountFen, TYPING_REST_MS);
  const askedFen = isPaused || amountFen === 0 ? 0 : restedFen;
  const asked = useQuote({ merchantCode, amountFen: askedFen, ...askedChoice(choice) });
  return {
    ...{ text, amountFen, choice, choose },
    type: (key) => setText((before) => typeKey(before, key)),
    quote: amountFen === 0 ? undefined : asked.data,
    isQuoted: amountFen > 0 && isQuoteOf(asked.data, amountFen) && !asked.isPlaceholderData,
    failure: asked.error,
    askAgain: () => void asked.refetch(),
  };
}

/** A failure about the coupons that were chosen. */
export function isOfCoupons(error: unknown): boolean {
  return /^((lot|coupons)-|not-together$)/.test(codeOf(error));
}

function isQuoteOf(quote: Quote | undefined, amountFen: number): quote is Quote {
  return quote?.bill.totalFen === amountFen;
}
