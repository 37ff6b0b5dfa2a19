// All that happened to me, read page by page.
import type { StatementRow } from '../../../../src/contracts/wallet';
import type { ask } from '../../../queries/ask';

/** Every row, newest first; throws what the first failing call throws. */
export async function readStatement(
  cloud: typeof ask,
  onRead: (rows: number) => void,
): Promise<readonly StatementRow[]> {
  const read: StatementRow[] = [];
  let page = await cloud('wallet', 'statement', {});
  read.push(...page.rows);
  while (page.next !== undefined) {
    page = await cloud('wallet', 'statement', { before: page.next });
    read.push(...page.rows);
    onRead(read.length);
  }
  onRead(read.length);
  return read;
}
