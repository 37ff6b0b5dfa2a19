// Stages of an aggregation: a list of documents in, a list of documents out.
import type { Document, Value } from '../values/value';
import type { Scope } from './operator';

/** One stage as it was sent, such as `$match`. */
export interface Stage {
  readonly name: string;
  readonly value: Value;
}

export type RunStage = (documents: readonly Document[]) => Document[];

/** What stages need besides their documents. */
export interface StageContext {
  readonly nowMs: number;
  /** Variables from around: those of $lookup's `let`. */
  readonly variables: Scope['variables'];
  /** All documents of a collection that match, found by its indexes. */
  readonly find: (collection: string, filter: Document) => Document[];
  /** Runs a whole pipeline on a collection. */
  readonly aggregate: (
    collection: string,
    stages: readonly Stage[],
    variables: Scope['variables'],
  ) => Document[];
  /** A number from 0 to 1, for $sample. */
  readonly random: () => number;
}

export type CompileStage = (operand: Value, context: StageContext) => RunStage;
