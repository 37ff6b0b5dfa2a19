// What an error of the cloud means. The SDK hides codes: a conflict at an operation comes as
// −501001 with the text in errMsg, one at commit keeps `.code`.

export type CloudFault =
  /** Another transaction wrote first; nothing of ours remains. */
  | 'conflict'
  /** A document of that id, or of that unique value, is there already. */
  | 'duplicate'
  /** No answer, or none that says what happened: the work may or may not be done. */
  | 'unknown'
  | 'other';

export function faultOf(error: unknown): CloudFault {
  const text = textOf(error);
  if (/TransactionConflict|TRANSACTION_CONFLICT/.test(text)) return 'conflict';
  if (/TransactionNotExist/.test(text)) return 'conflict';
  if (/E11000/.test(text)) return 'duplicate';
  if (/-50100[1-4]|SYS_ERR|SERVER_TIMEOUT|ECONN|TIMEDOUT|EPIPE|socket hang up/.test(text)) {
    return 'unknown';
  }
  return 'other';
}

function textOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error);
  const { code, errCode, errMsg, message } = error as Record<string, unknown>;
  return [code, errCode, errMsg, message].map(String).join(' ');
}
