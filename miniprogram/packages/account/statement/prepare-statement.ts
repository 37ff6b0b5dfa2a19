// The statement as a file, read anew: what a period gave stands at the day of the period there, too.
import { ask } from '../../../queries/ask';
import type { PrepareFiles } from '../files/use-file-export';
import { readStatement } from './read-statement';
import { statementFile } from './statement-csv';
import { atPeriodDays } from './statement-events';

export const prepareStatement: PrepareFiles = async (onRead) => {
  const { periods } = await ask('wallet', 'periods', {});
  return [statementFile(atPeriodDays(await readStatement(ask, onRead), periods))];
};
