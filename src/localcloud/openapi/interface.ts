// What an interface of the open platform is here: fields in snake_case in, an answer out.
import type { CloudClock } from '../clock';
import type { Outbox } from '../messages/outbox';
import type { OrderStore } from '../pay/order-store';
import type { OpenApiAnswer } from './envelope';
import type { MiniProgram } from './mini-program';
import type { ShippingReports } from './shipping-reports';

export type OpenApiFields = Readonly<Record<string, unknown>>;

export interface OpenApiContext {
  readonly clock: CloudClock;
  readonly miniProgram: MiniProgram;
  readonly orders: OrderStore;
  readonly outbox: Outbox;
  readonly shippingReports: ShippingReports;
}

export type OpenApi = (fields: OpenApiFields, context: OpenApiContext) => OpenApiAnswer;

export function refused(errcode: number, errmsg: string): OpenApiAnswer {
  return { json: { errcode, errmsg } };
}

export function done(fields: Readonly<Record<string, unknown>> = {}): OpenApiAnswer {
  return { json: { errcode: 0, errmsg: 'ok', ...fields } };
}

/** A text, or the empty one when the field is missing or no text. */
export function textOf(fields: OpenApiFields, name: string): string {
  const value = fields[name];
  return typeof value === 'string' ? value : '';
}

export function objectOf(value: unknown): OpenApiFields {
  return typeof value === 'object' && value !== null ? (value as OpenApiFields) : {};
}
