// The server on loopback: one port for the SDK, for calls, for what the WeChat client asks people, for
// control, for files.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { NoAnswer } from '../faults/around-work';
import type { FaultDay } from '../faults/day';
import type { Cashier } from '../pay/cashier';
import { type AdminContext, serveAdmin } from './admin';
import {
  BadRequest,
  leaveUnanswered,
  parseJson,
  parseObject,
  readBody,
  sendJson,
  sendText,
} from './body';
import { callAsClient, toClientError } from './call';
import { decide, showOrder } from './cashier';
import { control } from './control';
import { answerQuestion } from './question';
import { sendFile, type StaticDir, staticFile } from './static-files';

interface ServerContext extends AdminContext {
  readonly cashier: Cashier;
  readonly faultDay: FaultDay;
  readonly hasControl: boolean;
  readonly staticDirs: readonly StaticDir[];
}

/** Somewhat over the event limit, so that too long an event is told as the cloud tells it. */
const maxCallBytes = 16 * 1024 * 1024;
const maxSmallBytes = 64 * 1024;

export async function listen(
  port: number,
  context: ServerContext,
): Promise<{ server: Server; url: string }> {
  const server = createServer((request, response) => {
    serve(request, response, context).catch((error: unknown) => {
      fail(response, error, context);
    });
  });
  // Longer than any client keeps a connection: a server that closes first makes requests fail.
  server.keepAliveTimeout = 120_000;
  server.headersTimeout = 125_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address() as AddressInfo;
  return { server, url: `http://127.0.0.1:${address.port}` };
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  context: ServerContext,
): Promise<void> {
  assertLocal(request);
  const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
  const [, area = ''] = path.split('/', 2);
  const rest = path.slice(area.length + 1);
  if (area === 'admin') await serveAdmin(request, response, rest, context);
  else if (area === 'call') await serveCall(request, response, rest.slice(1), context);
  else if (area === 'cashier') await serveCashier(request, response, rest.slice(1), context);
  else if (area === 'question') await serveQuestion(request, response, context);
  else if (area === 'control') await serveControl(request, response, rest, context);
  else serveFile(request, response, path, context);
}

/** A page from elsewhere that resolves its own name to this machine gets nothing. */
function assertLocal(request: IncomingMessage): void {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '');
  if (host !== '127.0.0.1' && host !== 'localhost') throw new BadRequest(403, 'loopback only');
}

async function serveCall(
  request: IncomingMessage,
  response: ServerResponse,
  name: string,
  context: ServerContext,
): Promise<void> {
  assertMethod(request, 'POST');
  const openid = openidOf(request);
  if (openid === '') throw new BadRequest(400, 'the header x-openid is missing');
  const body = await readBody(request, maxCallBytes);
  const event = body.length === 0 ? {} : parseJson(body);
  const { runtime, appId } = context;
  try {
    const result = await callAsClient(runtime, { name, event, openid, appId });
    sendText(response, 200, `{"result":${result}}`);
  } catch (error) {
    if (error instanceof NoAnswer) leaveUnanswered(response, error);
    else sendJson(response, 200, toClientError(error));
  }
}

async function serveCashier(
  request: IncomingMessage,
  response: ServerResponse,
  prepayId: string,
  { cashier }: ServerContext,
): Promise<void> {
  if (request.method === 'GET') {
    const { status, body } = showOrder(cashier, prepayId);
    sendJson(response, status, body);
    return;
  }
  assertMethod(request, 'POST');
  const { outcome } = parseObject(await readBody(request, maxSmallBytes));
  const { status, body } = decide(cashier, { prepayId, openid: openidOf(request), outcome });
  sendJson(response, status, body);
}

async function serveQuestion(
  request: IncomingMessage,
  response: ServerResponse,
  { outbox }: ServerContext,
): Promise<void> {
  assertMethod(request, 'POST');
  const { accepted } = parseObject(await readBody(request, maxSmallBytes));
  sendJson(response, 200, answerQuestion(outbox, { openid: openidOf(request), accepted }));
}

async function serveControl(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  context: ServerContext,
): Promise<void> {
  if (!context.hasControl) throw new BadRequest(404, 'the cloud was started without control');
  const bytes = await readBody(request, maxSmallBytes);
  const body = bytes.length === 0 ? {} : parseObject(bytes);
  const answer = await control(request.method ?? '', path, body, context);
  if (answer === undefined) throw new BadRequest(404, 'no such command');
  sendJson(response, 200, answer);
}

function serveFile(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  { staticDirs }: ServerContext,
): void {
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  const file = isRead ? staticFile(staticDirs, path) : undefined;
  if (file === undefined) throw new BadRequest(404, 'not found');
  sendFile(response, file, request.method === 'GET');
}

function openidOf(request: IncomingMessage): string {
  const header = request.headers['x-openid'];
  return typeof header === 'string' ? header : '';
}

function assertMethod(request: IncomingMessage, method: string): void {
  if (request.method !== method) throw new BadRequest(405, `${method} only`);
}

function fail(response: ServerResponse, error: unknown, { log }: ServerContext): void {
  const status = error instanceof BadRequest ? error.status : 500;
  if (status === 500) log(`ERROR ${error instanceof Error ? (error.stack ?? '') : String(error)}`);
  if (response.headersSent) response.destroy();
  else
    sendJson(response, status, { error: error instanceof Error ? error.message : String(error) });
}
