// The cloud's entrance for the SDK: every request is a POST, every answer HTTP 200 with JSON.
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CloudClock } from '../clock';
import type { Database } from '../database/database';
import { CloudError, invalidParam } from '../errors';
import { NoAnswer } from '../faults/around-work';
import type { MetRequest, RequestFaults } from '../faults/request-faults';
import type { LiveCalls } from '../live/live-calls';
import type { FunctionRuntime } from '../functions/runtime';
import { payActions } from '../pay/pay-api';
import type { ShareBook } from '../pay/share-book';
import { type Answer, databaseActions } from '../protocol/database-actions';
import { optionalText, type Parameters } from '../protocol/request';
import type { Counters } from '../stats';
import type { Origin } from '../transactions/transaction';
import type { OpenApiContext } from '../openapi/interface';
import { callOpenApi } from '../openapi/openapi';
import { leaveUnanswered, parseObject, readBody, sendBytes, sendText } from './body';
import { parseMultipart } from './multipart';

export interface AdminContext extends OpenApiContext {
  readonly database: Database;
  readonly clock: CloudClock;
  readonly runtime: FunctionRuntime;
  readonly shareBook: ShareBook;
  readonly counters: Counters;
  readonly requestFaults: RequestFaults;
  readonly live: LiveCalls;
  readonly appId: string;
  readonly log: (line: string) => void;
}

const maxBodyBytes = 40 * 1024 * 1024;
/** @param path what follows /admin: nothing, or /f/<function>/<invocation>, or /as/<openid> */
export async function serveAdmin(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  context: AdminContext,
): Promise<void> {
  const requestId = randomUUID();
  try {
    const body = await readBody(request, maxBodyBytes);
    const answer = await timed(senderOf(path, context), context, (sender) => {
      const parameters = readParameters(request, body);
      const met = metRequest(parameters, sender);
      return context.live.watch(met.site, () =>
        context.requestFaults.meet(met, () => answerTo(parameters, sender, context)),
      );
    });
    if (Buffer.isBuffer(answer)) {
      sendBytes(response, 200, { type: 'application/octet-stream', body: answer });
    } else sendText(response, 200, JSON.stringify({ requestId, ...answer }));
  } catch (error) {
    if (error instanceof NoAnswer) {
      leaveUnanswered(response, error);
      return;
    }
    const { code, message } = toCloudError(error, context);
    sendText(response, 200, JSON.stringify({ code, message, requestId }));
  }
}

function metRequest(parameters: Parameters, { origin, stream }: Sender): MetRequest {
  return {
    site: {
      action: [parameters['action'], parameters['apiName']].filter(isText).join('.'),
      collection: optionalText(parameters, 'collectionName'),
      functionName: origin?.functionName,
      stream,
    },
    transactionId: optionalText(parameters, 'transactionId'),
    invocation: origin?.invocation,
  };
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

async function timed<T>(
  sender: Sender,
  { counters }: AdminContext,
  work: (sender: Sender) => Promise<T>,
): Promise<T> {
  const started = performance.now();
  try {
    return await work(sender);
  } finally {
    const name = sender.origin?.functionName;
    if (name !== undefined) counters.countAnswer(name, performance.now() - started);
  }
}

interface Sender {
  readonly origin: Origin | undefined;
  readonly openid: string;
  readonly source: string;
  /** Whose requests these are, for faults. */
  readonly stream: string;
}

function senderOf(path: string, { runtime }: AdminContext): Sender {
  const [, kind, first, second] = path.split('/');
  if (kind === 'f' && first !== undefined && second !== undefined) {
    const caller = runtime.callerOf(second);
    return {
      origin: { functionName: first, invocation: second },
      openid: caller?.openid ?? '',
      source: caller?.source ?? '',
      stream: runtime.streamOf(second) ?? first,
    };
  }
  const openid = kind === 'as' && first !== undefined ? decodeURIComponent(first) : '';
  return { origin: undefined, openid, source: '', stream: openid };
}

function readParameters(request: IncomingMessage, body: Buffer): Parameters {
  const contentType = request.headers['content-type'] ?? '';
  if (!contentType.startsWith('multipart/')) return parseObject(body);
  const fields = parseMultipart(contentType, body);
  if (!fields) throw invalidParam('the form cannot be read');
  return {
    action: fields.get('action')?.toString('utf8'),
    apiName: fields.get('apiName')?.toString('utf8'),
    requestData: fields.get('requestData'),
  };
}

async function answerTo(
  parameters: Parameters,
  sender: Sender,
  context: AdminContext,
): Promise<Answer | Buffer> {
  const action = parameters['action'];
  if (typeof action !== 'string') throw invalidParam('action is missing');
  context.counters.countRequest(action, sender.origin?.functionName);
  const databaseAction = databaseActions.get(action);
  if (databaseAction) {
    if (escapes(action, parameters)) warnOfEscape(action, parameters, sender.origin, context);
    const { database, clock } = context;
    return databaseAction(parameters, { database, clock, origin: sender.origin });
  }
  switch (action) {
    case 'functions.invokeFunction':
      return invokeFunction(parameters, sender, context);
    case 'wx.wxPayApi':
      return callPay(parameters, sender, context);
    case 'wx.openApi':
      return openApi(parameters, sender, context);
    default:
      throw invalidParam(`unknown action ${action}`);
  }
}

async function invokeFunction(
  parameters: Parameters,
  sender: Sender,
  { runtime }: AdminContext,
): Promise<Answer> {
  const name = parameters['function_name'];
  if (typeof name !== 'string') throw invalidParam('function_name is missing');
  const data = parameters['request_data'];
  const event = typeof data === 'string' && data !== '' ? data : '{}';
  const result = await runtime.invoke(name, event, {
    source: sender.source === '' ? 'scf' : `${sender.source},scf`,
    ...(sender.openid === '' ? {} : { openid: sender.openid }),
  });
  return { data: { response_data: result } };
}

function callPay(parameters: Parameters, sender: Sender, context: AdminContext): Answer {
  const apiName = String(parameters['apiName']);
  const action = payActions.get(apiName);
  if (!action) throw invalidParam(`unknown pay action ${apiName}`);
  const data = parameters['requestData'];
  const fields = Buffer.isBuffer(data) ? parseObject(data) : {};
  const { orders, shareBook, clock, appId } = context;
  return action(fields, { orders, shareBook, clock, appId, openid: sender.openid });
}

function openApi(parameters: Parameters, { origin }: Sender, context: AdminContext): Buffer {
  const data = parameters['requestData'];
  const name = origin?.functionName;
  const definition = [...context.runtime.definitions].find((known) => known.name === name);
  return callOpenApi(
    {
      apiName: String(parameters['apiName']),
      message: Buffer.isBuffer(data) ? data : Buffer.alloc(0),
      caller: definition && { name: definition.name, permissions: definition.openApis },
    },
    context,
  );
}

/** These never carry the transaction's id, so they run outside of it without a word. */
function escapes(action: string, parameters: Parameters): boolean {
  switch (action) {
    case 'database.modifyDocument':
    case 'database.removeDocument':
      return parameters['queryType'] === 'WHERE';
    case 'database.calculateDocument':
    case 'database.aggregateDocuments':
      return true;
    default:
      return false;
  }
}

function warnOfEscape(
  action: string,
  parameters: Parameters,
  origin: Origin | undefined,
  { database, log }: AdminContext,
): void {
  if (!origin || !database.transactions.openOf(origin.invocation)) return;
  const query = typeof parameters['query'] === 'string' ? parameters['query'] : '';
  log(
    `WARNING [${origin.functionName} ${origin.invocation}] ${action} on ${String(parameters['collectionName'])} runs OUTSIDE of the function's open transaction: ${query}`,
  );
}

function toCloudError(error: unknown, { log }: AdminContext): { code: string; message: string } {
  if (error instanceof CloudError) return error;
  const shown = error instanceof Error ? (error.stack ?? error.message) : String(error);
  log(`ERROR ${shown}`);
  return { code: 'SYS_ERR', message: error instanceof Error ? error.message : String(error) };
}
