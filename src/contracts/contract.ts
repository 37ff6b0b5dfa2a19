// What a cloud function answers: its actions with input, output and error codes.
import type * as z from 'zod';

export interface Action {
  readonly input: z.ZodType;
  readonly output: z.ZodType;
  /** Error codes in the order in which they are checked. */
  readonly errors: readonly string[];
}

export interface Contract {
  /** Name of the cloud function. */
  readonly name: string;
  readonly actions: Readonly<Record<string, Action>>;
}

/** Keeps the literal types of a contract. */
export function defineContract<const C extends Contract>(contract: C): C {
  return contract;
}

export type ActionName<C extends Contract> = keyof C['actions'] & string;
export type Input<C extends Contract, A extends ActionName<C>> = DeepReadonly<
  z.output<C['actions'][A]['input']>
>;
export type Output<C extends Contract, A extends ActionName<C>> = DeepReadonly<
  z.output<C['actions'][A]['output']>
>;

export type DeepReadonly<T> = T extends object
  ? { readonly [K in keyof T]: DeepReadonly<T[K]> }
  : T;
export type ErrorCode<C extends Contract, A extends ActionName<C>> =
  C['actions'][A]['errors'][number] | GeneralErrorCode;

/**
 * Codes that any action can answer: `bad-request` (event is not of the contract's form, with the
 * path of the first fault), `unauthenticated` (no openid), `busy` (conflicts did not end in time;
 * try again), `internal` (our fault; `traceId` finds it in the log).
 */
export const GENERAL_ERRORS = ['bad-request', 'unauthenticated', 'busy', 'internal'] as const;
export type GeneralErrorCode = (typeof GENERAL_ERRORS)[number];

/** An error as it crosses the cloud: a code with its data. */
export interface Failure<Code extends string = string> {
  readonly code: Code;
  readonly [data: string]: unknown;
}

export type Answer<C extends Contract, A extends ActionName<C>> =
  | { readonly ok: true; readonly value: Output<C, A> }
  | { readonly ok: false; readonly error: Failure<ErrorCode<C, A>> };
