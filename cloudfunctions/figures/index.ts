import { runFigures } from '../../src/usecases/figures/run-figures';
import { serveTimer } from '../../src/usecases/serving/serve';
import { world } from '../world';

export const main = serveTimer('figures', { world, run: runFigures });
