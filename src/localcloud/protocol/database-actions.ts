// The database actions of the protocol, one function each: parameters in, the answer's fields out.
import type { CloudClock } from '../clock';
import type { Stage } from '../aggregation/stage';
import { assertCondition, idOf } from '../database/conditions';
import type { Database, RequestScope } from '../database/database';
import { CloudError, invalidParam, requestFailed } from '../errors';
import { project } from '../query/project';
import { readSort } from '../query/sort';
import type { StoredDocument } from '../storage/stored-document';
import type { Origin, Transaction } from '../transactions/transaction';
import { answerText, encodeAnswer } from '../values/ejson';
import { ObjectId, type Document, type Value } from '../values/value';
import {
  asDocument,
  decodeField,
  document,
  optionalDocument,
  optionalNumber,
  optionalText,
  optionalValue,
  type Parameters,
  text,
} from './request';

interface DatabaseActionContext {
  readonly database: Database;
  readonly clock: CloudClock;
  readonly origin: Origin | undefined;
}

export type Answer = Record<string, unknown>;
type Action = (parameters: Parameters, context: DatabaseActionContext) => Answer | Promise<Answer>;

const defaultGetLimit = 100;
const maxGetLimit = 1000;
const maxDocumentBytes = 16 * 1024 * 1024;
const maxAnswerBytes = 16 * 1024 * 1024;

export const databaseActions: ReadonlyMap<string, Action> = new Map<string, Action>([
  ['database.insertDocument', insertDocument],
  ['database.getDocument', getDocument],
  ['database.calculateDocument', calculateDocument],
  ['database.modifyDocument', modifyDocument],
  ['database.modifyAndReturnDoc', modifyAndReturnDoc],
  ['database.removeDocument', removeDocument],
  ['database.aggregateDocuments', aggregateDocuments],
  ['database.addCollection', addCollection],
  ['database.startTransaction', startTransaction],
  ['database.commitTransaction', commitTransaction],
  ['database.abortTransaction', abortTransaction],
]);

async function insertDocument(p: Parameters, context: DatabaseActionContext): Promise<Answer> {
  const { nowMs } = context.clock;
  const scope = scopeOf(p, context);
  if (!Array.isArray(p['data'])) throw invalidParam('data must be a list of documents');
  const documents = p['data'].map((data: unknown) => {
    assertSize(data);
    return asDocument(decodeField(data, 'data', nowMs), 'data');
  });
  const ids = await context.database.insert(text(p, 'collectionName'), documents, scope);
  return { data: { insertedIds: ids.map(plainId) } };
}

function getDocument(p: Parameters, context: DatabaseActionContext): Answer {
  const { nowMs } = context.clock;
  const scope = scopeOf(p, context);
  const filter = optionalDocument(p, 'query', nowMs) ?? {};
  const projection = optionalDocument(p, 'projection', nowMs);
  const found = readDocuments(p, { filter, scope, context });
  const list = projection
    ? project(
        found.map(({ value }) => value),
        projection,
      ).map(encodeAnswer)
    : found.map((stored) => answerText(stored.text));
  assertAnswerSize(list);
  return { data: { list } };
}

function readDocuments(
  p: Parameters,
  query: { filter: Document; scope: RequestScope; context: DatabaseActionContext },
): StoredDocument[] {
  const { filter, scope, context } = query;
  const name = text(p, 'collectionName');
  const id = idOf(filter);
  if (id !== undefined) {
    const found = context.database.get(name, id, scope);
    return found ? [found] : [];
  }
  const sort = readSort(optionalValue(p, 'order', context.clock.nowMs));
  const offset = optionalNumber(p, 'offset') ?? 0;
  const limit = Math.min(optionalNumber(p, 'limit') ?? defaultGetLimit, maxGetLimit);
  return context.database.find(name, { filter, sort, offset, limit }, scope);
}

function calculateDocument(p: Parameters, { database, clock }: DatabaseActionContext): Answer {
  const filter = optionalDocument(p, 'query', clock.nowMs) ?? {};
  return { data: { total: database.count(text(p, 'collectionName'), filter) } };
}

async function modifyDocument(p: Parameters, context: DatabaseActionContext): Promise<Answer> {
  const { nowMs } = context.clock;
  const name = text(p, 'collectionName');
  const scope = scopeOf(p, context);
  assertSize(p['data']);
  const data = document(p, 'data', nowMs);
  const filter = optionalDocument(p, 'query', nowMs) ?? {};
  if (p['merge'] === false) {
    const id = filter['_id'];
    if (id === undefined) throw invalidParam('_id is required');
    const { isNew } = await context.database.replace(name, id, data, scope);
    return { data: { updated: isNew ? 0 : 1, upsert_id: isNew ? plainId(id) : '' } };
  }
  assertCondition(filter);
  const multi = p['queryType'] !== 'DOC' && p['multi'] !== false;
  const updated = await context.database.update(name, { filter, update: data, multi }, scope);
  return { data: { updated, upsert_id: '' } };
}

async function modifyAndReturnDoc(p: Parameters, context: DatabaseActionContext): Promise<Answer> {
  const { nowMs } = context.clock;
  const filter = optionalDocument(p, 'query', nowMs) ?? {};
  assertCondition(filter);
  const { updated, document: changed } = await context.database.updateAndReturn(
    text(p, 'collectionName'),
    { filter, update: document(p, 'data', nowMs) },
    scopeOf(p, context),
  );
  return { data: { updated, doc: changed ? answerText(changed.text) : null } };
}

async function removeDocument(p: Parameters, context: DatabaseActionContext): Promise<Answer> {
  const filter = optionalDocument(p, 'query', context.clock.nowMs) ?? {};
  assertCondition(filter);
  const multi = p['queryType'] !== 'DOC' && p['multi'] !== false;
  const deleted = await context.database.remove(
    text(p, 'collectionName'),
    { filter, multi },
    scopeOf(p, context),
  );
  return { data: { deleted } };
}

function aggregateDocuments(p: Parameters, { database, clock }: DatabaseActionContext): Answer {
  const stages = p['stages'];
  if (!Array.isArray(stages)) throw invalidParam('stages must be a list');
  const read = stages.map((stage: unknown): Stage => {
    const { stageKey, stageValue } = stage as Record<string, unknown>;
    if (typeof stageKey !== 'string') throw invalidParam('a stage has a stageKey');
    return { name: stageKey, value: decodeField(stageValue, stageKey, clock.nowMs) };
  });
  const list = database.aggregate(text(p, 'collectionName'), read).map(encodeAnswer);
  assertAnswerSize(list);
  return { data: { list } };
}

function addCollection(p: Parameters, { database }: DatabaseActionContext): Answer {
  database.catalog.create(text(p, 'collectionName'));
  return {};
}

/** The id stands at the top level: under `data` the SDK would run everything outside of it. */
function startTransaction(_p: Parameters, { database, origin }: DatabaseActionContext): Answer {
  return { transactionId: database.transactions.start(origin).id };
}

function commitTransaction(p: Parameters, { database }: DatabaseActionContext): Answer {
  database.commit(requiredTransaction(p, database));
  return {};
}

function abortTransaction(p: Parameters, { database }: DatabaseActionContext): Answer {
  database.abort(requiredTransaction(p, database));
  return {};
}

function requiredTransaction(p: Parameters, database: Database): Transaction {
  return database.transactions.get(text(p, 'transactionId'));
}

function scopeOf(p: Parameters, { database, origin }: DatabaseActionContext): RequestScope {
  const id = optionalText(p, 'transactionId');
  return {
    ...(id === undefined ? {} : { transaction: database.transactions.get(id) }),
    ...(origin ? { origin } : {}),
  };
}

function plainId(id: Value): Value {
  return id instanceof ObjectId ? id.hex : id;
}

function assertSize(data: unknown): void {
  if (typeof data === 'string' && data.length > maxDocumentBytes) {
    throw requestFailed('Insert', 'document is larger than 16 MB');
  }
}

function assertAnswerSize(list: readonly string[]): void {
  const bytes = list.reduce((sum, item) => sum + item.length, 0);
  if (bytes > maxAnswerBytes) {
    throw new CloudError(
      'EXCEED_REQUEST_LIMIT',
      '[LimitExceeded] The answer is larger than 16 MB.',
    );
  }
}
