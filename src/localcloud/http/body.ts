// Reading request bodies and writing answers.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { NoAnswer } from '../faults/around-work';

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
export function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      // What is over the limit is read and dropped, so that the client gets to see the answer.
      if (length <= maxBytes) chunks.push(chunk);
    });
    request.on('end', () => {
      if (length <= maxBytes) resolve(Buffer.concat(chunks));
      else reject(new BadRequest(413, `the body is longer than ${maxBytes} bytes`));
    });
    request.on('error', reject);
  });
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
  // A text goes out in one write together with its headers.
  response.writeHead(status, headersOf('application/json', Buffer.byteLength(json)));
  response.end(json);
}

export function sendBytes(
  response: ServerResponse,
  status: number,
  { type, body }: { type: string; body: Buffer },
): void {
  response.writeHead(status, headersOf(type, body.length));
  response.end(body);
}

function headersOf(type: string, length: number) {
  return { 'content-type': type, 'content-length': length, 'cache-control': 'no-store' };
}

/** Cuts the connection; when the client is to give up by itself, leaves it open until then. */
export function leaveUnanswered(response: ServerResponse, { afterSeconds }: NoAnswer): void {
  if (afterSeconds === undefined) return;
  setTimeout(() => response.destroy(), afterSeconds * 1000).unref();
}
