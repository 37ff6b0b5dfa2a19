// What profit sharing keeps of an order. All sums are fen.

export type ReceiverType = 'MERCHANT_ID' | 'PERSONAL_OPENID' | 'PERSONAL_SUB_OPENID';

export interface Receiver {
  readonly type: ReceiverType;
  /** A merchant's number or a person's openid. */
  readonly account: string;
}

export interface SharePart extends Receiver {
  readonly amount: number;
  readonly description: string;
}

export interface SharedPart extends SharePart {
  readonly result: 'PENDING' | 'SUCCESS' | 'CLOSED';
}

export interface Share {
  readonly outOrderNo: string;
  readonly orderId: string;
  readonly parts: readonly SharedPart[];
  /** Whether what remains goes to the sub-merchant once this share is done. */
  readonly unfreezes: boolean;
  readonly description: string;
  readonly status: 'PROCESSING' | 'FINISHED';
  /** When it is done, or was. */
  readonly dueMs: number;
}

/** A part that its receiver has given back. */
export interface ShareReturn {
  readonly outOrderNo: string;
  readonly outReturnNo: string;
  readonly returnNo: string;
  readonly account: string;
  readonly amount: number;
  readonly description: string;
  readonly atMs: number;
}
