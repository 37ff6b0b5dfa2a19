// Recorded requests as calls of the SDK that send the same again.
import { decode } from '../../src/localcloud/values/ejson';
import type { RecordedCall } from './recording-proxy';

interface OnDocuments {
  readonly collection: string;
  readonly isInTransaction: boolean;
}

export type SdkCall =
  | { readonly kind: 'start' | 'commit' }
  | ({ readonly kind: 'get'; readonly id: unknown } & OnDocuments)
  | ({ readonly kind: 'find'; readonly where: unknown; readonly limit: unknown } & OnDocuments)
  | ({ readonly kind: 'add'; readonly data: unknown } & OnDocuments)
  | ({ readonly kind: 'set'; readonly id: unknown; readonly data: unknown } & OnDocuments)
  | { readonly kind: 'pay'; readonly request: object };

type Fields = Readonly<Record<string, unknown>>;

/** Throws when an order sends something that is not repeated yet. */
export function sdkCallOf({ contentType, body }: RecordedCall): SdkCall {
  if (contentType.startsWith('multipart/')) return payCallOf(body.toString('utf8'));
  const fields = JSON.parse(body.toString('utf8')) as Fields;
  const on = {
    collection: String(fields['collectionName']),
    isInTransaction: fields['transactionId'] !== undefined,
  };
  switch (fields['action']) {
    case 'database.startTransaction':
      return { kind: 'start' };
    case 'database.commitTransaction':
      return { kind: 'commit' };
    case 'database.getDocument':
      return fields['queryType'] === 'DOC'
        ? { kind: 'get', id: idIn(fields), ...on }
        : { kind: 'find', where: valueOf(fields['query']), limit: fields['limit'], ...on };
    case 'database.insertDocument':
      return { kind: 'add', data: valueOf((fields['data'] as unknown[])[0]), ...on };
    case 'database.modifyDocument':
      return { kind: 'set', id: idIn(fields), data: valueOf(fields['data']), ...on };
    default:
      throw new Error(`no SDK call repeats ${String(fields['action'])}`);
  }
}

function idIn(fields: Fields): unknown {
  return (valueOf(fields['query']) as Fields)['_id'];
}

function valueOf(extendedJson: unknown): unknown {
  return decode(String(extendedJson), 0);
}

/** The SDK turns camelCase into the snake_case that was recorded. */
function payCallOf(form: string): SdkCall {
  const data = /name="requestData"[\s\S]*?\r\n\r\n(\{.*\})\r\n/.exec(form)?.[1];
  if (data === undefined || !form.includes('unifiedOrder')) throw new Error(`no payment: ${form}`);
  const camel = (name: string): string =>
    name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  const fields = Object.entries(JSON.parse(data) as Fields);
  return {
    kind: 'pay',
    request: Object.fromEntries(fields.map(([n, value]) => [camel(n), value])),
  };
}
