// Profit sharing of an order through cloudPay (docs/adr/0008): what a shop owes out of a payment on
// its own number goes to receivers. WeChat accepts a share at once and does it later; `state` tells.
import { fail, succeed, type Result } from '../domain/result';
import { answerOf, isSuccess, reasonOf } from './pay-answer';
import type { PayAnswer, SdkPay } from './sdk';

/** A merchant's number, or a person's openid in this mini-program. */
export type ShareReceiver = { readonly merchantNumber: string } | { readonly openid: string };

export interface SharePart {
  readonly receiver: ShareReceiver;
  readonly amountFen: number;
  /** Shown to the receiver; at most 80 characters. */
  readonly description: string;
}

/** Which share: the number is ours, unique among all shares, and the same number is the same share. */
export interface ShareKey {
  readonly subMchId: string;
  /** WeChat's number of the payment. */
  readonly transactionId: string;
  /** Letters, digits and _-|*@, at most 64. */
  readonly shareNo: string;
}

export type SharingFailure =
  /** Paid less than a minute ago, or WeChat is busy: ask again later. */
  | { readonly code: 'share-not-ready'; readonly reason: string }
  /** Over the allowed share, a stranger for a receiver, nothing left: asking again does not help. */
  | { readonly code: 'share-refused'; readonly reason: string }
  /** No answer: the share may or may not be accepted; ask again with the same number. */
  | { readonly code: 'payment-unavailable'; readonly reason: string };

export interface PartResult {
  readonly receiver: ShareReceiver;
  readonly amountFen: number;
  readonly result: 'pending' | 'done' | 'failed';
}

export interface ShareState {
  readonly isFinished: boolean;
  readonly parts: readonly PartResult[];
}

export interface ProfitSharing {
  /** Receivers are introduced once per sub-merchant before they can receive; repeating is harmless. */
  addReceiver(request: {
    readonly subMchId: string;
    readonly receiver: ShareReceiver;
  }): Promise<Result<null, SharingFailure>>;
  /** Accepted, not done. The rest of the payment stays frozen until `finish`. */
  share(
    request: ShareKey & { readonly parts: readonly SharePart[] },
  ): Promise<Result<null, SharingFailure>>;
  state(request: ShareKey): Promise<Result<ShareState, SharingFailure>>;
  /** Gives the sub-merchant what was not shared; nothing can be shared afterwards. */
  finish(request: ShareKey & { readonly reason: string }): Promise<Result<null, SharingFailure>>;
  /** Takes a merchant's part back at once, before a refund; not possible from persons. */
  takeBack(request: {
    readonly subMchId: string;
    readonly shareNo: string;
    readonly returnNo: string;
    readonly merchantNumber: string;
    readonly amountFen: number;
    readonly reason: string;
  }): Promise<Result<null, SharingFailure>>;
}

/** Texts of refusals after which the same request may succeed; the SDK keeps no code of them. */
const PASSING = /订单处理中|系统超时|系统错误|系统异常|频率/;

const nothing = (): null => null;

export const profitSharing: ProfitSharing = {
  addReceiver: ({ subMchId, receiver }) =>
    ask((pay) => {
      const added = { ...receiverOf(receiver), relation_type: 'PARTNER' };
      return pay.profitSharingAddReceiver({
        ...{ subMchId, nonceStr: accountOf(receiver).slice(0, 32) },
        receiver: JSON.stringify(added),
      });
    }, nothing),
  share: ({ parts, ...key }) =>
    ask((pay) => {
      const receivers = parts.map(({ receiver, amountFen, description }) => ({
        ...receiverOf(receiver),
        ...{ amount: amountFen, description },
      }));
      const request = { ...keyOf(key), receivers: JSON.stringify(receivers) };
      return pay.multiProfitSharing(request);
    }, nothing),
  state: (key) => ask((pay) => pay.profitSharingQuery(keyOf(key)), shareStateOf),
  finish: ({ reason, ...key }) =>
    ask((pay) => pay.profitSharingFinish({ ...keyOf(key), description: reason }), nothing),
  takeBack: ({ subMchId, shareNo, returnNo, merchantNumber, amountFen, reason }) =>
    ask(
      (pay) =>
        pay.profitSharingReturn({
          ...{ subMchId, nonceStr: returnNo.slice(0, 32), outOrderNo: shareNo },
          ...{ outReturnNo: returnNo, returnAccountType: 'MERCHANT_ID' },
          ...{ returnAccount: merchantNumber, returnAmount: amountFen, description: reason },
        }),
      nothing,
    ),
};

async function ask<T>(
  send: (pay: SdkPay) => Promise<PayAnswer>,
  read: (answer: PayAnswer) => T,
): Promise<Result<T, SharingFailure>> {
  const answer = await answerOf(send);
  if (typeof answer === 'string') return fail({ code: 'payment-unavailable', reason: answer });
  if (isSuccess(answer)) return succeed(read(answer));
  const reason = reasonOf(answer);
  return fail({ code: PASSING.test(reason) ? 'share-not-ready' : 'share-refused', reason });
}

function keyOf({ subMchId, transactionId, shareNo }: ShareKey): object {
  return { subMchId, transactionId, outOrderNo: shareNo, nonceStr: shareNo.slice(0, 32) };
}

function accountOf(receiver: ShareReceiver): string {
  return 'openid' in receiver ? receiver.openid : receiver.merchantNumber;
}

/** With cloudPay the mini-program is the sub-merchant's, so its openids are sub-openids. */
function receiverOf(receiver: ShareReceiver): { type: string; account: string } {
  const type = 'openid' in receiver ? 'PERSONAL_SUB_OPENID' : 'MERCHANT_ID';
  return { type, account: accountOf(receiver) };
}

interface ToldPart {
  readonly type: string;
  readonly account: string;
  readonly amount: number;
  readonly result: string;
}

/** Receivers come as a text that holds JSON; a finished rest has none. */
function shareStateOf(answer: PayAnswer): ShareState {
  const receivers = answer['receivers'];
  const told = typeof receivers === 'string' ? (JSON.parse(receivers) as ToldPart[]) : [];
  return { isFinished: answer['status'] === 'FINISHED', parts: told.map(partResultOf) };
}

function partResultOf({ type, account, amount, result }: ToldPart): PartResult {
  return {
    receiver: type === 'MERCHANT_ID' ? { merchantNumber: account } : { openid: account },
    amountFen: amount,
    result: result === 'SUCCESS' ? 'done' : result === 'PENDING' ? 'pending' : 'failed',
  };
}
