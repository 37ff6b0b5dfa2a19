// mingo with the operators this cloud has. Its contexts are made once, since making one costs more
// than a query; scripts in queries ($where, $function) stay off.
import { Aggregator } from 'mingo/aggregator';
import { Context } from 'mingo/core';
import * as accumulator from 'mingo/operators/accumulator';
import * as expression from 'mingo/operators/expression';
import * as pipeline from 'mingo/operators/pipeline';
import * as projection from 'mingo/operators/projection';
import * as queryOperators from 'mingo/operators/query';
import * as window from 'mingo/operators/window';
import { Query } from 'mingo/query';
import type { Document } from '../values/value';
import { geoOperators } from './geo-operators';

// mingo types an operator as all of its own operators at once, which no function can be.
type Operators = NonNullable<Parameters<typeof Context.init>[0]>;
const query = { ...queryOperators, ...geoOperators } as unknown as NonNullable<Operators['query']>;

const full = {
  scriptEnabled: false,
  context: Context.init({ accumulator, expression, pipeline, projection, query, window }),
};
/** Without the hundreds of expressions, which a query needs only for `$expr`. */
const lean = { scriptEnabled: false, context: Context.init({ query }) };

type CollectionResolver = (name: string) => Document[];

/** @throws Error when the filter is not understood */
export function compileQuery(filter: Document): Query {
  return new Query(filter, needsExpressions(filter) ? full : lean);
}

export function compilePipeline(
  stages: readonly Document[],
  collectionResolver: CollectionResolver,
): Aggregator {
  return new Aggregator([...stages], { ...full, collectionResolver });
}

/** The fields of documents that a projection lets through. */
export function projected(documents: readonly Document[], fields: Document): Document[] {
  return new Query({}, full).find<Document>([...documents], fields).all();
}

function needsExpressions(filter: Document): boolean {
  return JSON.stringify(filter).includes('"$expr"');
}
