// Stored documents: the domain's shapes with `_id` for `id`, and a GeoJSON point where one is
// searched by place.
import type { Account, MerchantAccount } from '../domain/accounts/account';
import type { Campaign } from '../domain/campaigns/campaign';
import type { Counter } from '../domain/campaigns/counters';
import type { FiguresState } from '../domain/figures/site-figures';
import type { Place } from '../domain/geo/community';
import type { Position } from '../domain/geo/distance';
import type { JournalEntry } from '../domain/journal/entry';
import type { Merchant } from '../domain/merchants/merchant';
import type { Reminder } from '../domain/messages/reminder';
import type { Subscription } from '../domain/messages/subscription';
import type { Fen } from '../domain/money/amounts';
import type { Order } from '../domain/orders/order';
import type { Dividend } from '../domain/pool/dividend';
import type { PoolState } from '../domain/pool/state';
import { searchTextOf } from '../domain/merchants/search';
import type { Ticket } from '../domain/tickets/ticket';

export interface Site {
  readonly id: string;
  readonly name: string;
  readonly city: string;
  readonly position: Position;
  readonly places: readonly Place[];
}

/** Waits for the shipping report that WeChat demands after a payment. */
export interface Report {
  /** The order's id. */
  readonly id: string;
  /** refused: reporting again does not help. */
  readonly state: 'waiting' | 'sent' | 'refused';
  readonly nextAt: number;
  readonly attempts: number;
  /** What WeChat last said instead. */
  readonly failure?: string;
}

/** How far a timer has read the journal: after the entry of this time and id. */
export interface Round {
  /** The timer's name. */
  readonly id: string;
  readonly time: number;
  readonly after: string;
}

/** What advances may still draw: one document, `budget`. */
export interface AdvanceBudget {
  readonly id: string;
  readonly availableFen: Fen;
}

/** Budgets that the platform has put aside and the pool's fold has not read yet: one document. */
export interface Pledges {
  readonly id: string;
  readonly open: readonly { readonly amountFen: Fen; readonly at: number }[];
}

/** How far a person has read the inbox. */
export interface Inbox {
  /** The account. */
  readonly id: string;
  /** Messages up to then are read (ms). */
  readonly seenAt: number;
}

/** What each collection holds, in the domain's words. */
export interface Stored {
  readonly sites: Site;
  readonly merchants: Merchant;
  readonly accounts: Account | MerchantAccount;
  readonly orders: Order;
  readonly journal: JournalEntry;
  readonly pool: PoolState & { readonly id: string };
  readonly dividends: Dividend & { readonly id: string };
  readonly reports: Report;
  readonly rounds: Round;
  readonly figures: FiguresState & { readonly id: string };
  readonly tickets: Ticket;
  readonly inboxes: Inbox;
  readonly subscriptions: Subscription;
  readonly reminders: Reminder;
  readonly campaigns: Campaign;
  readonly counters: Counter;
  readonly advances: AdvanceBudget;
  readonly pledges: Pledges;
}

export type CollectionName = keyof Stored;
export type Document = Readonly<Record<string, unknown>> & { readonly _id: string };

interface Point {
  readonly type: 'Point';
  readonly coordinates: readonly [number, number];
}

/** A document as it is written; sites and merchants get their point, merchants their words. */
export function toDocument(value: { readonly id: string }): Document {
  const { id, ...rest } = value;
  const location = pointOf(value);
  return {
    _id: id,
    ...rest,
    ...(location === undefined ? {} : { location }),
    ...(isMerchant(value) ? { searchText: searchTextOf(value) } : {}),
  };
}

/** Of all documents only a shop has a category. */
function isMerchant(value: object): value is Merchant {
  return 'category' in value;
}

/** The body of a document for `set`, which must not name the id. */
export function bodyOf(value: { readonly id: string }): object {
  const { _id, ...body } = toDocument(value);
  return body;
}

/** A document as it was read. The collections are closed, so the shape is what was written. */
export function fromDocument<C extends CollectionName>(
  _collection: C,
  document: unknown,
): Stored[C] {
  const { _id, location, searchText, ...rest } = document as Record<string, unknown>;
  return { id: _id, ...rest } as unknown as Stored[C];
}

function pointOf(value: object): Point | undefined {
  const { position, longitude, latitude } = value as Partial<Site & Position>;
  if (position !== undefined) return point(position);
  return longitude === undefined || latitude === undefined
    ? undefined
    : point({ longitude, latitude });
}

function point({ longitude, latitude }: Position): Point {
  return { type: 'Point', coordinates: [longitude, latitude] };
}
