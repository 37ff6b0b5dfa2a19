// `npm run build:functions`: bundles the cloud functions when they are stale.
import { functionsStep } from './build/functions';
import { buildIfStale } from './build/step';

void buildIfStale(functionsStep, console.log);
