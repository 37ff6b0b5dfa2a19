// What the cloud is to the app: its functions, typed by their contracts, and a way to pay.
import type { ActionName, Contract, ErrorCode, Input, Output } from '../../src/contracts/contract';
import type { accountContract } from '../../src/contracts/account';
import type { campaignsContract } from '../../src/contracts/campaigns';
import type { merchantContract } from '../../src/contracts/merchant';
import type { messagesContract } from '../../src/contracts/messages';
import type { nearbyContract } from '../../src/contracts/nearby';
import type { ordersContract, Payment } from '../../src/contracts/orders';
import type { walletContract } from '../../src/contracts/wallet';

export interface Contracts {
  readonly account: typeof accountContract;
  readonly campaigns: typeof campaignsContract;
  readonly merchant: typeof merchantContract;
  readonly messages: typeof messagesContract;
  readonly nearby: typeof nearbyContract;
  readonly orders: typeof ordersContract;
  readonly wallet: typeof walletContract;
}
export type FunctionName = keyof Contracts;
export type ActionOf<N extends FunctionName> = ActionName<Contracts[N]>;
export type InputOf<N extends FunctionName, A extends ActionOf<N>> = Input<Contracts[N], A>;
export type OutputOf<N extends FunctionName, A extends ActionOf<N>> = Output<Contracts[N], A>;

/**
 * Why a call got no answer: no network; none in time; the cloud refused to run the function; it
 * answered something that is no answer.
 */
export type TransportCode = 'offline' | 'timeout' | 'cloud-unavailable' | 'bad-answer';
export type CodeOf<N extends FunctionName, A extends ActionOf<N>> =
  Extract<ErrorCode<Contracts[N], A>, string> | TransportCode;

type CodesOfContract<C extends Contract> = {
  [A in ActionName<C>]: ErrorCode<C, A>;
}[ActionName<C>];
/** Every code that the app can meet. */
export type AppErrorCode =
  { [N in FunctionName]: CodesOfContract<Contracts[N]> }[FunctionName] | TransportCode;

export interface CallError<Code extends string> {
  readonly code: Code;
  readonly [data: string]: unknown;
}
export type CallResult<N extends FunctionName, A extends ActionOf<N>> =
  | { readonly ok: true; readonly value: OutputOf<N, A> }
  | { readonly ok: false; readonly error: CallError<CodeOf<N, A>> };

export interface CloudEvent {
  readonly action: string;
  readonly input: unknown;
}
/** What a platform's way to the cloud gives back: the function's result, or why there is none. */
export type Delivery =
  | { readonly ok: true; readonly result: unknown }
  | { readonly ok: false; readonly code: TransportCode };

/** `unknown`: the money may have moved, but no reply came; ask `orders.get`. */
export type PaymentOutcome = 'paid' | 'cancelled' | 'unknown';
export type { Payment };

/** People and places that the browser preview offers. */
export interface DemoPeople {
  readonly people: readonly {
    readonly openid: string;
    readonly name: string;
    readonly note: string;
  }[];
  readonly places: readonly {
    readonly id: string;
    readonly name: string;
    readonly city: string;
    readonly longitude: number;
    readonly latitude: number;
  }[];
}
