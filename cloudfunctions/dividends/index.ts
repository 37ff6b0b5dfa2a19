import { runDividends } from '../../src/usecases/dividends/run-dividends';
import { serveTimer } from '../../src/usecases/serving/serve';
import { world } from '../world';

export const main = serveTimer('dividends', { world, run: runDividends });
