// The names and numbers that the database has for the types of values.
import { isNumeric, kindOf } from './numeral';
import { Pattern } from './pattern';
import { ObjectId, Opaque, type Value } from './value';

const opaqueNames: Readonly<Record<string, string>> = {
  $timestamp: 'timestamp',
  $minKey: 'minKey',
  $maxKey: 'maxKey',
  $symbol: 'symbol',
  $code: 'javascript',
  $dbPointer: 'dbPointer',
  $binary: 'binData',
};

/** As `$type` names it, also in messages of errors. */
export function typeName(value: Value | undefined): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (isNumeric(value)) return kindOf(value);
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'string') return 'string';
  if (Array.isArray(value)) return 'array';
  if (value instanceof Date) return 'date';
  if (value instanceof Pattern) return 'regex';
  if (value instanceof ObjectId) return 'objectId';
  if (value instanceof Opaque) return opaqueNames[Object.keys(value.wrapper)[0] ?? ''] ?? 'object';
  return Buffer.isBuffer(value) ? 'binData' : 'object';
}

/** The numbers of the types in BSON. */
export const typeNumbers: ReadonlyMap<number, string> = new Map([
  [1, 'double'],
  [2, 'string'],
  [3, 'object'],
  [4, 'array'],
  [5, 'binData'],
  [6, 'undefined'],
  [7, 'objectId'],
  [8, 'bool'],
  [9, 'date'],
  [10, 'null'],
  [11, 'regex'],
  [12, 'dbPointer'],
  [13, 'javascript'],
  [14, 'symbol'],
  [15, 'javascriptWithScope'],
  [16, 'int'],
  [17, 'timestamp'],
  [18, 'long'],
  [19, 'decimal'],
  [-1, 'minKey'],
  [127, 'maxKey'],
]);
