// Reads what profit sharing is asked for: receivers come as texts that hold JSON.
import { isFee, type PayAnswer } from './answer';
import type { Receiver, ReceiverType, SharePart } from './share';

const receiverTypes: ReadonlySet<unknown> = new Set<ReceiverType>([
  'MERCHANT_ID',
  'PERSONAL_OPENID',
  'PERSONAL_SUB_OPENID',
]);
const relations: ReadonlySet<unknown> = new Set([
  ...['SERVICE_PROVIDER', 'STORE', 'STAFF', 'STORE_OWNER', 'PARTNER', 'HEADQUARTER', 'BRAND'],
  ...['DISTRIBUTOR', 'USER', 'SUPPLIER', 'CUSTOM'],
]);
const maxReceivers = 50;
const maxDescription = 80;

export function isShareNo(value: string): boolean {
  return /^[\w\-|*@]{1,64}$/.test(value);
}

/** What cloudPay answers when a text is expected and something else comes (reported by callers). */
export function misformatted(): PayAnswer {
  return { return_code: 'FAIL', return_msg: '参数格式校验错误' };
}

/** @returns 'no text' when it is not a text that holds JSON; nothing when the list is wrong */
export function readParts(value: unknown): readonly SharePart[] | 'no text' | undefined {
  const list = readJson(value);
  if (list === undefined) return 'no text';
  if (!Array.isArray(list) || list.length === 0 || list.length > maxReceivers) return undefined;
  const parts = list.map(readPart);
  return parts.every((part) => part !== undefined) ? parts : undefined;
}

function readPart(value: unknown): SharePart | undefined {
  const receiver = receiverIn(value);
  const { amount, description } = (value ?? {}) as Record<string, unknown>;
  if (!receiver || !isFee(amount)) return undefined;
  if (
    typeof description !== 'string' ||
    description === '' ||
    description.length > maxDescription
  ) {
    return undefined;
  }
  return { ...receiver, amount, description };
}

export function readReceiver(
  value: unknown,
  { needsRelation }: { needsRelation: boolean },
): Receiver | undefined {
  const read = readJson(value);
  const receiver = receiverIn(read);
  if (!receiver || !needsRelation) return receiver;
  const { relation_type: relation } = read as Record<string, unknown>;
  return relations.has(relation) ? receiver : undefined;
}

function receiverIn(value: unknown): Receiver | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { type, account } = value as Record<string, unknown>;
  if (!isReceiverType(type) || typeof account !== 'string' || account === '') return undefined;
  return { type, account };
}

function isReceiverType(value: unknown): value is ReceiverType {
  return receiverTypes.has(value);
}

function readJson(value: unknown): unknown {
  if (typeof value !== 'string') return undefined;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return undefined;
  }
}
