// What the cloud answers instead of a result: a code of the cloud's protocol and a message.

/** The codes this cloud answers; those in `numberOfCode` reach callers as numbers of their own. */
export type CloudErrorCode =
  | 'DATABASE_REQUEST_FAILED'
  | 'DATABASE_COLLECTION_EXCEED_LIMIT'
  | 'DATABASE_COLLECTION_NOT_EXIST'
  | 'DATABASE_COLLECTION_ALREADY_EXIST'
  | 'DATABASE_TRANSACTION_CONFLICT'
  | 'DATABASE_TRANSACTION_FAIL'
  | 'FUNCTIONS_EXECUTE_FAIL'
  | 'FUNCTIONS_MEMORY_LIMIT_EXCEEDED'
  | 'FUNCTIONS_REQUEST_FAIL'
  | 'FUNCTIONS_TIME_LIMIT_EXCEEDED'
  | 'FUNCTION_NOT_FOUND'
  | 'WX_CLOUDFUNCTION_RESULT_SIZE_EXCEED_LIMIT'
  | 'INVALID_PARAM'
  | 'EXCEED_REQUEST_LIMIT'
  | 'EXCEED_CONCURRENT_REQUEST_LIMIT'
  | 'SERVER_TIMEOUT'
  | 'SYS_ERR';

/** An error that is answered to the caller as it is; every other error is answered as SYS_ERR. */
export class CloudError extends Error {
  override readonly name = 'CloudError';

  constructor(
    readonly code: CloudErrorCode,
    message: string,
  ) {
    super(message);
  }
}

const contact = 'Please check your request, but if the problem cannot be solved, contact us.';

export function invalidParam(why: string): CloudError {
  return new CloudError('INVALID_PARAM', `[InvalidParameter] ${why}. ${contact}`);
}

export function requestFailed(operation: string, why: string): CloudError {
  return new CloudError(
    'DATABASE_REQUEST_FAILED',
    `[FailedOperation.${operation}] ${why}. ${contact}`,
  );
}

export function collectionMissing(name: string): CloudError {
  return new CloudError(
    'DATABASE_COLLECTION_NOT_EXIST',
    `[ResourceNotFound] Db or Table not exist: ${name}. ${contact}`,
  );
}

export function transactionConflict(): CloudError {
  return new CloudError(
    'DATABASE_TRANSACTION_CONFLICT',
    `[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. ${contact}`,
  );
}

export function transactionMissing(): CloudError {
  return new CloudError(
    'DATABASE_TRANSACTION_FAIL',
    `[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds. ${contact}`,
  );
}

/** Source: duplicate key errors reported from real environments. */
export function duplicateKey(found: {
  operation: string;
  env: string;
  collection: string;
  index: string;
  key: string;
}): CloudError {
  return requestFailed(
    found.operation,
    `multiple write errors: [{write errors: [{E11000 duplicate key error collection: tnt-${found.env}.${found.collection} index: ${found.index} dup key: ${found.key}}]}, {<nil>}]`,
  );
}
