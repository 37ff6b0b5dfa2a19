// What the SDK's database interface can build, by name. `coverage.test.ts` compares these lists with
// the SDK itself, and the tables of cases are typed by them: a name without a case does not compile.

export const queryCommands = [
  ...(['eq', 'neq', 'gt', 'gte', 'lt', 'lte', 'in', 'nin', 'exists', 'mod', 'all'] as const),
  ...(['elemMatch', 'size', 'geoNear', 'geoWithin', 'geoIntersects', 'and', 'or', 'nor'] as const),
  ...(['not', 'expr', 'jsonSchema', 'text'] as const),
];
export type QueryCommand = (typeof queryCommands)[number];

export const updateCommands = [
  ...(['set', 'remove', 'inc', 'mul', 'push', 'pull', 'pullAll', 'pop', 'shift'] as const),
  ...(['unshift', 'addToSet', 'rename', 'bit', 'max', 'min'] as const),
];
export type UpdateCommand = (typeof updateCommands)[number];

export const expressionOperators = {
  arithmetic: [
    ...(['abs', 'add', 'ceil', 'divide', 'exp', 'floor', 'ln', 'log', 'log10', 'mod'] as const),
    ...(['multiply', 'pow', 'sqrt', 'subtract', 'trunc'] as const),
  ],
  array: [
    ...(['arrayElemAt', 'arrayToObject', 'concatArrays', 'filter', 'in', 'indexOfArray'] as const),
    ...(['isArray', 'map', 'range', 'reduce', 'reverseArray', 'size', 'slice', 'zip'] as const),
  ],
  logic: [
    ...(['and', 'not', 'or', 'cmp', 'eq', 'gt', 'gte', 'lt', 'lte', 'neq'] as const),
    ...(['cond', 'ifNull', 'switch', 'literal', 'let', 'meta'] as const),
  ],
  date: [
    ...(['dateFromParts', 'dateFromString', 'dateToString', 'dayOfMonth', 'dayOfWeek'] as const),
    ...(['dayOfYear', 'hour', 'isoDayOfWeek', 'isoWeek', 'isoWeekYear', 'millisecond'] as const),
    ...(['minute', 'month', 'second', 'week', 'year'] as const),
  ],
  object: ['mergeObjects', 'objectToArray'] as const,
  set: [
    ...(['allElementsTrue', 'anyElementTrue', 'setDifference', 'setEquals'] as const),
    ...(['setIntersection', 'setIsSubset', 'setUnion'] as const),
  ],
  string: [
    ...(['concat', 'indexOfBytes', 'indexOfCP', 'split', 'strLenBytes', 'strLenCP'] as const),
    ...(['strcasecmp', 'substr', 'substrBytes', 'substrCP', 'toLower', 'toUpper'] as const),
  ],
  accumulator: [
    ...(['addToSet', 'avg', 'first', 'last', 'max', 'min', 'push', 'stdDevPop'] as const),
    ...(['stdDevSamp', 'sum'] as const),
  ],
};
export type ExpressionGroup = keyof typeof expressionOperators;
export type ExpressionOperator = (typeof expressionOperators)[ExpressionGroup][number];

export const projectionOperators = ['slice', 'elemMatch'] as const;

export const stages = [
  ...(['addFields', 'bucket', 'bucketAuto', 'count', 'geoNear', 'group', 'limit'] as const),
  ...(['lookup', 'match', 'project', 'replaceRoot', 'sample', 'skip', 'sort'] as const),
  ...(['sortByCount', 'unwind'] as const),
];

/** Stages that wx-server-sdk has methods for, but whose methods fail: what it carries lacks them. */
export const brokenStages = [
  ...(['collStats', 'facet', 'graphLookup', 'indexStats', 'out', 'redact'] as const),
];

export const geoShapes = [
  ...(['Point', 'LineString', 'Polygon', 'MultiPoint', 'MultiLineString', 'MultiPolygon'] as const),
];
