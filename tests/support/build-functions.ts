// Jest runs this once before the tests that call the cloud functions.
import { functionsStep } from '../../scripts/build/functions';
import { buildIfStale } from '../../scripts/build/step';

export default function buildFunctions(): Promise<void> {
  return buildIfStale(functionsStep, console.log);
}
