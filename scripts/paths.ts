// Where the parts of the checkout lie.
import { join } from 'node:path';

export const projectRoot = join(__dirname, '..');

/** Path of something in the checkout. */
export const inProject = (...parts: string[]): string => join(projectRoot, ...parts);

export const functionsDir = inProject('dist', 'cloudfunctions');
export const h5Dir = inProject('dist', 'h5');
export const weappDir = inProject('dist', 'weapp');
export const demoDataDir = inProject('.data', 'demo');
