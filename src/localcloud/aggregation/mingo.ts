// mingo, for what no builder of the SDK makes and only a raw pipeline can name: some operators and
// stages of newer MongoDB. Scripts ($function, $where) stay off.
import { Aggregator } from 'mingo/aggregator';
import { Context, evalExpr, ProcessingMode } from 'mingo/core';
import * as accumulator from 'mingo/operators/accumulator';
import * as expression from 'mingo/operators/expression';
import * as pipeline from 'mingo/operators/pipeline';
import * as query from 'mingo/operators/query';
import * as window from 'mingo/operators/window';
import { Numeral } from '../values/numeral';
import { Pattern } from '../values/pattern';
import { isDocument, type Document, type Value } from '../values/value';
import { failed } from './failed';

const { $function: _scripts, ...safeExpressions } = expression;
const options = {
  idKey: '_id',
  processingMode: ProcessingMode.CLONE_OFF,
  useStrictMode: true,
  failOnError: true,
  scriptEnabled: false,
  context: Context.init({ accumulator, expression: safeExpressions, pipeline, query, window }),
};
const expressionNames = new Set(Object.keys(safeExpressions));
const stageNames = new Set(['$densify', '$fill', '$graphLookup', '$redact', '$setWindowFields']);

export function isMingoExpression(name: string): boolean {
  return expressionNames.has(name);
}

export function isMingoStage(name: string): boolean {
  return stageNames.has(name);
}

/** The value of an operator whose operands are known. */
export function evaluateByMingo(name: string, operand: Value): Value | undefined {
  return guarded(() => evalExpr({}, { [name]: toMingo(operand) }, options) as Value | undefined);
}

/** @param documentsOf the documents of another collection */
export function runByMingo(
  stage: Document,
  documents: readonly Document[],
  documentsOf: (collection: string) => readonly Document[],
): Document[] {
  const collectionResolver = (name: string) => documentsOf(name).map(toMingo) as Document[];
  const aggregator = new Aggregator([stage], { ...options, collectionResolver });
  return guarded(() => aggregator.run<Document>(documents.map(toMingo) as Document[]));
}

function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw failed(error instanceof Error ? error.message : String(error));
  }
}

/** mingo knows JavaScript's own numbers and patterns only. */
function toMingo(value: Value): unknown {
  if (value instanceof Numeral) return Number(value);
  if (value instanceof Pattern) return value.regexp;
  if (Array.isArray(value)) return value.map(toMingo);
  if (!isDocument(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([field, own]) => [field, toMingo(own)]));
}
