// A case of a stage: the documents it works on, the pipeline, and what it gives.
import type { Builders, Failure } from '../expressions/cases';
import { type Fields, pointSdkAt, type SdkAggregate } from '../fixture';

export interface StageCase {
  readonly here: readonly Fields[];
  /** Documents of the other collection. */
  readonly there?: readonly Fields[];
  readonly build: (aggregate: SdkAggregate) => SdkAggregate;
  readonly gives: readonly Fields[] | Failure;
}

/** The builders need no cloud. */
export const db = pointSdkAt('http://127.0.0.1:9/admin');
export const $ = db.command.aggregate as unknown as Builders;
export const _ = db.command;

/** A pipeline inside of a stage. */
export function pipeline(): SdkAggregate {
  return db.command.aggregate['pipeline']?.() as unknown as SdkAggregate;
}

export const prices = [10, 50, 20, 80, 200].map((price, i) => ({ _id: String(i + 1), price }));
