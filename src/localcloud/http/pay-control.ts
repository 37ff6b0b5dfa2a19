// Commands of /control around money and messages: who has what, who takes what, what was sent.
import type { Outbox } from '../messages/outbox';
import type { OrderStore } from '../pay/order-store';
import type { ShareBook } from '../pay/share-book';
import { BadRequest } from './body';

export interface PayControlContext {
  readonly orders: OrderStore;
  readonly shareBook: ShareBook;
  readonly outbox: Outbox;
}

type Body = Readonly<Record<string, unknown>>;

/** @returns the answer, or nothing when there is no such command */
export function payControl(command: string, body: Body, context: PayControlContext): unknown {
  switch (command) {
    case 'GET /funds':
      context.shareBook.settle();
      return { accounts: context.orders.allFunds() };
    case 'POST /funds/abnormal':
      return setAbnormal(body, context.shareBook);
    case 'GET /messages':
      return { messages: context.outbox.list() };
    case 'POST /messages/allow':
      return allowMessages(body, context.outbox);
    default:
      return undefined;
  }
}

function setAbnormal({ account, abnormal }: Body, shareBook: ShareBook): object {
  if (typeof account !== 'string' || account === '' || typeof abnormal !== 'boolean') {
    throw new BadRequest(400, 'account is a text, abnormal is true or false');
  }
  shareBook.setAbnormal(account, abnormal);
  return {};
}

function allowMessages({ openid, templateId, times }: Body, outbox: Outbox): object {
  const isCount = typeof times === 'number' && Number.isInteger(times) && times >= 0;
  if (typeof openid !== 'string' || typeof templateId !== 'string' || !isCount) {
    throw new BadRequest(400, 'openid and templateId are texts, times is a number from 0');
  }
  outbox.allow({ openid, templateId, times });
  return {};
}
