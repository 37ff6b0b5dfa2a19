// Reading request bodies and writing answers.
import type { IncomingMessage, ServerResponse } from 'node:http';

/** A request that no client of the cloud would send; answered with its HTTP status. */
export class BadRequest extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** @throws BadRequest 413 when it is longer than the limit */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    const bytes = chunk as Buffer;
    length += bytes.length;
    // What is over the limit is read and dropped, so that the client gets to see the answer.
    if (length <= maxBytes) chunks.push(bytes);
  }
  if (length > maxBytes) throw new BadRequest(413, `the body is longer than ${maxBytes} bytes`);
  return Buffer.concat(chunks);
}

/** @throws BadRequest 400 when it is no JSON object */
export function parseObject(body: Buffer): Record<string, unknown> {
  const value = parseJson(body);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new BadRequest(400, 'the body must be a JSON object');
  }
  return value as Record<string, unknown>;
}

export function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new BadRequest(400, 'the body is no JSON');
  }
}

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  sendText(response, status, JSON.stringify(value));
}

/** The content type has no charset: with one the SDK takes a pay answer for something else. */
export function sendText(response: ServerResponse, status: number, json: string): void {
  sendBytes(response, status, { type: 'application/json', body: Buffer.from(json, 'utf8') });
}

export function sendBytes(
  response: ServerResponse,
  status: number,
  { type, body }: { type: string; body: Buffer },
): void {
  response.writeHead(status, {
    'content-type': type,
    'content-length': body.length,
    'cache-control': 'no-store',
  });
  response.end(body);
}
