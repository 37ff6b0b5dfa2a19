// The protobuf messages around an openapi call:
// CommApiData {2: {1: repeated {1: key, 2: value as JSON}}} and
// CommOpenApiResp {1: data, 2: content type, 3: error code, 4: HTTP status}.
import { invalidParam } from '../errors';

/** What an interface answers: JSON, or a picture. */
export type OpenApiAnswer =
  | { readonly json: Readonly<Record<string, unknown>> }
  | { readonly picture: Buffer; readonly contentType: string };

const varintType = 0;
const bytesType = 2;

/** The fields of a call. @throws CloudError INVALID_PARAM when the message cannot be read */
export function readCall(message: Buffer): Record<string, unknown> {
  const pairs = fieldsOf(message, 2).flatMap((data) => fieldsOf(data, 1));
  return Object.fromEntries(
    pairs.map((pair) => {
      const key = fieldsOf(pair, 1)[0]?.toString('utf8') ?? '';
      return [key, parse(fieldsOf(pair, 2)[0])];
    }),
  );
}

function parse(value: Buffer | undefined): unknown {
  if (value === undefined) return undefined;
  try {
    return JSON.parse(value.toString('utf8')) as unknown;
  } catch {
    // A file comes as its bytes.
    return value;
  }
}

export function answerMessage(answer: OpenApiAnswer): Buffer {
  const [data, type] =
    'json' in answer
      ? [Buffer.from(JSON.stringify(answer.json)), 'application/json']
      : [answer.picture, answer.contentType];
  return Buffer.concat([
    bytesField(1, data),
    bytesField(2, Buffer.from(type)),
    numberField(4, 200),
  ]);
}

/** An answer of WeChat's system instead of the interface, such as a missing permission. */
export function systemError(code: number): Buffer {
  return numberField(3, code);
}

/** The contents of all fields of this number that hold bytes. */
function fieldsOf(message: Buffer, wanted: number): Buffer[] {
  const found: Buffer[] = [];
  for (let at = 0; at < message.length;) {
    const tag = readVarint(message, at);
    const [number, type] = [tag.value >> 3, tag.value & 7];
    if (type !== varintType && type !== bytesType) throw invalidParam('unknown protobuf field');
    const head = readVarint(message, tag.end);
    at = type === bytesType ? head.end + head.value : head.end;
    if (at > message.length) throw invalidParam('the protobuf message is cut off');
    if (type === bytesType && number === wanted) found.push(message.subarray(head.end, at));
  }
  return found;
}

function readVarint(message: Buffer, start: number): { value: number; end: number } {
  let value = 0;
  for (let end = start, scale = 1; end < message.length; end++, scale *= 128) {
    const byte = message.readUInt8(end);
    value += (byte & 127) * scale;
    if (byte < 128) return { value, end: end + 1 };
  }
  throw invalidParam('the protobuf message is cut off');
}

function bytesField(number: number, content: Buffer): Buffer {
  return Buffer.concat([tag(number, bytesType), varint(content.length), content]);
}

function numberField(number: number, value: number): Buffer {
  return Buffer.concat([tag(number, varintType), varint(value)]);
}

function tag(number: number, type: number): Buffer {
  return varint((number << 3) | type);
}

/** Negative numbers are sent as 64 bits, ten bytes long. */
function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  while (rest > 127n) {
    bytes.push(Number(rest & 127n) | 128);
    rest >>= 7n;
  }
  return Buffer.from([...bytes, Number(rest)]);
}
